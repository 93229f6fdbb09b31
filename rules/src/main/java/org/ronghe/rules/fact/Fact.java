package org.ronghe.rules.fact;

import java.time.LocalDate;

/// One value with the days it holds for.
///
/// @param from first day; [LocalDate#MIN] since ever
/// @param until last day; [LocalDate#MAX] until further notice
/// @param dated whether days were stated; an undated fact answers for last year and for today
/// @param source where it was taken from; may be empty
public record Fact(
    String attribute,
    FactValue value,
    LocalDate from,
    LocalDate until,
    boolean dated,
    String source) {
  public Fact {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(attribute + " from " + from + " until " + until);
    }
  }

  public static Fact undated(String attribute, FactValue value) {
    return new Fact(attribute, value, LocalDate.MIN, LocalDate.MAX, false, "");
  }

  public static Fact ofYear(String attribute, FactValue value, int year) {
    return new Fact(
        attribute, value, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), true, "");
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  public boolean isUnknown() {
    return value instanceof FactValue.Unknown;
  }
}
