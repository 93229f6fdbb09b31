package org.ronghe.rules.fast;

import java.time.LocalDate;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.evaluate.Periods;
import org.ronghe.rules.fact.FactType.Timing;

/// The days a fact must touch to answer for a period, worked out once for all facts.
///
/// @param from first day
/// @param until last day
/// @param undated whether facts without a date answer
record TimeWindow(int from, int until, boolean undated) {

  boolean touches(Column column, int at) {
    return column.is(at, Column.DATED)
        ? column.from(at) <= until && column.until(at) >= from
        : undated;
  }

  /// For a single value.
  static TimeWindow ofValue(Period period, Timing timing, LocalDate asOf) {
    return switch (period) {
      case Period.Year year -> year(asOf.getYear() - year.back(), year.back() == 1);
      case Period.Now _ ->
          new TimeWindow(
              timing == Timing.INTERVAL ? Column.day(asOf) : Column.EVER_FROM,
              Column.day(asOf),
              true);
      case Period.LatestYear _, Period.Years _ ->
          throw new IllegalArgumentException(period.toString());
      case Period.Within _, Period.SinceYear _, Period.Ever _ -> ofItems(period, asOf);
    };
  }

  /// For items to be counted.
  static TimeWindow ofItems(Period period, LocalDate asOf) {
    int today = Column.day(asOf);
    int thisYear = asOf.getYear();
    return switch (period) {
      case Period.Now _ -> new TimeWindow(today, today, true);
      case Period.Ever _ -> new TimeWindow(Column.EVER_FROM, today, true);
      case Period.Year year -> year(thisYear - year.back(), true);
      case Period.LatestYear _ ->
          new TimeWindow(newYear(thisYear - 1), newYear(thisYear + 1) - 1, true);
      case Period.Years years ->
          new TimeWindow(
              newYear(thisYear - years.back() - years.count() + 1),
              newYear(thisYear - years.back() + 1) - 1,
              true);
      case Period.Within within ->
          new TimeWindow(
              Column.day(Periods.moved(asOf, -within.amount(), within.unit())) + 1, today, true);
      case Period.SinceYear since -> new TimeWindow(newYear(thisYear - since.back()), today, true);
    };
  }

  private static TimeWindow year(int year, boolean undated) {
    return new TimeWindow(newYear(year), newYear(year + 1) - 1, undated);
  }

  private static int newYear(int year) {
    return Column.day(LocalDate.of(year, 1, 1));
  }
}
