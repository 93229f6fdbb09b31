package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactType.Timing;
import org.ronghe.rules.language.Expression.SpanUnit;

/// Which facts answer for a time.
public final class Periods {
  private Periods() {}

  /// Facts for a single value.
  static List<Fact> of(List<Fact> facts, Period period, Timing timing, LocalDate asOf) {
    var found = new ArrayList<Fact>(facts.size());
    for (Fact fact : facts) {
      if (answers(fact, period, timing, asOf)) {
        found.add(fact);
      }
    }
    return found;
  }

  private static boolean answers(Fact fact, Period period, Timing timing, LocalDate asOf) {
    return switch (period) {
      // An undated figure is last year's: the one that applications ask for.
      case Period.Year year ->
          fact.dated() ? covers(fact, asOf.getYear() - year.back()) : year.back() == 1;
      case Period.Now _ -> now(fact, timing, asOf);
      case Period.LatestYear _, Period.Years _ -> false;
      case Period.Within _, Period.SinceYear _, Period.Ever _ -> inTime(fact, period, asOf);
    };
  }

  /// Whether a fact stands for a calendar year: it holds on its last day, or ended within it.
  private static boolean covers(Fact fact, int year) {
    return fact.from().getYear() <= year && fact.until().getYear() >= year;
  }

  private static boolean now(Fact fact, Timing timing, LocalDate asOf) {
    return switch (timing) {
      case INTERVAL -> fact.contains(asOf);
      // What was found on one day, or for one year, stands until something newer is found.
      case POINT, YEAR -> !fact.from().isAfter(asOf);
    };
  }

  /// Facts to be counted.
  static List<Fact> items(List<Fact> facts, Period period, LocalDate asOf) {
    return facts.stream().filter(fact -> inTime(fact, period, asOf)).toList();
  }

  private static boolean inTime(Fact fact, Period period, LocalDate asOf) {
    if (!fact.dated()) {
      return true;
    }
    return switch (period) {
      case Period.Now _ -> fact.contains(asOf);
      case Period.Ever _ -> !fact.from().isAfter(asOf);
      case Period.Year year -> covers(fact, asOf.getYear() - year.back());
      case Period.LatestYear _ -> covers(fact, asOf.getYear()) || covers(fact, asOf.getYear() - 1);
      case Period.Years years ->
          fact.from().getYear() <= asOf.getYear() - years.back()
              && fact.until().getYear() > asOf.getYear() - years.back() - years.count();
      case Period.Within within ->
          !fact.from().isAfter(asOf)
              && fact.until().isAfter(moved(asOf, -within.amount(), within.unit()));
      case Period.SinceYear since ->
          !fact.from().isAfter(asOf)
              && !fact.until().isBefore(LocalDate.of(asOf.getYear() - since.back(), 1, 1));
    };
  }

  /// A day moved by a span.
  public static LocalDate moved(LocalDate day, int amount, SpanUnit unit) {
    return switch (unit) {
      case DAYS -> day.plusDays(amount);
      case MONTHS -> day.plusMonths(amount);
      case YEARS -> day.plusYears(amount);
    };
  }
}
