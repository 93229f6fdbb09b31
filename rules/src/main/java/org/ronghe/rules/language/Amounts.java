package org.ronghe.rules.language;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronghe.rules.number.Exact;

/// Words behind numbers: how many zeros and which unit they stand for.
public final class Amounts {
  private static final Map<String, Integer> ZEROS =
      Map.of("", 0, "万", 4, "亿", 8, "thousand", 3, "million", 6, "billion", 9, "百万", 6);

  private Amounts() {}

  /// The smallest units in one unit of a currency, such as 100 fen in a yuan.
  public static Exact smallest(String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return Exact.of(10).power(digits);
  }

  /// Whether ISO 4217 knows the currency.
  public static boolean isCurrency(String word) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(word));
  }

  /// The number with its unit: `20 %`, `2000 万元`, `2 亿元`, `5 million CNY`, `100 fen`.
  ///
  /// @return nothing if the unit is no unit
  public static Optional<Expression.Literal> of(BigDecimal number, String unitWords) {
    var words = unitWords.strip();
    var value = Exact.of(number);
    if (words.isEmpty()) {
      return literal(value, Unit.NUMBER);
    }
    if (words.equals("%") || words.equals("％")) {
      return literal(value.dividedBy(Exact.of(100)), Unit.PERCENT);
    }
    if (words.equals("fen") || words.equals("分")) {
      return literal(value, Unit.CNY);
    }
    var currency = currency(words);
    if (currency.isPresent()) {
      var code = currency.get();
      var zeros = ZEROS.get(scale(words, code));
      return zeros == null
          ? Optional.empty()
          : literal(value.times(Exact.of(10).power(zeros)).times(smallest(code)), Unit.money(code));
    }
    var zeros = ZEROS.get(words);
    return zeros == null
        ? Optional.empty()
        : literal(value.times(Exact.of(10).power(zeros)), Unit.NUMBER);
  }

  private static Optional<Expression.Literal> literal(Exact value, Unit unit) {
    return Optional.of(new Expression.Literal(value, unit));
  }

  private static Optional<String> currency(String words) {
    if (words.endsWith("美元")) {
      return Optional.of("USD");
    }
    if (words.endsWith("欧元")) {
      return Optional.of("EUR");
    }
    if (words.endsWith("元")) {
      return Optional.of("CNY");
    }
    int start = words.lastIndexOf(' ') + 1;
    var last = words.substring(start).toUpperCase(Locale.ROOT);
    return last.length() == 3 && isCurrency(last) ? Optional.of(last) : Optional.empty();
  }

  private static String scale(String words, String currency) {
    for (var name : new String[] {"美元", "欧元", "元"}) {
      if (words.endsWith(name)) {
        return words.substring(0, words.length() - name.length());
      }
    }
    return words.substring(0, words.length() - currency.length()).strip();
  }
}
