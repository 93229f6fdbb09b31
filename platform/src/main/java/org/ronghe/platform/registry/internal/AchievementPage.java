package org.ronghe.platform.registry.internal;

import java.util.List;
import java.util.Objects;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.AchievementVersion;
import org.ronghe.platform.web.View;

/// An achievement: what was filled in, where it stands, and what can be done.
///
/// @param organisation the name of who registers it
/// @param lines the form in words
/// @param versions what was handed in, the oldest first
/// @param advice as far as the reader may see it
/// @param mayEdit whether the reader registers for that organisation
/// @param mayDecide whether the reader decides for the bureau
public record AchievementPage(
    View view,
    Achievement achievement,
    String organisation,
    List<FormWords.Line> lines,
    List<AchievementVersion> versions,
    List<Advice> advice,
    boolean mayEdit,
    boolean mayDecide) {
  public AchievementPage {
    lines = List.copyOf(lines);
    versions = List.copyOf(versions);
    advice = List.copyOf(advice);
  }

  /// Its address.
  public String href() {
    return "/achievements/" + achievement.id();
  }

  /// What it is called.
  public String title() {
    String title =
        view.either(achievement.form().value("title_en"), achievement.form().value("title_zh"));
    return title.isEmpty() ? view.text("registry.untitled") : title;
  }

  /// The state's word in keys of texts.
  public static String word(AchievementState state) {
    return state.code().replace('_', '-');
  }

  /// The advice that the reader is asked for; null where none is.
  public @org.jspecify.annotations.Nullable Advice asked() {
    return advice.stream()
        .filter(one ->
            one.answered() == null
                && Objects.equals(view.actor().account(), one.adviser())
                && achievement.state() instanceof AchievementState.Submitted)
        .findFirst()
        .orElse(null);
  }

  /// The registration number; empty where there is none.
  public String number() {
    return Desk.number(achievement.state());
  }
}
