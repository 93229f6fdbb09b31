package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import org.ronghe.rules.language.Amounts;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Language;

/// Numbers and answers as a reader meets them.
public final class Shown {
  private static final Exact HUNDRED = Exact.of(100);
  private static final Exact WAN = Exact.of(10_000);
  private static final Exact YI = Exact.of(100_000_000);

  private Shown() {}

  /// Without unit and language: `met`, `52..72`, `large`.
  public static String plain(Content content) {
    return switch (content) {
      case Content.Truth truth -> truth.answer().code();
      case Content.Codes codes ->
          codes.possible().isEmpty() ? "unknown" : String.join("|", codes.possible());
      case Quantity quantity ->
          !quantity.isBounded()
              ? "unknown"
              : quantity.isKnown()
                  ? quantity.value().plain()
                  : quantity.value().plain() + ".." + quantity.greatest().plain();
    };
  }

  /// With its unit.
  public static String content(Content content, Unit unit, Language language) {
    return switch (content) {
      case Content.Truth truth -> truth.answer().words().in(language);
      case Content.Codes codes ->
          codes.possible().isEmpty() ? "?" : String.join(" | ", codes.possible());
      case Quantity quantity ->
          !quantity.isBounded()
              ? "?"
              : quantity.isKnown()
                  ? number(quantity.value(), unit, language)
                  : number(quantity.value(), unit, language)
                      + " … "
                      + number(quantity.greatest(), unit, language);
    };
  }

  /// A number in its unit: `6 %`, `200 000 000 CNY`, `2亿元`, `2026-04-01`.
  public static String number(Exact number, Unit unit, Language language) {
    return switch (unit.kind()) {
      case NUMBER -> number.plain() + word(unit.word(), language);
      case PERCENT -> number.times(HUNDRED).plain() + " %";
      case DATE -> day(number);
      case MONEY -> money(number, unit.word(), language);
    };
  }

  private static String day(Exact number) {
    return number.isWhole() && number.numerator().bitLength() < 32
        ? LocalDate.ofEpochDay(number.numerator().longValue()).toString()
        : number.plain();
  }

  /// What a number counts, with a space before it; empty where it counts nothing.
  public static String word(String word, Language language) {
    if (word.isEmpty()) {
      return "";
    }
    boolean chinese = language == Language.CHINESE;
    return switch (word) {
      case "point" -> chinese ? " 分" : " points";
      case "year" -> chinese ? " 年" : " years";
      case "day" -> chinese ? " 天" : " days";
      case "person" -> chinese ? " 人" : " people";
      default -> " " + word;
    };
  }

  private static String money(Exact smallest, String currency, Language language) {
    var amount = smallest.dividedBy(Amounts.smallest(currency));
    if (language == Language.CHINESE && currency.equals("CNY")) {
      var size = amount.signum() < 0 ? amount.negated() : amount;
      if (size.compareTo(YI) >= 0) {
        return amount.dividedBy(YI).plain() + " 亿元";
      }
      return size.compareTo(WAN) >= 0
          ? amount.dividedBy(WAN).plain() + " 万元"
          : amount.plain() + " 元";
    }
    return currency + " " + grouped(amount.plain());
  }

  /// Thousands set apart by commas.
  private static String grouped(String plain) {
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    int start = plain.startsWith("-") ? 1 : 0;
    var text = new StringBuilder(plain);
    for (int i = end - 3; i > start; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
