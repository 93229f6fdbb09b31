package org.ronghe.platform.facts;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The days for which a fact holds in the world.
///
/// @param from the first day; null since ever
/// @param to the first day it no longer holds; null until further notice
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
  public Validity {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("from " + from + " is not before " + to);
    }
  }

  /// A calendar year.
  public static Validity year(int year) {
    return new Validity(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  /// One day.
  public static Validity day(LocalDate day) {
    return new Validity(day, day.plusDays(1));
  }

  /// From a day on, until further notice.
  public static Validity from(LocalDate day) {
    return new Validity(day, null);
  }

  /// Since ever and until further notice.
  public static Validity always() {
    return new Validity(null, null);
  }

  /// Whether the day is one of these.
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }

  /// Whether these days and others have one in common.
  public boolean overlaps(Validity other) {
    return (from == null || other.to == null || from.isBefore(other.to))
        && (other.from == null || to == null || other.from.isBefore(to));
  }

  /// The calendar year, where the days are exactly one.
  public Optional<Integer> findYear() {
    return from != null && from.getDayOfYear() == 1 && from.plusYears(1).equals(to)
        ? Optional.of(Year.from(from).getValue())
        : Optional.empty();
  }

  /// Whether it is one day.
  public boolean isDay() {
    return from != null && from.plusDays(1).equals(to);
  }

  /// As PostgreSQL writes a `daterange`.
  public String range() {
    return (from == null ? "(" : "[" + from) + "," + (to == null ? "" : to) + ")";
  }
}
