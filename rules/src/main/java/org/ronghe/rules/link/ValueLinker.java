package org.ronghe.rules.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.ValueRule;
import org.ronghe.rules.book.ValueRule.Outcome;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Node.How;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Turns the rules of named values into nodes.
final class ValueLinker {
  private final ExpressionLinker expressions;
  private final BiFunction<String, Place, Optional<Program.Value>> values;
  private final Problems problems;

  ValueLinker(
      ExpressionLinker expressions,
      BiFunction<String, Place, Optional<Program.Value>> values,
      Problems problems) {
    this.expressions = expressions;
    this.values = values;
    this.problems = problems;
  }

  /// Ids of the values a rule puts together.
  static List<String> parts(ValueRule rule) {
    return switch (rule) {
      case ValueRule.Sum sum -> sum.parts();
      case ValueRule.Better better -> better.options();
      case ValueRule.Computed _, ValueRule.Banded _, ValueRule.Cases _, ValueRule.ByCode _ ->
          List.of();
    };
  }

  Optional<Node> node(Definition definition) {
    var unit = definition.countedIn();
    return switch (definition.rule()) {
      case ValueRule.Computed computed ->
          expressions.node(computed.formula()).map(node -> rounded(node, computed.rounding()));
      case ValueRule.Banded banded ->
          expressions
              .number(banded.measure())
              .map(measure -> new Node.Banded(measure, banded.bands(), unit));
      case ValueRule.Cases cases ->
          cases(cases, definition, unit).map(node -> rounded(node, cases.rounding()));
      case ValueRule.ByCode byCode -> byCode(byCode, unit);
      case ValueRule.Sum sum ->
          numbers(sum.parts(), definition.place())
              .map(parts -> {
                Numeric node = new Node.Fold(How.SUM, parts, unit);
                return sum.cap()
                    .map(cap ->
                        (Node)
                            new Node.Fold(
                                How.LEAST, List.of(node, new Node.Constant(cap, unit)), unit))
                    .orElse(node);
              });
      case ValueRule.Better better ->
          numbers(better.options(), definition.place())
              .map(options -> new Node.Fold(How.GREATEST, options, unit));
    };
  }

  private static Node rounded(Node node, Optional<ValueRule.Rounding> rounding) {
    return rounding.isPresent() && node instanceof Numeric numeric
        ? new Node.Rounded(numeric, rounding.get().step(), rounding.get().mode())
        : node;
  }

  private Optional<List<Numeric>> numbers(List<String> ids, Place place) {
    var numbers = new ArrayList<Numeric>();
    for (var id : ids) {
      var value = values.apply(id, place);
      if (value.isEmpty()) {
        expressions.unknownValue(id, place);
        return Optional.empty();
      }
      if (!(value.get().node() instanceof Numeric numeric)) {
        problems.add(ProblemCode.TYPE_WRONG, place, id, "number");
        return Optional.empty();
      }
      numbers.add(new Node.Named(expressions.rulebookId(), value.get().index(), id, numeric));
    }
    return Optional.of(numbers);
  }

  private Optional<Node> cases(ValueRule.Cases cases, Definition definition, Unit unit) {
    boolean words = cases.rows().stream().allMatch(row -> row.outcome() instanceof ValueRule.Word);
    if (words) {
      return codes(cases).map(Node.CodeChoice::new);
    }
    var options = new ArrayList<Node.Option>();
    Unit found = unit;
    for (var row : cases.rows()) {
      var value = outcome(row.outcome(), definition, unit);
      var condition = row.condition().flatMap(expressions::condition);
      if (value.isEmpty() || condition.isPresent() != row.condition().isPresent()) {
        return Optional.empty();
      }
      found = unit.equals(Unit.NUMBER) ? value.get().unit() : unit;
      options.add(new Node.Option(condition, value.get()));
    }
    return Optional.of(new Node.Choice(options, found));
  }

  private Optional<List<Node.CodeOption>> codes(ValueRule.Cases cases) {
    var options = new ArrayList<Node.CodeOption>();
    for (var row : cases.rows()) {
      var condition = row.condition().flatMap(expressions::condition);
      if (condition.isPresent() != row.condition().isPresent()) {
        return Optional.empty();
      }
      options.add(new Node.CodeOption(condition, ((ValueRule.Word) row.outcome()).code()));
    }
    return Optional.of(options);
  }

  private Optional<Numeric> outcome(Outcome outcome, Definition definition, Unit unit) {
    return switch (outcome) {
      case ValueRule.Points points -> Optional.of(points(points, unit));
      case ValueRule.Worth worth -> expressions.number(worth.formula());
      case ValueRule.Word _ -> {
        problems.add(ProblemCode.TYPE_WRONG, definition.place(), definition.id(), "points, value");
        yield Optional.empty();
      }
    };
  }

  private static Numeric points(ValueRule.Points points, Unit unit) {
    return points.least().equals(points.most())
        ? new Node.Constant(points.least(), unit)
        : new Node.Range(points.least(), points.most(), unit);
  }

  private Optional<Node> byCode(ValueRule.ByCode byCode, Unit unit) {
    var values = new LinkedHashMap<String, Numeric>();
    byCode
        .outcomes()
        .forEach((code, outcome) -> {
          if (outcome instanceof ValueRule.Points points) {
            values.put(code, points(points, unit));
          }
        });
    if (byCode.code().expression() instanceof org.ronghe.rules.language.Expression.Name name) {
      var codes = expressions.inputs().codes(name.word());
      for (var code : values.keySet()) {
        if (!codes.isEmpty() && !codes.contains(code)) {
          problems.unknown(ProblemCode.CODE_UNKNOWN, byCode.code().place(), code, codes);
        }
      }
    }
    var otherwise =
        byCode
            .otherwise()
            .flatMap(outcome ->
                outcome instanceof ValueRule.Points points
                    ? Optional.of(points(points, unit))
                    : Optional.<Numeric>empty());
    return expressions
        .code(byCode.code())
        .map(code -> new Node.ByCode(code, values, otherwise, unit));
  }
}
