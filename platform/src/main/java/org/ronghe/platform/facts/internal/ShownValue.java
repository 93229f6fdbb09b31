package org.ronghe.platform.facts.internal;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.text.Texts;

/// A value as a person reads it.
final class ShownValue {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Texts texts;
  private final Map<Long, Names> names;

  /// @param names of the subjects that values refer to
  ShownValue(Texts texts, Map<Long, Names> names) {
    this.texts = texts;
    this.names = names;
  }

  String of(Attribute attribute, FactValue value) {
    return switch (value) {
      case FactValue.Figure(BigDecimal number)
          when attribute.type() == AttributeType.PERCENT ->
          percent(number);
      case FactValue.Figure(BigDecimal number) -> number(number);
      case FactValue.Money money ->
          money.currency() + " " + number(money.amount().stripTrailingZeros());
      case FactValue.Flag(boolean holds) ->
          texts.text(holds ? "facts.value.yes" : "facts.value.no");
      case FactValue.Day day -> day.plain();
      case FactValue.Text(String text) ->
          Optional.ofNullable(attribute.values().codes().get(text))
              .map(words -> words.in(texts.language()))
              .orElse(text);
      case FactValue.Reference(long subject) -> name(subject);
      case FactValue.Holding(long subject, BigDecimal part) -> name(subject) + " " + percent(part);
    };
  }

  private String name(long subject) {
    Names found = names.get(subject);
    return found == null ? String.valueOf(subject) : found.in(texts.language());
  }

  private String percent(BigDecimal fraction) {
    return number(fraction.multiply(HUNDRED)) + " %";
  }

  private String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getInstance(texts.language().locale());
    format.setMaximumFractionDigits(12);
    return format.format(number);
  }
}
