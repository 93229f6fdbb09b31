package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.AchievementVersion;
import org.ronghe.platform.registry.Likeness;
import org.ronghe.platform.web.View;

/// An achievement: what was filled in, where it stands, and what can be done.
///
/// @param organisation the name of who registers it
/// @param lines the form in words
/// @param versions what was handed in, the oldest first
/// @param around what others said and did, as far as the reader may see it
/// @param may what the reader may do
public record AchievementPage(
    View view,
    Achievement achievement,
    String organisation,
    List<FormWords.Line> lines,
    List<AchievementVersion> versions,
    Around around,
    May may) {
  public AchievementPage {
    lines = List.copyOf(lines);
    versions = List.copyOf(versions);
  }

  /// What others said and did.
  ///
  /// @param likenesses others that may be the same
  /// @param stays in pools, the newest first
  /// @param work what it is in the fact base; null while it is nothing there
  public record Around(
      List<Advice> advice,
      List<Likeness> likenesses,
      List<Evaluation> evaluations,
      List<PoolStay> stays,
      @Nullable Long work) {
    public Around {
      advice = List.copyOf(advice);
      likenesses = List.copyOf(likenesses);
      evaluations = List.copyOf(evaluations);
      stays = List.copyOf(stays);
    }
  }

  /// The advice on it.
  public List<Advice> advice() {
    return around.advice();
  }

  /// Others that may be the same.
  public List<Likeness> likenesses() {
    return around.likenesses();
  }

  /// What the reader may do.
  ///
  /// @param edit whether they register for that organisation
  /// @param decide whether they decide for the bureau
  public record May(boolean edit, boolean decide) {}

  /// Whether the reader registers for that organisation.
  public boolean mayEdit() {
    return may.edit();
  }

  /// Whether the reader decides for the bureau.
  public boolean mayDecide() {
    return may.decide();
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
    return around.advice().stream()
        .filter(one ->
            one.answered() == null
                && Objects.equals(view.actor().account(), one.adviser())
                && achievement.state() instanceof AchievementState.Submitted)
        .findFirst()
        .orElse(null);
  }

  /// The day it was registered on, as it is read; empty where it is not.
  public String registeredOn() {
    return switch (achievement.state()) {
      case AchievementState.Registered registered -> day(registered.moment());
      case AchievementState.Withdrawn _ ->
          versions.stream()
              .filter(version -> version.outcome().equals("registered"))
              .map(AchievementVersion::decided)
              .filter(Objects::nonNull)
              .findFirst()
              .map(this::day)
              .orElse("");
      default -> "";
    };
  }

  private String day(AchievementState.Moment moment) {
    return view.date(LocalDate.ofInstant(moment.at(), view.shell().zone()));
  }

  /// Short fields that stand beside each other on paper, in the order of the form.
  public static List<List<String>> pairs() {
    return List.of(
        List.of("work_class", "industry"),
        List.of("start", "end"),
        List.of("secrecy", "openness"),
        List.of("origin", "embodiment"),
        List.of("level", "stage"));
  }

  /// The registration number; empty where there is none.
  public String number() {
    return Desk.number(achievement.state());
  }
}
