package org.ronghe.rules.fact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.language.Amounts;
import org.ronghe.rules.language.Expression.Literal;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;

/// Turns what stands in a facts file into values of the attribute's kind.
final class FactValues {
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)(.*)");
  private static final Pattern LEADING_CURRENCY = Pattern.compile("([A-Z]{3}) (.*)");

  private FactValues() {}

  /// A number without unit.
  static Optional<Exact> number(Tree tree) {
    return tree instanceof Tree.Scalar scalar
        ? literal(scalar.text()).map(Literal::value)
        : Optional.empty();
  }

  static Optional<FactValue> read(
      FactType type, Tree.Scalar scalar, @Nullable Tree part, Problems problems) {
    if (scalar.isNull()) {
      return Optional.of(new FactValue.Unknown());
    }
    var text = scalar.text().strip();
    Optional<? extends FactValue> value =
        switch (type.kind()) {
          case DECIMAL -> figure(text);
          case INTEGER -> figure(text).filter(figure -> figure.number().isWhole());
          case PERCENT -> figure(text);
          case MONEY -> money(text);
          case BOOLEAN -> flag(text);
          case DATE -> date(text).map(FactValue.Day::new);
          case CODE -> code(type, text);
          case TEXT, TITLE -> Optional.of(new FactValue.Text(text));
          case ORGANISATION, PERSON -> Optional.of(new FactValue.Reference(text));
          case HOLDING -> holding(text, part);
        };
    if (value.isEmpty()) {
      problems.add(ProblemCode.FACT_WRONG, scalar.place(), type.key(), expected(type));
      return Optional.empty();
    }
    if (!isWithin(type, value.get())) {
      problems.add(ProblemCode.FACT_WRONG, scalar.place(), type.key(), type.limits().toString());
      return Optional.empty();
    }
    return value.map(found -> found);
  }

  /// Money is held against the limits in the main unit, whatever the currency.
  private static boolean isWithin(FactType type, FactValue value) {
    return switch (value) {
      case FactValue.Figure figure -> type.limits().hold(figure.number());
      case FactValue.Money money ->
          type.limits()
              .hold(
                  money
                      .amountMinor()
                      .dividedBy(
                          Amounts.smallest(money.currency().isEmpty() ? "CNY" : money.currency())));
      default -> true;
    };
  }

  private static String expected(FactType type) {
    return switch (type.kind()) {
      case DECIMAL -> "0.5";
      case INTEGER -> "12";
      case PERCENT -> "0.06, \"6 %\"";
      case MONEY -> "1500000, \"150 万元\", \"2 million EUR\"";
      case BOOLEAN -> "true, false";
      case DATE -> "\"2026-04-01\"";
      case CODE -> String.join(", ", type.codes().keySet());
      case TEXT, TITLE, ORGANISATION, PERSON -> "\"…\"";
      case HOLDING -> "{value: \"…\", part: 0.3}";
    };
  }

  private static Optional<Literal> literal(String text) {
    var parts = NUMBER.matcher(text);
    return parts.matches()
        ? Amounts.of(new BigDecimal(parts.group(1).replace(",", "")), parts.group(2))
        : Optional.empty();
  }

  private static Optional<FactValue.Figure> figure(String text) {
    return literal(text)
        .filter(literal -> !literal.unit().isMoney())
        .map(literal -> new FactValue.Figure(literal.value()));
  }

  private static Optional<FactValue.Money> money(String text) {
    var leading = LEADING_CURRENCY.matcher(text);
    var turned = leading.matches() ? leading.group(2) + " " + leading.group(1) : text;
    return literal(turned)
        .flatMap(literal ->
            switch (literal.unit().kind()) {
              case MONEY ->
                  Optional.of(new FactValue.Money(literal.value(), literal.unit().word()));
              case NUMBER ->
                  Optional.of(
                      new FactValue.Money(literal.value().times(Amounts.smallest("CNY")), ""));
              case PERCENT, DATE -> Optional.empty();
            });
  }

  private static Optional<FactValue.Flag> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1", "是" -> Optional.of(new FactValue.Flag(true));
      case "false", "no", "0", "否" -> Optional.of(new FactValue.Flag(false));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<FactValue> code(FactType type, String text) {
    if (type.codes().containsKey(text)) {
      return Optional.of(new FactValue.Text(text));
    }
    return type.codes().entrySet().stream()
        .filter(code ->
            code.getValue().zh().equals(text) || code.getValue().en().equalsIgnoreCase(text))
        .findFirst()
        .map(code -> new FactValue.Text(code.getKey()));
  }

  /// `"B 0.3"`, or `{value: B, part: 0.3}`.
  private static Optional<FactValue> holding(String text, @Nullable Tree part) {
    var words = text.split(" ", 2);
    var share =
        part instanceof Tree.Scalar scalar
            ? literal(scalar.text())
            : words.length == 2 ? literal(words[1].strip()) : Optional.<Literal>empty();
    var subject = part == null ? words[0] : text;
    return share
        .map(Literal::value)
        .filter(value -> value.signum() >= 0 && value.compareTo(Exact.ONE) <= 0)
        .map(value -> new FactValue.Holding(subject, value));
  }
}
