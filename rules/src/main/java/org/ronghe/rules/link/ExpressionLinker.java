package org.ronghe.rules.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.ronghe.rules.book.Contents;
import org.ronghe.rules.book.Formula;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.InputLinker.Items;
import org.ronghe.rules.link.InputLinker.One;
import org.ronghe.rules.link.InputLinker.Series;
import org.ronghe.rules.link.InputLinker.Shape;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Resolves one expression: what its names are, and whether its units agree.
final class ExpressionLinker {
  private final Rulebook rulebook;
  private final InputLinker inputs;
  private final BiFunction<String, Place, Optional<Program.Value>> values;
  private final Problems problems;

  ExpressionLinker(
      Rulebook rulebook,
      InputLinker inputs,
      BiFunction<String, Place, Optional<Program.Value>> values,
      Problems problems) {
    this.rulebook = rulebook;
    this.inputs = inputs;
    this.values = values;
    this.problems = problems;
  }

  String rulebookId() {
    return rulebook.id();
  }

  /// Says that there is no such value; one that could not be linked has been spoken of already.
  void unknownValue(String id, Place place) {
    var known = rulebook.contents().definitions().keySet();
    if (!known.contains(id)) {
      problems.unknown(ProblemCode.NAME_UNKNOWN, place, id, known);
    }
  }

  InputLinker inputs() {
    return inputs;
  }

  Optional<Condition> condition(Formula formula) {
    return new Linking(formula).condition(formula.expression());
  }

  Optional<Numeric> number(Formula formula) {
    return new Linking(formula).number(formula.expression());
  }

  Optional<Node.Code> code(Formula formula) {
    return new Linking(formula).code(formula.expression());
  }

  /// A number, a condition or a code.
  Optional<Node> node(Formula formula) {
    var linking = new Linking(formula);
    return linking
        .shape(formula.expression())
        .flatMap(shape -> {
          if (shape instanceof One one) {
            return Optional.of(one.node());
          }
          linking.wrong("number");
          return Optional.empty();
        });
  }

  /// The linking of one formula.
  final class Linking {
    private final Formula formula;

    Linking(Formula formula) {
      this.formula = formula;
    }

    Formula formula() {
      return formula;
    }

    void wrong(String expected) {
      problems.add(ProblemCode.TYPE_WRONG, formula.place(), formula.text(), expected);
    }

    void wrong(ProblemCode code, Object... arguments) {
      problems.add(code, formula.place(), arguments);
    }

    Optional<Condition> condition(Expression expression) {
      return shape(expression)
          .flatMap(shape -> {
            if (shape instanceof One one && one.node() instanceof Condition condition) {
              return Optional.of(condition);
            }
            if (shape instanceof Items items) {
              return Optional.of(atLeastOne(items, expression));
            }
            wrong("condition");
            return Optional.empty();
          });
    }

    private Condition atLeastOne(Items items, Expression written) {
      return new Node.Compare(
          Comparison.AT_LEAST,
          new Node.Read(inputs.count(items.fact(), new ItemTest.Any()), items.fact().attribute()),
          new Node.Constant(Exact.ONE, Unit.NUMBER),
          written,
          new Expression.Literal(Exact.ONE, Unit.NUMBER));
    }

    Optional<Numeric> number(Expression expression) {
      return shape(expression)
          .flatMap(shape -> {
            if (shape instanceof One one && one.node() instanceof Numeric numeric) {
              return Optional.of(numeric);
            }
            wrong("number");
            return Optional.empty();
          });
    }

    Optional<Node.Code> code(Expression expression) {
      return shape(expression)
          .flatMap(shape -> {
            if (shape instanceof One one && one.node() instanceof Node.Code code) {
              return Optional.of(code);
            }
            wrong("code");
            return Optional.empty();
          });
    }

    Optional<Shape> shape(Expression expression) {
      return switch (expression) {
        case Expression.Literal literal -> one(new Node.Constant(literal.value(), literal.unit()));
        case Expression.Day day ->
            one(new Node.Constant(Exact.of(day.date().toEpochDay()), Unit.DATE));
        case Expression.Truth truth -> one(new Node.Fixed(truth.value()));
        case Expression.Span _ -> {
          wrong("day ± span");
          yield Optional.empty();
        }
        case Expression.Name name -> named(name.word());
        case Expression.Cell cell -> cell(cell);
        case Expression.Call call -> new Functions(ExpressionLinker.this, this).call(call);
        case Expression.CountWhere count -> countWhere(count);
        case Expression.Binary binary -> binary(binary);
        case Expression.Negative negative ->
            binary(
                new Expression.Binary(
                    '*', new Expression.Literal(Exact.of(-1), Unit.NUMBER), negative.operand()));
        case Expression.Compare compare -> compare(compare);
        case Expression.Among among -> among(among);
        case Expression.Junction junction -> junction(junction);
        case Expression.Not not ->
            condition(not.operand()).flatMap(operand -> one(new Node.Not(operand)));
      };
    }

    Optional<Shape> one(Node node) {
      return Optional.of(new One(node));
    }

    private Optional<Shape> named(String word) {
      var input = inputs.find(word);
      if (input.isPresent()) {
        return input;
      }
      var value = values.apply(word, formula.place());
      if (value.isPresent()) {
        return one(InputLinker.named(rulebook.id(), value.get()));
      }
      var clock =
          switch (word) {
            case "as_of" -> Slot.ClockKind.AS_OF;
            case "last_year" -> Slot.ClockKind.LAST_YEAR;
            case "end_of_last_year" -> Slot.ClockKind.END_OF_LAST_YEAR;
            case "start_of_last_year" -> Slot.ClockKind.START_OF_LAST_YEAR;
            default -> null;
          };
      if (clock != null) {
        return one(new Node.Read(inputs.clock(clock), word));
      }
      if (!inputs.names().contains(word) && !rulebook.contents().definitions().containsKey(word)) {
        Set<String> known = new LinkedHashSet<>(inputs.names());
        known.addAll(rulebook.contents().definitions().keySet());
        problems.unknown(ProblemCode.NAME_UNKNOWN, formula.place(), word, known);
      }
      return Optional.empty();
    }

    private Optional<Shape> cell(Expression.Cell cell) {
      return table(cell)
          .flatMap(table ->
              named(table.key())
                  .flatMap(shape -> {
                    if (!(shape instanceof One one && one.node() instanceof Node.Code code)) {
                      wrong("code");
                      return Optional.empty();
                    }
                    var cells = new java.util.LinkedHashMap<String, Numeric>();
                    Unit unit = Unit.NUMBER;
                    for (var row : table.rows().entrySet()) {
                      var found = row.getValue().get(cell.column());
                      if (found != null) {
                        unit = found.money().isEmpty() ? Unit.NUMBER : Unit.money(found.money());
                        cells.put(row.getKey(), new Node.Constant(found.value(), unit));
                      }
                    }
                    return one(new Node.ByCode(code, cells, Optional.empty(), unit));
                  }));
    }

    Optional<Contents.Table> table(Expression.Cell cell) {
      var table = rulebook.contents().tables().get(cell.table());
      if (table == null) {
        problems.unknown(
            ProblemCode.NAME_UNKNOWN,
            formula.place(),
            cell.table(),
            rulebook.contents().tables().keySet());
      } else if (!table.columns().contains(cell.column())) {
        problems.unknown(ProblemCode.NAME_UNKNOWN, formula.place(), cell.column(), table.columns());
        return Optional.empty();
      }
      return Optional.ofNullable(table);
    }

    private Optional<Shape> countWhere(Expression.CountWhere count) {
      var shape = named(count.input());
      if (shape.isPresent() && shape.get() instanceof Items items) {
        return new ItemTests(items.type(), formula, problems)
            .read(count.filter())
            .flatMap(test -> one(new Node.Read(inputs.count(items.fact(), test), count.input())));
      }
      if (shape.isPresent()) {
        wrong("items");
      }
      return Optional.empty();
    }

    private Optional<Shape> binary(Expression.Binary binary) {
      if (binary.right() instanceof Expression.Span span) {
        return number(binary.left()).flatMap(day -> shifted(day, span, binary.operator()));
      }
      var left = shape(binary.left());
      var right = shape(binary.right());
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      if (left.get() instanceof Series || right.get() instanceof Series) {
        return series(binary.operator(), left.get(), right.get());
      }
      return single(left.get())
          .flatMap(l -> single(right.get()).flatMap(r -> arithmetic(binary.operator(), l, r)))
          .flatMap(this::one);
    }

    private Optional<Shape> shifted(Numeric day, Expression.Span span, char operator) {
      if (day.unit().kind() != Unit.Kind.DATE || (operator != '+' && operator != '-')) {
        wrong("day ± span");
        return Optional.empty();
      }
      int amount = operator == '+' ? span.amount() : -span.amount();
      return one(new Node.Shifted(day, amount, span.unit()));
    }

    private Optional<Numeric> single(Shape shape) {
      if (shape instanceof One one && one.node() instanceof Numeric numeric) {
        return Optional.of(numeric);
      }
      wrong("number");
      return Optional.empty();
    }

    private Optional<Shape> series(char operator, Shape left, Shape right) {
      int length = left instanceof Series l ? l.years().size() : 0;
      int other = right instanceof Series r ? r.years().size() : length;
      if (length != 0 && other != length) {
        wrong(ProblemCode.YEARS_DIFFER, formula.text(), length, other);
        return Optional.empty();
      }
      var years = new ArrayList<Numeric>();
      for (int i = 0; i < Math.max(length, other); i++) {
        var l = left instanceof Series s ? Optional.of(s.years().get(i)) : single(left);
        var r = right instanceof Series s ? Optional.of(s.years().get(i)) : single(right);
        if (l.isEmpty() || r.isEmpty()) {
          return Optional.empty();
        }
        var year = arithmetic(operator, l.get(), r.get());
        if (year.isEmpty()) {
          return Optional.empty();
        }
        years.add(year.get());
      }
      return Optional.of(new Series(years));
    }

    private Optional<Numeric> arithmetic(char operator, Numeric left, Numeric right) {
      var l = left.unit();
      var r = right.unit();
      Unit unit =
          switch (operator) {
            case '+', '-' -> l.agreesWith(r) ? l : null;
            case '*' ->
                l.isMoney() && r.isMoney() ? null : l.isMoney() ? l : r.isMoney() ? r : mixed(l, r);
            default ->
                l.isMoney() && r.isMoney()
                    ? l.agreesWith(r) ? Unit.NUMBER : null
                    : r.isMoney() ? null : l.isMoney() ? l : Unit.NUMBER;
          };
      boolean dates = l.kind() == Unit.Kind.DATE || r.kind() == Unit.Kind.DATE;
      if (unit == null || dates) {
        wrong(ProblemCode.UNITS_DIFFER, formula.text(), name(l), name(r));
        return Optional.empty();
      }
      return Optional.of(new Node.Arithmetic(operator, left, right, unit));
    }

    private Unit mixed(Unit left, Unit right) {
      return left.kind() == Unit.Kind.PERCENT ? right : left;
    }

    private Optional<Shape> compare(Expression.Compare compare) {
      boolean equality =
          compare.comparison() == Comparison.EQUAL || compare.comparison() == Comparison.DIFFERENT;
      if (equality
          && compare.right() instanceof Expression.Name word
          && shape(compare.left()).orElse(null) instanceof One one
          && one.node() instanceof Node.Code) {
        var among = among(new Expression.Among(compare.left(), List.of(word.word())));
        return compare.comparison() == Comparison.EQUAL
            ? among
            : among.flatMap(shape -> one(new Node.Not((Condition) ((One) shape).node())));
      }
      var left = number(compare.left());
      var right = number(compare.right());
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      if (!left.get().unit().agreesWith(right.get().unit())) {
        wrong(
            ProblemCode.UNITS_DIFFER,
            formula.text(),
            name(left.get().unit()),
            name(right.get().unit()));
        return Optional.empty();
      }
      return one(
          new Node.Compare(
              compare.comparison(), left.get(), right.get(), compare.left(), compare.right()));
    }

    private static String name(Unit unit) {
      return unit.isMoney() ? unit.word() : unit.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private Optional<Shape> among(Expression.Among among) {
      if (among.left() instanceof Expression.Name name) {
        var codes = inputs.codes(name.word());
        for (var code : among.codes()) {
          if (!codes.isEmpty() && !codes.contains(code)) {
            problems.unknown(ProblemCode.CODE_UNKNOWN, formula.place(), code, codes);
          }
        }
      }
      return code(among.left())
          .flatMap(code -> one(new Node.Among(code, new LinkedHashSet<>(among.codes()))));
    }

    private Optional<Shape> junction(Expression.Junction junction) {
      var operands = new ArrayList<Condition>();
      junction.operands().forEach(operand -> condition(operand).ifPresent(operands::add));
      return operands.size() < junction.operands().size()
          ? Optional.empty()
          : one(new Node.Junction(junction.all() ? operands.size() : 1, operands));
    }
  }
}
