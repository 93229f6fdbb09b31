package org.ronghe.platform.facts.dictionary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Nearest;
import org.ronghe.platform.facts.dictionary.ValueCheck.Invalid;
import org.ronghe.platform.facts.dictionary.ValueCheck.Valid;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// Turns texts into values, and judges values, by an attribute's rule.
final class ValueReader {
  private static final String FAULT = "facts.value.fault.";
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,12})?");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?<before>[A-Z]{3})? ?(?<number>[+-]?[0-9.]+) ?(?<unit>万元|亿元|元|万|亿)?"
              + " ?(?<after>[A-Z]{3})?");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String USUAL_CURRENCY = "CNY";

  private ValueReader() {}

  static ValueCheck read(ValueRule rule, String given) {
    String text = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
    if (text.isEmpty()) {
      return fault("empty", "", "");
    }
    return switch (rule.type()) {
      case DECIMAL, INTEGER -> figure(rule, text);
      case PERCENT -> percent(rule, text);
      case MONEY -> money(rule, text);
      case BOOLEAN -> flag(text);
      case DATE -> date(text);
      // A text keeps its full-width characters: they are part of names.
      case TEXT, TITLE -> judge(rule, new FactValue.Text(given.strip()));
      case CODE -> judge(rule, new FactValue.Text(text));
      case ORGANISATION, PERSON -> reference(text);
      case HOLDING -> holding(rule, text);
    };
  }

  static ValueCheck judge(ValueRule rule, FactValue value) {
    return switch (value) {
      case FactValue.Figure figure when rule.type().numeric() -> number(rule, figure);
      case FactValue.Money money when rule.type() == AttributeType.MONEY -> amount(rule, money);
      case FactValue.Flag flag when rule.type() == AttributeType.BOOLEAN -> new Valid(flag);
      case FactValue.Day day when rule.type() == AttributeType.DATE -> day(day);
      case FactValue.Text text when rule.type() == AttributeType.CODE -> code(rule, text);
      case FactValue.Text text
          when rule.type() == AttributeType.TEXT || rule.type() == AttributeType.TITLE ->
          text(rule, text);
      case FactValue.Reference reference
          when rule.type() == AttributeType.ORGANISATION || rule.type() == AttributeType.PERSON ->
          new Valid(reference);
      case FactValue.Holding holding when rule.type() == AttributeType.HOLDING ->
          part(holding.part())
              ? new Valid(holding)
              : fault("most", holding.part().toPlainString(), "1");
      case FactValue.Figure _,
          FactValue.Money _,
          FactValue.Flag _,
          FactValue.Day _,
          FactValue.Text _,
          FactValue.Reference _,
          FactValue.Holding _ ->
          fault("type", value.plain(), rule.type().name().toLowerCase(Locale.ROOT));
    };
  }

  private static ValueCheck figure(ValueRule rule, String text) {
    return parsed(text)
        .map(number -> judge(rule, new FactValue.Figure(number)))
        .orElseGet(() -> fault("number", text, ""));
  }

  private static ValueCheck percent(ValueRule rule, String text) {
    boolean signed = text.endsWith("%");
    String bare = signed ? text.substring(0, text.length() - 1).strip() : text;
    return parsed(bare)
        .map(number -> signed ? number.divide(HUNDRED) : number)
        .map(number -> judge(rule, new FactValue.Figure(number)))
        .orElseGet(() -> fault("percent", text, "5 %"));
  }

  private static ValueCheck number(ValueRule rule, FactValue.Figure figure) {
    BigDecimal number = figure.number();
    if (rule.type() == AttributeType.INTEGER && number.scale() > 0) {
      return fault("whole", figure.plain(), "");
    }
    BigDecimal least = rule.least();
    BigDecimal most = rule.most();
    if (rule.type() == AttributeType.PERCENT) {
      least = least == null ? BigDecimal.ZERO : least;
      most = most == null ? BigDecimal.ONE : most;
    }
    return within(number, least, most, rule.type()).orElseGet(() -> new Valid(figure));
  }

  private static Optional<ValueCheck> within(
      BigDecimal number,
      @Nullable BigDecimal least,
      @Nullable BigDecimal most,
      AttributeType type) {
    if (least != null && number.compareTo(least) < 0) {
      return Optional.of(fault("least", shown(number, type), shown(least, type)));
    }
    if (most != null && number.compareTo(most) > 0) {
      return Optional.of(fault("most", shown(number, type), shown(most, type)));
    }
    return Optional.empty();
  }

  private static String shown(BigDecimal number, AttributeType type) {
    return type == AttributeType.PERCENT
        ? number.multiply(HUNDRED).stripTrailingZeros().toPlainString() + " %"
        : number.toPlainString();
  }

  private static ValueCheck money(ValueRule rule, String text) {
    var parts = MONEY.matcher(text.replace(",", "").toUpperCase(Locale.ROOT));
    Optional<BigDecimal> number =
        parts.matches() ? parsed(parts.group("number")) : Optional.empty();
    if (number.isEmpty()) {
      return fault("money", text, "CNY 1234.56");
    }
    String before = parts.group("before");
    String after = parts.group("after");
    if (before != null && after != null) {
      return fault("money", text, "CNY 1234.56");
    }
    String currency = before != null ? before : after != null ? after : USUAL_CURRENCY;
    int digits;
    try {
      digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return fault("currency", currency, "CNY, USD, EUR …");
    }
    String unit = parts.group("unit") == null ? "" : parts.group("unit");
    int zeros = unit.startsWith("万") ? 4 : unit.startsWith("亿") ? 8 : 0;
    try {
      long minor =
          number
              .get()
              .movePointRight(zeros + digits)
              .setScale(0, RoundingMode.UNNECESSARY)
              .longValueExact();
      return judge(rule, new FactValue.Money(minor, currency));
    } catch (ArithmeticException e) {
      return fault("decimals", text, String.valueOf(digits));
    }
  }

  private static ValueCheck amount(ValueRule rule, FactValue.Money money) {
    return within(money.amount(), rule.least(), rule.most(), AttributeType.MONEY)
        .orElseGet(() -> new Valid(money));
  }

  private static ValueCheck flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1", "是" -> new Valid(new FactValue.Flag(true));
      case "false", "no", "0", "否" -> new Valid(new FactValue.Flag(false));
      default -> fault("flag", text, "");
    };
  }

  private static ValueCheck date(String text) {
    var parts = DATE.matcher(text);
    if (parts.matches()) {
      try {
        return day(
            new FactValue.Day(
                LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)))));
      } catch (DateTimeException e) {
        return fault("date", text, "2026-04-01");
      }
    }
    return fault("date", text, "2026-04-01");
  }

  private static ValueCheck day(FactValue.Day day) {
    int year = day.date().getYear();
    return year >= 1000 && year <= 2999 ? new Valid(day) : fault("date", day.plain(), "2026-04-01");
  }

  private static ValueCheck code(ValueRule rule, FactValue.Text text) {
    if (rule.codes().containsKey(text.text())) {
      return new Valid(text);
    }
    for (var code : rule.codes().entrySet()) {
      if (code.getValue().zh().equals(text.text())
          || code.getValue().en().equalsIgnoreCase(text.text())) {
        return new Valid(new FactValue.Text(code.getKey()));
      }
    }
    return Nearest.to(text.text(), rule.codes().keySet())
        .map(near -> fault("code_near", text.text(), near))
        .orElseGet(() -> fault("code", text.text(), String.join(", ", rule.codes().keySet())));
  }

  private static ValueCheck text(ValueRule rule, FactValue.Text text) {
    String given = text.text();
    IdentifierScheme format = rule.format();
    if (format != null) {
      return switch (format.check(given)) {
        case IdentifierCheck.Valid valid -> new Valid(new FactValue.Text(valid.normalised()));
        case IdentifierCheck.Invalid wrong ->
            new Invalid(wrong.fault().textKey(), wrong.found(), wrong.expected());
      };
    }
    if (given.isBlank()) {
      return fault("empty", "", "");
    }
    if (given.length() > rule.longest()) {
      return fault("long", String.valueOf(given.length()), String.valueOf(rule.longest()));
    }
    if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      return fault("control", "", "");
    }
    String pattern = rule.pattern();
    return pattern == null || given.matches(pattern)
        ? new Valid(text)
        : fault("pattern", given, pattern);
  }

  private static ValueCheck reference(String text) {
    return text.matches("[1-9][0-9]{0,17}")
        ? new Valid(new FactValue.Reference(Long.parseLong(text)))
        : fault("reference", text, "");
  }

  private static ValueCheck holding(ValueRule rule, String text) {
    var parts = text.split("\\s+", 2);
    if (parts.length == 2 && parts[0].matches("[1-9][0-9]{0,17}")) {
      boolean signed = parts[1].endsWith("%");
      var number = parsed(parts[1].replace("%", "").strip());
      if (number.isPresent()) {
        BigDecimal part = signed ? number.get().divide(HUNDRED) : number.get();
        return judge(rule, new FactValue.Holding(Long.parseLong(parts[0]), part));
      }
    }
    return fault("holding", text, "17 25 %");
  }

  private static boolean part(BigDecimal part) {
    return part.signum() >= 0 && part.compareTo(BigDecimal.ONE) <= 0;
  }

  private static Optional<BigDecimal> parsed(String text) {
    String bare = text.replace(",", "").replace(" ", "");
    return NUMBER.matcher(bare).matches() ? Optional.of(new BigDecimal(bare)) : Optional.empty();
  }

  private static ValueCheck fault(String what, String found, String expected) {
    return new Invalid(FAULT + what, found, expected);
  }
}
