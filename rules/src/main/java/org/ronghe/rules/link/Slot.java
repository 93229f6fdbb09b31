package org.ronghe.rules.link;

import org.ronghe.rules.book.Contents.Ownership;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.language.Unit;

/// One value that evaluation asks of a firm's facts; the same question of two rulebooks is one
/// slot.
///
/// @param index its place among all slots
public record Slot(int index, Asked asked, Kind kind, Unit unit) {
  /// What values it holds.
  public enum Kind {
    NUMBER,
    FLAG,
    CODE
  }

  /// What is asked.
  public sealed interface Asked {}

  /// One value of one time.
  ///
  /// @param since whether years before that of the fact's `since` are not asked for
  public record Single(Input.Fact fact, Period period, boolean since) implements Asked {}

  /// How many items there are.
  public record Count(Input.Fact fact, ItemTest test) implements Asked {}

  /// A number the operator sets.
  public record Parameter(String rulebook, String name, Input.Parameter parameter)
      implements Asked {}

  /// A figure of a firm and those it is tied to.
  public record Grouped(Ownership ownership, Input.Grouped grouped) implements Asked {}

  /// A day that follows from the day of evaluation.
  public record Clock(ClockKind kind) implements Asked {}

  /// Days and years known without any fact.
  public enum ClockKind {
    /// The day of evaluation.
    AS_OF,
    /// The number of the year before.
    LAST_YEAR,
    /// 31 December of the year before.
    END_OF_LAST_YEAR,
    /// 1 January of the year before.
    START_OF_LAST_YEAR
  }
}
