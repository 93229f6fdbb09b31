package org.ronghe.rules.book;

import org.ronghe.rules.language.Expression.SpanUnit;

/// Which time a fact is asked for, as seen from the day of evaluation.
public sealed interface Period {
  /// A calendar year before the day's: 1 is last year.
  record Year(int back) implements Period {}

  /// Several years, the last of them `back` years before the day's.
  record Years(int count, int back) implements Period {}

  /// This year if it is recorded, otherwise last year.
  record LatestYear() implements Period {}

  /// On the day.
  record Now() implements Period {}

  /// Items of the last months or days, the day itself included; one exactly that long ago is not.
  record Within(int amount, SpanUnit unit) implements Period {}

  /// Items since the first of January of an earlier year.
  record SinceYear(int back) implements Period {}

  /// All items up to the day.
  record Ever() implements Period {}
}
