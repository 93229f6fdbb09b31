package org.ronghe.platform.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An achievement.
///
/// @param organisation whose people register it
/// @param edit rises with every change, against lost updates
/// @param version the newest one handed in; 0 before the first
/// @param duty who has to decide by when
public record Achievement(
    long id,
    long organisation,
    FilledForm form,
    AchievementState state,
    long edit,
    int version,
    boolean open,
    Duty duty) {

  /// What is to be done about it.
  ///
  /// @param receiver the officer who decides; null while nobody took it
  /// @param due by when it is to be decided, or corrected; null where nothing is
  /// @param changed when it was last changed
  public record Duty(
      @Nullable Long receiver, String receiverName, @Nullable LocalDate due, Instant changed) {}

  /// What it is called; empty while it has no name.
  public String title() {
    String zh = form.value("title_zh");
    return zh.isEmpty() ? form.value("title_en") : zh;
  }
}
