package org.ronghe.rules.link;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.InputLinker.Items;
import org.ronghe.rules.link.InputLinker.One;
import org.ronghe.rules.link.InputLinker.Series;
import org.ronghe.rules.link.InputLinker.Shape;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Node.How;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.ProblemCode;

/// The functions of the language.
final class Functions {
  /// All of them.
  static final List<String> NAMES =
      List.of(
          "sum", "mean", "min", "max", "count", "holds", "oldest", "latest", "cagr", "years",
          "days", "year", "floor", "ceil", "round", "has", "known", "first");

  private final ExpressionLinker linker;
  private final ExpressionLinker.Linking linking;

  Functions(ExpressionLinker linker, ExpressionLinker.Linking linking) {
    this.linker = linker;
    this.linking = linking;
  }

  Optional<Shape> call(Expression.Call call) {
    var arguments = call.arguments();
    return switch (call.function()) {
      case "sum" -> fold(How.SUM, arguments);
      case "mean" -> fold(How.MEAN, arguments);
      case "min" -> fold(How.LEAST, arguments);
      case "max" -> fold(How.GREATEST, arguments);
      case "count" -> count(arguments);
      case "holds" -> holds(arguments);
      case "oldest" -> ofSeries(arguments, 0);
      case "latest" -> ofSeries(arguments, -1);
      case "cagr" -> cagr(arguments);
      case "years" -> between(arguments, true);
      case "days" -> between(arguments, false);
      case "year" ->
          only(arguments).flatMap(this::date).flatMap(day -> linking.one(new Node.YearOf(day)));
      case "floor" -> rounded(arguments, RoundingMode.FLOOR);
      case "ceil" -> rounded(arguments, RoundingMode.CEILING);
      case "round" -> rounded(arguments, RoundingMode.HALF_UP);
      case "has" -> has(arguments);
      case "known" ->
          only(arguments)
              .flatMap(linking::number)
              .flatMap(number -> linking.one(new Node.Known(number)));
      case "first" -> first(arguments);
      default -> {
        linking.wrong(
            ProblemCode.FUNCTION_UNKNOWN,
            call.function(),
            org.ronghe.rules.source.Nearest.to(call.function(), NAMES).orElse(""));
        yield Optional.empty();
      }
    };
  }

  private Optional<Expression> only(List<Expression> arguments) {
    if (arguments.size() == 1) {
      return Optional.of(arguments.getFirst());
    }
    linking.wrong("f(x)");
    return Optional.empty();
  }

  private Optional<Shape> fold(How how, List<Expression> arguments) {
    var operands = new ArrayList<Numeric>();
    for (var argument : arguments) {
      var shape = linking.shape(argument);
      if (shape.isEmpty()) {
        return Optional.empty();
      }
      switch (shape.get()) {
        case Series series -> operands.addAll(series.years());
        case One one when one.node() instanceof Numeric numeric -> operands.add(numeric);
        case One _, Items _ -> {
          linking.wrong("number");
          return Optional.empty();
        }
      }
    }
    return operands.isEmpty() ? wrongNumber() : fold(how, operands, operands.getFirst().unit());
  }

  private Optional<Shape> fold(How how, List<Numeric> operands, Unit unit) {
    for (var operand : operands) {
      if (!operand.unit().agreesWith(unit)) {
        linking.wrong(ProblemCode.UNITS_DIFFER, how.name(), unit.kind(), operand.unit().kind());
        return Optional.empty();
      }
    }
    return linking.one(new Node.Fold(how, operands, unit));
  }

  private Optional<Shape> wrongNumber() {
    linking.wrong("number");
    return Optional.empty();
  }

  /// `count(items)`, or how many of several conditions hold.
  private Optional<Shape> count(List<Expression> arguments) {
    if (arguments.size() == 1
        && linking.shape(arguments.getFirst()).orElse(null) instanceof Items items) {
      var name = arguments.getFirst() instanceof Expression.Name word ? word.word() : "";
      return linking.one(
          new Node.Read(linker.inputs().count(items.fact(), new ItemTest.Any()), name));
    }
    var conditions = new ArrayList<Condition>();
    arguments.forEach(argument -> linking.condition(argument).ifPresent(conditions::add));
    return conditions.size() < arguments.size() || conditions.isEmpty()
        ? Optional.empty()
        : linking.one(new Node.Tally(conditions));
  }

  private Optional<Shape> holds(List<Expression> arguments) {
    return only(arguments)
        .flatMap(
            argument -> linking.condition(argument).flatMap(condition -> linking.one(condition)));
  }

  private Optional<Shape> ofSeries(List<Expression> arguments, int index) {
    return series(arguments)
        .flatMap(series ->
            linking.one(index < 0 ? series.years().getLast() : series.years().get(index)));
  }

  private Optional<Series> series(List<Expression> arguments) {
    var series =
        only(arguments)
            .flatMap(linking::shape)
            .flatMap(shape -> shape instanceof Series s ? Optional.of(s) : Optional.empty());
    if (series.isEmpty()) {
      linking.wrong("last 3 years");
    }
    return series;
  }

  private Optional<Shape> cagr(List<Expression> arguments) {
    return series(arguments)
        .flatMap(series ->
            linking.one(
                new Node.Cagr(
                    series.years().getFirst(),
                    series.years().getLast(),
                    series.years().size() - 1)));
  }

  private Optional<Numeric> date(Expression expression) {
    var number = linking.number(expression);
    if (number.isPresent() && number.get().unit().kind() != Unit.Kind.DATE) {
      linking.wrong("date");
      return Optional.empty();
    }
    return number;
  }

  private Optional<Shape> between(List<Expression> arguments, boolean years) {
    if (arguments.size() != 2) {
      linking.wrong("f(from, to)");
      return Optional.empty();
    }
    var from = date(arguments.getFirst());
    var to = date(arguments.getLast());
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : linking.one(new Node.Between(from.get(), to.get(), years));
  }

  private Optional<Shape> rounded(List<Expression> arguments, RoundingMode mode) {
    if (arguments.isEmpty() || arguments.size() > 2) {
      linking.wrong("f(x), f(x, step)");
      return Optional.empty();
    }
    Exact step = Exact.ONE;
    if (arguments.size() == 2) {
      if (!(arguments.get(1) instanceof Expression.Literal literal)
          || literal.value().signum() <= 0) {
        linking.wrong("f(x, step)");
        return Optional.empty();
      }
      step = literal.value();
    }
    var by = step;
    return linking
        .number(arguments.getFirst())
        .flatMap(number -> linking.one(new Node.Rounded(number, by, mode)));
  }

  /// `has(table.column)`: whether the firm's row has a number in that column.
  private Optional<Shape> has(List<Expression> arguments) {
    if (only(arguments).orElse(null) instanceof Expression.Cell cell) {
      return linking
          .table(cell)
          .flatMap(table -> {
            var codes = new HashSet<String>();
            table
                .rows()
                .forEach((code, row) -> {
                  if (row.containsKey(cell.column())) {
                    codes.add(code);
                  }
                });
            return linking
                .code(new Expression.Name(table.key()))
                .flatMap(code -> linking.one(new Node.Among(code, codes)));
          });
    }
    linking.wrong("has(table.column)");
    return Optional.empty();
  }

  private Optional<Shape> first(List<Expression> arguments) {
    if (arguments.size() != 2) {
      linking.wrong("first(a, b)");
      return Optional.empty();
    }
    var a = linking.number(arguments.getFirst());
    var b = linking.number(arguments.getLast());
    return a.isEmpty() || b.isEmpty()
        ? Optional.empty()
        : linking.one(new Node.FirstKnown(a.get(), b.get()));
  }
}
