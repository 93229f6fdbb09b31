package org.ronghe.rules.language;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronghe.rules.language.Expression.SpanUnit;

/// Reads conditions and formulas such as `rd / sales >= 6 % and staff <= 500`.
///
/// ```text
/// or         = and { "or" and }
/// and        = not { "and" not }
/// not        = "not" not | comparison
/// comparison = sum [ ("<" "<=" "=" "!=" ">=" ">" "≤" "≥" "≠") sum | "in" "[" word { "," word } "]" ]
/// sum        = product { ("+" | "-") product }
/// product    = sign { ("*" | "/" | "×" | "÷") sign }
/// sign       = "-" sign | primary
/// primary    = number [unit] | date | name | name "." name | name "(" [or { "," or }] ")"
///            | "count" "(" name ["where" or] ")" | "true" | "false" | "(" or ")"
/// ```
public final class ExpressionReader {
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?|[0-9]+(\\.[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern UNIT =
      Pattern.compile(
          " *(%|％|fen\\b|[万亿百]*(?:美元|欧元|元)|[万亿](?![\\p{L}])"
              + "|(?:thousand |million |billion )?[A-Z]{3}\\b|thousand\\b|million\\b|billion\\b)");
  private static final Pattern SPAN = Pattern.compile(" *(days?|months?|years?)\\b");
  private static final Pattern SIGN = Pattern.compile("<=|>=|!=|<|>|=|≤|≥|≠");
  private static final Map<String, Comparison> SIGNS =
      Map.of(
          "<=", Comparison.AT_MOST,
          "≤", Comparison.AT_MOST,
          ">=", Comparison.AT_LEAST,
          "≥", Comparison.AT_LEAST,
          "!=", Comparison.DIFFERENT,
          "≠", Comparison.DIFFERENT,
          "<", Comparison.LESS,
          ">", Comparison.MORE,
          "=", Comparison.EQUAL);

  private final String text;
  private int at;

  private ExpressionReader(String text) {
    this.text = text;
  }

  /// The expression.
  ///
  /// @throws SyntaxException where it cannot be read
  public static Expression read(String text) throws SyntaxException {
    var reader = new ExpressionReader(text);
    var expression = reader.or();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.wrong("the end, and, or");
    }
    return expression;
  }

  private Expression or() throws SyntaxException {
    return junction("or");
  }

  private Expression junction(String word) throws SyntaxException {
    boolean all = word.equals("and");
    List<Expression> operands = new ArrayList<>();
    do {
      operands.add(all ? not() : junction("and"));
    } while (accept(word));
    return operands.size() == 1 ? operands.getFirst() : new Expression.Junction(all, operands);
  }

  private Expression not() throws SyntaxException {
    return accept("not") ? new Expression.Not(not()) : comparison();
  }

  private Expression comparison() throws SyntaxException {
    var left = sum();
    var sign = match(SIGN);
    if (sign != null) {
      var comparison = SIGNS.get(sign);
      if (comparison == null) {
        throw wrong("<, <=, =, !=, >=, >");
      }
      return new Expression.Compare(comparison, left, sum());
    }
    return accept("in") ? new Expression.Among(left, words()) : left;
  }

  private List<String> words() throws SyntaxException {
    var words = new ArrayList<String>();
    expect("[");
    do {
      var word = match(WORD);
      if (word == null) {
        word = match(NUMBER);
      }
      if (word == null) {
        throw wrong("a word");
      }
      words.add(word);
    } while (acceptSign(","));
    expect("]");
    return words;
  }

  private Expression sum() throws SyntaxException {
    var left = product();
    while (true) {
      if (acceptSign("+")) {
        left = new Expression.Binary('+', left, product());
      } else if (acceptSign("-") || acceptSign("−")) {
        left = new Expression.Binary('-', left, product());
      } else {
        return left;
      }
    }
  }

  private Expression product() throws SyntaxException {
    var left = sign();
    while (true) {
      if (acceptSign("*") || acceptSign("×")) {
        left = new Expression.Binary('*', left, sign());
      } else if (acceptSign("/") || acceptSign("÷")) {
        left = new Expression.Binary('/', left, sign());
      } else {
        return left;
      }
    }
  }

  private Expression sign() throws SyntaxException {
    return acceptSign("-") ? new Expression.Negative(sign()) : primary();
  }

  private Expression primary() throws SyntaxException {
    if (acceptSign("(")) {
      var inner = or();
      expect(")");
      return inner;
    }
    var date = match(DATE);
    if (date != null) {
      return day(date);
    }
    var number = match(NUMBER);
    if (number != null) {
      return literal(new BigDecimal(number.replace(",", "")));
    }
    var word = match(WORD);
    if (word == null) {
      throw wrong("a number, a name or (");
    }
    return switch (word) {
      case "true" -> new Expression.Truth(true);
      case "false" -> new Expression.Truth(false);
      case "and", "or", "not", "in", "where" -> {
        at -= word.length();
        throw wrong("a number, a name or (");
      }
      default -> named(word);
    };
  }

  private Expression named(String word) throws SyntaxException {
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      var column = match(WORD);
      if (column == null) {
        throw wrong("a column");
      }
      return new Expression.Cell(word, column);
    }
    if (!acceptSign("(")) {
      return new Expression.Name(word);
    }
    var arguments = new ArrayList<Expression>();
    if (!acceptSign(")")) {
      arguments.add(or());
      if (word.equals("count") && accept("where")) {
        var filter = or();
        expect(")");
        if (arguments.getFirst() instanceof Expression.Name input) {
          return new Expression.CountWhere(input.word(), filter);
        }
        throw wrong("the name of an input before where");
      }
      while (acceptSign(",")) {
        arguments.add(or());
      }
      expect(")");
    }
    return new Expression.Call(word.toLowerCase(Locale.ROOT), arguments);
  }

  private Expression literal(BigDecimal number) throws SyntaxException {
    var span = match(SPAN);
    if (span != null) {
      try {
        return new Expression.Span(number.intValueExact(), spanUnit(span.strip()));
      } catch (ArithmeticException e) {
        throw wrong("a whole number of " + span.strip());
      }
    }
    var unit = match(UNIT);
    var literal = Amounts.of(number, unit == null ? "" : unit);
    if (literal.isEmpty()) {
      throw wrong("a unit such as %, 万元, CNY");
    }
    return literal.get();
  }

  private static SpanUnit spanUnit(String word) {
    return word.startsWith("day")
        ? SpanUnit.DAYS
        : word.startsWith("month") ? SpanUnit.MONTHS : SpanUnit.YEARS;
  }

  private Expression day(String date) throws SyntaxException {
    try {
      return new Expression.Day(LocalDate.parse(date));
    } catch (DateTimeException e) {
      at -= date.length();
      throw wrong("a day of the calendar");
    }
  }

  private boolean accept(String word) {
    int before = at;
    var found = match(WORD);
    if (word.equals(found)) {
      return true;
    }
    at = before;
    return false;
  }

  private boolean acceptSign(String sign) {
    space();
    if (text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }

  private void expect(String sign) throws SyntaxException {
    if (!acceptSign(sign)) {
      throw wrong(sign);
    }
  }

  private @org.jspecify.annotations.Nullable String match(Pattern pattern) {
    space();
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private SyntaxException wrong(String expected) {
    space();
    return new SyntaxException(
        at + 1, text.substring(at, Math.min(text.length(), at + 20)), expected);
  }
}
