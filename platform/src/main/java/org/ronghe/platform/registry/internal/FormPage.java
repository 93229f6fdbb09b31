package org.ronghe.platform.registry.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.web.View;

/// The form being filled in.
///
/// @param organisation the name of who registers it
/// @param form what stands in it
/// @param faults what is wrong, ready to be read, by field
/// @param names that contributors and holders may have: those of organisations close by
/// @param tab a word of this page's own, by which what it wrote itself is known
public record FormPage(
    View view,
    Achievement achievement,
    String organisation,
    FilledForm form,
    Map<String, String> faults,
    List<String> names,
    String tab) {
  public FormPage {
    faults = Map.copyOf(faults);
    names = List.copyOf(names);
  }

  /// Its address.
  public String href() {
    return "/achievements/" + achievement.id();
  }

  /// The text of a field.
  public String value(String field) {
    return form.value(field);
  }

  /// What is wrong with a field, or why it was sent back; null where nothing is.
  public @Nullable String fault(String field) {
    String fault = faults.get(field);
    if (fault == null && achievement.state() instanceof AchievementState.SentBack back) {
      String reason = back.reasons().get(field);
      return reason == null ? null : view.text("registry.form.sent-back", reason);
    }
    return fault;
  }

  /// The rows of a list that are shown: one more than there are.
  public int rows(String list) {
    return form.rows(list) + 1;
  }

  /// What the page begins with, as it is sent back: what somebody else changes meanwhile can then
  /// be told from what was changed here.
  public String base() {
    return AchievementRows.json(achievement.form().values());
  }

  /// The coded words of a field, with the keys of their texts.
  public static List<String> words(String field) {
    return switch (field) {
      case "work_class" -> List.of("applied", "basic", "soft");
      case "origin" -> FormFields.ORIGINS;
      case "embodiment" -> FormFields.EMBODIMENTS;
      case "level" -> FormFields.LEVELS;
      case "stage" -> FormFields.STAGES;
      case "openness" -> FormFields.OPENNESS;
      case "secrecy" -> FormFields.SECRECY;
      default -> throw new IllegalArgumentException("no choice: " + field);
    };
  }
}
