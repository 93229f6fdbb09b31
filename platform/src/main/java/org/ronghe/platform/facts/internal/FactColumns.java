package org.ronghe.platform.facts.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.FactValue;

/// A value spread over the columns of `fact`.
record FactColumns(
    @Nullable BigDecimal number,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String text,
    @Nullable String date,
    @Nullable Boolean flag,
    @Nullable Long subject) {

  static FactColumns of(FactValue value) {
    return switch (value) {
      case FactValue.Figure(BigDecimal number) ->
          new FactColumns(number, null, null, null, null, null, null);
      case FactValue.Money(long amount, String currency) ->
          new FactColumns(null, amount, currency, null, null, null, null);
      case FactValue.Text(String text) -> new FactColumns(null, null, null, text, null, null, null);
      case FactValue.Day day -> new FactColumns(null, null, null, null, day.plain(), null, null);
      case FactValue.Flag(boolean holds) ->
          new FactColumns(null, null, null, null, null, holds, null);
      case FactValue.Reference(long subject) ->
          new FactColumns(null, null, null, null, null, null, subject);
      case FactValue.Holding(long subject, BigDecimal part) ->
          new FactColumns(part, null, null, null, null, null, subject);
    };
  }
}
