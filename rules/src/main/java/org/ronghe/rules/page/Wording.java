package org.ronghe.rules.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronghe.rules.book.Formula;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Words;

/// Says expressions in words.
public final class Wording {
  private static final Map<String, Words> FUNCTIONS =
      Map.ofEntries(
          Map.entry("sum", new Words("合计", "sum of")),
          Map.entry("mean", new Words("平均", "mean of")),
          Map.entry("min", new Words("最小", "least of")),
          Map.entry("max", new Words("最大", "greatest of")),
          Map.entry("count", new Words("数量", "number of")),
          Map.entry("holds", new Words("具有", "holds")),
          Map.entry("oldest", new Words("首年", "first year of")),
          Map.entry("latest", new Words("末年", "last year of")),
          Map.entry("cagr", new Words("年均复合增长率", "compound yearly growth of")),
          Map.entry("years", new Words("整年数", "full years")),
          Map.entry("days", new Words("天数", "days")),
          Map.entry("year", new Words("年份", "year of")),
          Map.entry("floor", new Words("向下取整", "rounded down")),
          Map.entry("ceil", new Words("向上取整", "rounded up")),
          Map.entry("round", new Words("四舍五入", "rounded")),
          Map.entry("has", new Words("规定了", "is set:")),
          Map.entry("known", new Words("已知", "is known:")),
          Map.entry("first", new Words("优先取", "the first known of")));
  private static final Map<String, Words> NAMES =
      Map.of(
          "as_of", new Words("评价日", "day of evaluation"),
          "last_year", new Words("上一年度", "last year"),
          "end_of_last_year", new Words("上年末", "end of last year"),
          "start_of_last_year", new Words("上年初", "start of last year"),
          "value", new Words("值", "value"));

  private final Rulebook rulebook;
  private final FactTypes types;
  private final Language language;

  public Wording(Rulebook rulebook, FactTypes types, Language language) {
    this.rulebook = rulebook;
    this.types = types;
    this.language = language;
  }

  public Language language() {
    return language;
  }

  /// The name of an input, value or code.
  public String name(String word) {
    var input = rulebook.inputs().get(word);
    if (input != null) {
      return input(input);
    }
    var definition = rulebook.contents().definitions().get(word);
    if (definition != null && !definition.label().name().isEmpty()) {
      return definition.label().name().in(language);
    }
    return NAMES.getOrDefault(word, Words.same(word)).in(language);
  }

  /// The name of an input.
  public String input(Input input) {
    if (!input.words().isEmpty()) {
      return input.words().in(language);
    }
    return switch (input.origin()) {
      case Input.Fact fact -> attribute(fact.attribute());
      case Input.Grouped grouped -> attribute(grouped.attribute());
      case Input.Parameter _ -> input.name();
      case Input.Worked worked -> worked.value() + " (" + worked.rulebook() + ")";
    };
  }

  /// The dictionary's name of an attribute.
  public String attribute(String key) {
    return types.find(key).map(FactType::name).orElse(Words.same(key)).in(language);
  }

  /// Ids of the values that are a title's outcome.
  public List<String> outcomes(String title) {
    return rulebook.contents().titles().stream()
        .filter(one -> one.id().equals(title))
        .flatMap(one -> one.outcomes().stream())
        .toList();
  }

  public String formula(Formula formula) {
    return expression(formula.expression());
  }

  /// An expression with names and units as people write them.
  public String expression(Expression expression) {
    return say(expression, 0);
  }

  private String say(Expression expression, int outer) {
    int own = strength(expression);
    var text =
        switch (expression) {
          case Expression.Literal literal -> literal(literal);
          case Expression.Day day -> day.date().toString();
          case Expression.Span span -> span.amount() + " " + span(span.unit());
          case Expression.Truth truth -> truth.value() ? yes() : no();
          case Expression.Name name -> name(name.word());
          case Expression.Cell cell -> cell.table() + "." + cell.column();
          case Expression.Call call ->
              FUNCTIONS.getOrDefault(call.function(), Words.same(call.function())).in(language)
                  + " ("
                  + call.arguments().stream()
                      .map(argument -> say(argument, 0))
                      .collect(Collectors.joining(", "))
                  + ")";
          case Expression.CountWhere count -> name(count.input()) + " [" + filter(count) + "]";
          case Expression.Binary binary ->
              say(binary.left(), own)
                  + " "
                  + sign(binary.operator())
                  + " "
                  + say(binary.right(), own + 1);
          case Expression.Negative negative -> "−" + say(negative.operand(), own);
          case Expression.Compare compare ->
              say(compare.left(), own)
                  + " "
                  + compare.comparison().sign()
                  + " "
                  + codeOr(compare, own);
          case Expression.Among among -> say(among.left(), own) + " ∈ {" + codes(among) + "}";
          case Expression.Junction junction ->
              junction.operands().stream()
                  .map(operand -> say(operand, own))
                  .collect(Collectors.joining(junction.all() ? and() : or()));
          case Expression.Not not ->
              (language == Language.CHINESE ? "非 " : "not ") + say(not.operand(), own);
        };
    return own < outer ? "(" + text + ")" : text;
  }

  private static int strength(Expression expression) {
    return switch (expression) {
      case Expression.Junction junction -> junction.all() ? 2 : 1;
      case Expression.Not _ -> 3;
      case Expression.Compare _, Expression.Among _ -> 4;
      case Expression.Binary binary -> binary.operator() == '+' || binary.operator() == '-' ? 5 : 7;
      case Expression.Negative _ -> 8;
      default -> 9;
    };
  }

  private static String sign(char operator) {
    return switch (operator) {
      case '*' -> "×";
      case '/' -> "÷";
      case '-' -> "−";
      default -> String.valueOf(operator);
    };
  }

  private String literal(Expression.Literal literal) {
    return Shown.number(literal.value(), literal.unit(), language);
  }

  private String span(Expression.SpanUnit unit) {
    boolean chinese = language == Language.CHINESE;
    return switch (unit) {
      case DAYS -> chinese ? "天" : "days";
      case MONTHS -> chinese ? "个月" : "months";
      case YEARS -> chinese ? "年" : "years";
    };
  }

  private String codeOr(Expression.Compare compare, int own) {
    if (compare.right() instanceof Expression.Name code
        && compare.left() instanceof Expression.Name input
        && !rulebook.inputs().containsKey(code.word())
        && !rulebook.contents().definitions().containsKey(code.word())) {
      return code(input.word(), code.word());
    }
    return say(compare.right(), own);
  }

  private String codes(Expression.Among among) {
    return among.codes().stream()
        .map(
            code -> among.left() instanceof Expression.Name input ? code(input.word(), code) : code)
        .collect(Collectors.joining(", "));
  }

  private String filter(Expression.CountWhere count) {
    return switch (count.filter()) {
      case Expression.Among among ->
          among.codes().stream()
              .map(code -> code(count.input(), code))
              .collect(Collectors.joining(", "));
      case Expression other -> say(other, 0);
    };
  }

  /// The name of a code of an input, or of a value that is called as an attribute is.
  public String code(String word, String code) {
    var declared = rulebook.inputs().get(word);
    var attribute =
        declared != null && declared.origin() instanceof Input.Fact fact ? fact.attribute() : word;
    return types
        .find(attribute)
        .map(type -> type.codes().getOrDefault(code, Words.same(code)))
        .orElse(Words.same(code))
        .in(language);
  }

  private String yes() {
    return language == Language.CHINESE ? "是" : "true";
  }

  private String no() {
    return language == Language.CHINESE ? "否" : "false";
  }

  private String and() {
    return language == Language.CHINESE ? " 且 " : " and ";
  }

  private String or() {
    return language == Language.CHINESE ? " 或 " : " or ";
  }
}
