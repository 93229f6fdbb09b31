package org.ronghe.rules.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// What each input of a rulebook gives, by the dictionary.
final class InputLinker {
  private final Rulebook rulebook;
  private final FactTypes types;
  private final SlotTable slots;
  private final Function<String, Optional<Program>> others;
  private final Problems problems;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  /// What an input gives.
  sealed interface Shape {}

  /// A number, truth value or code.
  record One(Node node) implements Shape {}

  /// A number for each of several years, oldest first.
  record Series(List<Numeric> years) implements Shape {
    Series {
      years = List.copyOf(years);
    }
  }

  /// Items to count.
  record Items(Input.Fact fact, FactType type) implements Shape {}

  InputLinker(
      Rulebook rulebook,
      FactTypes types,
      SlotTable slots,
      Function<String, Optional<Program>> others,
      Problems problems) {
    this.rulebook = rulebook;
    this.types = types;
    this.slots = slots;
    this.others = others;
    this.problems = problems;
    rulebook
        .inputs()
        .forEach((name, input) -> shape(input).ifPresent(shape -> shapes.put(name, shape)));
  }

  Optional<Shape> find(String name) {
    return Optional.ofNullable(shapes.get(name));
  }

  Slot count(Input.Fact fact, ItemTest test) {
    return slots.of(new Slot.Count(fact, test), Slot.Kind.NUMBER, Unit.NUMBER);
  }

  Slot clock(Slot.ClockKind kind) {
    var unit = kind == Slot.ClockKind.LAST_YEAR ? Unit.NUMBER : Unit.DATE;
    return slots.of(new Slot.Clock(kind), Slot.Kind.NUMBER, unit);
  }

  private Optional<Shape> shape(Input input) {
    return switch (input.origin()) {
      case Input.Fact fact -> fact(input, fact);
      case Input.Parameter parameter ->
          Optional.of(
              new One(
                  new Node.Read(
                      slots.of(
                          new Slot.Parameter(rulebook.id(), input.name(), parameter),
                          Slot.Kind.NUMBER,
                          Unit.NUMBER),
                      input.name())));
      case Input.Worked worked -> worked(input, worked);
      case Input.Grouped grouped -> grouped(input, grouped);
    };
  }

  private Optional<Shape> worked(Input input, Input.Worked worked) {
    var program = others.apply(worked.rulebook());
    if (program.isEmpty()) {
      problems.add(ProblemCode.RULEBOOK_UNKNOWN, input.place(), worked.rulebook());
      return Optional.empty();
    }
    var value = program.get().findValue(worked.value());
    if (value.isEmpty()) {
      problems.unknown(
          ProblemCode.NAME_UNKNOWN,
          input.place(),
          worked.value(),
          program.get().values().stream().map(v -> v.definition().id()).toList());
    }
    return value.map(v -> new One(named(program.get().id(), v)));
  }

  /// A value of a rulebook as a node that is worked out once.
  static Node named(String program, Program.Value value) {
    var id = value.definition().id();
    return switch (value.node()) {
      case Numeric numeric -> new Node.Named(program, value.index(), id, numeric);
      case Node.Condition condition ->
          new Node.NamedCondition(program, value.index(), id, condition);
      case Node.Code code -> new Node.NamedCode(program, value.index(), id, code);
    };
  }

  private Optional<FactType> type(Input input, String attribute) {
    var type = types.find(attribute);
    if (type.isEmpty()) {
      problems.unknown(ProblemCode.FACT_UNKNOWN, input.place(), attribute, types.keys());
    }
    return type;
  }

  private Optional<Shape> grouped(Input input, Input.Grouped grouped) {
    var type = type(input, grouped.attribute());
    var ownership = rulebook.contents().groups().get(grouped.group());
    if (ownership == null) {
      problems.unknown(
          ProblemCode.NAME_UNKNOWN,
          input.place(),
          grouped.group(),
          rulebook.contents().groups().keySet());
      return Optional.empty();
    }
    type(input, ownership.holding());
    return type.map(t ->
        new One(
            new Node.Read(
                slots.of(
                    new Slot.Grouped(ownership, grouped),
                    Slot.Kind.NUMBER,
                    unit(t, grouped.currency())),
                input.name())));
  }

  private Optional<Shape> fact(Input input, Input.Fact fact) {
    fact.via().forEach(via -> type(input, via));
    fact.since().ifPresent(since -> type(input, since));
    return type(input, fact.attribute()).flatMap(type -> fact(input, fact, type));
  }

  private Optional<Shape> fact(Input input, Input.Fact fact, FactType type) {
    return switch (fact.period()) {
      case Period.Years years when type.kind().isNumber() -> {
        var series =
            IntStream.range(0, years.count())
                .mapToObj(i ->
                    single(
                        input, fact, type, new Period.Year(years.back() + years.count() - 1 - i)))
                .map(node -> (Numeric) node)
                .toList();
        yield Optional.of(new Series(series));
      }
      case Period.Years _ -> {
        problems.add(ProblemCode.PERIOD_WRONG, input.place(), fact.attribute(), type.kind().name());
        yield Optional.empty();
      }
      case Period.Within _, Period.SinceYear _, Period.Ever _ -> Optional.of(new Items(fact, type));
      case Period.Year _, Period.LatestYear _, Period.Now _ ->
          type.isItems()
              ? Optional.of(new Items(fact, type))
              : Optional.of(new One(single(input, fact, type, fact.period())));
    };
  }

  private Node single(Input input, Input.Fact fact, FactType type, Period period) {
    var asked = new Slot.Single(fact, period, fact.since().isPresent());
    return switch (type.kind()) {
      case BOOLEAN -> new Node.Flag(slots.of(asked, Slot.Kind.FLAG, Unit.NUMBER), input.name());
      case CODE, TEXT, TITLE, ORGANISATION, PERSON, HOLDING ->
          new Node.ReadCode(slots.of(asked, Slot.Kind.CODE, Unit.NUMBER), input.name());
      case DECIMAL, INTEGER, MONEY, PERCENT, DATE ->
          new Node.Read(
              slots.of(asked, Slot.Kind.NUMBER, unit(type, fact.currency())), input.name());
    };
  }

  private static Unit unit(FactType type, String currency) {
    return switch (type.kind()) {
      case MONEY -> Unit.money(currency);
      case PERCENT -> Unit.PERCENT;
      case DATE -> Unit.DATE;
      case DECIMAL, INTEGER -> Unit.counted(type.unit());
      case BOOLEAN, CODE, TEXT, TITLE, ORGANISATION, PERSON, HOLDING -> Unit.NUMBER;
    };
  }

  /// The codes an input can have; empty where any text will do.
  Set<String> codes(String input) {
    var declared = rulebook.inputs().get(input);
    if (declared != null && declared.origin() instanceof Input.Fact fact) {
      return types.find(fact.attribute()).map(type -> type.codes().keySet()).orElse(Set.of());
    }
    return Set.of();
  }

  Set<String> names() {
    return rulebook.inputs().keySet();
  }
}
