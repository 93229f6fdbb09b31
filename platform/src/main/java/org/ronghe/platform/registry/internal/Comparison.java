package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
      DecisionPage.Around around,
      DecisionPage.Written written) {
    int before = left >= 0 ? left : usual(versions, right, decides);
    FilledForm one = form(achievement, versions, before);
    FilledForm other = right == 0 ? achievement.form() : form(achievement, versions, right);
    Map<String, String> said =
        versions.stream()
            .filter(version -> version.number() == before)
            .map(AchievementVersion::reasons)
            .findFirst()
            .orElse(Map.of());
    List<DecisionPage.Line> lines = lines(view, other, one, said, decides);
    return new DecisionPage(view, achievement, before, right, lines, decides, around, written);
  }

  /// Two forms field by field.
  static List<DecisionPage.Line> lines(View view, FilledForm one, FilledForm other) {
    return lines(view, other, one, Map.of(), false);
  }

  /// @param said why the one before was sent back, by field
  /// @param all whether fields of which there is one are lines even where nothing stands in them:
  ///   who decides may miss just these
  private static List<DecisionPage.Line> lines(
      View view, FilledForm now, FilledForm before, Map<String, String> said, boolean all) {
    var fields = new LinkedHashSet<String>(all ? FormFields.SINGLE : List.of());
    fields.addAll(FormFields.ordered(now));
    fields.addAll(FormFields.ordered(before));
    var lines = new ArrayList<DecisionPage.Line>();
    for (String field : fields) {
      if (!field.endsWith(".evidence")) {
        lines.add(
            new DecisionPage.Line(
                field,
                FormWords.label(field, view.texts()),
                FormWords.shown(field, before.value(field), view.texts()),
                FormWords.shown(field, now.value(field), view.texts()),
                said.get(field),
                file(field, now)));
      }
    }
    return lines;
  }

  private static String file(String field, FilledForm form) {
    String evidence =
        field.startsWith("attachment.") && field.endsWith(".name")
            ? form.value(field.replace(".name", ".evidence"))
            : "";
    return evidence.isEmpty() ? "" : "/evidence/" + evidence;
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
