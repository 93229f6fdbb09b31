package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementVersion;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.web.View;

/// Puts two versions side by side.
final class Comparison {
  private Comparison() {}

  /// The page of two versions.
  ///
  /// @param left number of a version; -1 for the one before the last decision
  /// @param right number of a version; 0 for what stands in the form now
  static DecisionPage of(
      View view,
      Achievement achievement,
      List<AchievementVersion> versions,
      int left,
      int right,
      boolean decides,
      Map<String, String> values,
      Map<String, String> faults) {
    int before = left >= 0 ? left : usual(versions, right, decides);
    FilledForm one = form(achievement, versions, before);
    FilledForm other = right == 0 ? achievement.form() : form(achievement, versions, right);
    Map<String, String> said =
        versions.stream()
            .filter(version -> version.number() == before)
            .map(AchievementVersion::reasons)
            .findFirst()
            .orElse(Map.of());
    var fields = new ArrayList<>(FormFields.ordered(other));
    FormFields.ordered(one).stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    var lines = new ArrayList<DecisionPage.Line>();
    for (String field : fields) {
      if (!field.endsWith(".evidence")) {
        lines.add(
            new DecisionPage.Line(
                field,
                FormWords.label(field, view.texts()),
                FormWords.shown(field, one.value(field), view.texts()),
                FormWords.shown(field, other.value(field), view.texts()),
                said.get(field)));
      }
    }
    return new DecisionPage(view, achievement, before, right, lines, decides, values, faults);
  }

  /// Two forms field by field.
  static List<DecisionPage.Line> lines(View view, FilledForm one, FilledForm other) {
    var fields = new ArrayList<>(FormFields.ordered(one));
    FormFields.ordered(other).stream()
        .filter(field -> !fields.contains(field))
        .forEach(fields::add);
    var lines = new ArrayList<DecisionPage.Line>();
    for (String field : fields) {
      if (!field.endsWith(".evidence")) {
        lines.add(
            new DecisionPage.Line(
                field,
                FormWords.label(field, view.texts()),
                FormWords.shown(field, one.value(field), view.texts()),
                FormWords.shown(field, other.value(field), view.texts()),
                null));
      }
    }
    return lines;
  }

  /// What is compared where nobody says: a form in hand with the version sent back before it.
  private static int usual(List<AchievementVersion> versions, int right, boolean decides) {
    int newest = versions.isEmpty() ? 0 : versions.getLast().number();
    int shown = right == 0 && !decides ? newest + 1 : right == 0 ? newest : right;
    return Math.max(0, shown - 1);
  }

  private static FilledForm form(
      Achievement achievement, List<AchievementVersion> versions, int number) {
    return versions.stream()
        .filter(version -> version.number() == number)
        .map(AchievementVersion::form)
        .findFirst()
        .orElse(number == 0 ? FilledForm.EMPTY : achievement.form());
  }
}
