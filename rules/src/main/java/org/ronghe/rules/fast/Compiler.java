package org.ronghe.rules.fast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Engine.Request;
import org.ronghe.rules.evaluate.Periods;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.link.Program.ByCondition;
import org.ronghe.rules.link.Program.ByPerson;
import org.ronghe.rules.link.Program.ByRulebook;
import org.ronghe.rules.link.Program.Linked;
import org.ronghe.rules.link.Program.LinkedClause;
import org.ronghe.rules.link.Program.LinkedGroup;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.number.Exact;

/// Compiles titles to conditions over columns, for one day and kind of case: what these decide is
/// decided here, once.
final class Compiler {
  private final FactTypes types;
  private final CodeTable codes;
  private final Map<String, FastNumber> shared = new HashMap<>();

  Compiler(FactTypes types, CodeTable codes) {
    this.types = types;
    this.codes = codes;
  }

  /// How many values are shared: the size of a [Register].
  int shared() {
    return shared.size();
  }

  FastCondition title(LinkedTitle title, Request request) {
    if (!request.regardless() && !Engine.applies(title, request.kind(), request.asOf())) {
      return FastCondition.fixed(FastCondition.NOT_MET);
    }
    var parts = new ArrayList<FastCondition>();
    for (var veto : title.vetoes()) {
      var condition = clause(veto, request);
      if (condition != null) {
        parts.add(new FastConditions.Not(condition));
      }
    }
    var requires = requirement(title.requires(), request);
    if (requires != null) {
      parts.add(requires);
    }
    return atLeast(parts.size(), parts);
  }

  private static FastCondition atLeast(int least, List<FastCondition> parts) {
    return parts.size() == 1 && least == 1
        ? parts.getFirst()
        : new FastConditions.AtLeast(least, parts.toArray(FastCondition[]::new));
  }

  private static boolean applies(Requirement.Head head, CaseKind kind) {
    return head.cases().isEmpty() || head.cases().contains(kind);
  }

  /// The condition; null where it is not tested in this kind of case.
  private @Nullable FastCondition requirement(Linked linked, Request request) {
    if (!applies(linked.head(), request.kind())) {
      return null;
    }
    return switch (linked) {
      case LinkedClause clause -> clause(clause, request);
      case LinkedGroup group -> {
        var parts = new ArrayList<FastCondition>();
        for (var member : group.members()) {
          var part = requirement(member, request);
          if (part != null) {
            parts.add(part);
          }
        }
        boolean all = group.least() == group.members().size();
        yield parts.isEmpty() ? null : atLeast(all ? parts.size() : group.least(), parts);
      }
    };
  }

  private @Nullable FastCondition clause(LinkedClause clause, Request request) {
    if (!applies(clause.head(), request.kind())) {
      return null;
    }
    return switch (clause.decision()) {
      case ByCondition by -> condition(by.condition());
      case ByPerson _ -> FastCondition.fixed(FastCondition.HUMAN);
      case ByRulebook by ->
          title(
              by.title(),
              new Request(request.asOf(), by.kind().orElse(request.kind()), request.regardless()));
    };
  }

  private FastCondition[] conditions(List<Condition> conditions) {
    return conditions.stream().map(this::condition).toArray(FastCondition[]::new);
  }

  FastCondition condition(Condition condition) {
    return switch (condition) {
      case Node.Compare compare -> compare(compare);
      case Node.Junction junction ->
          atLeast(junction.least(), List.of(conditions(junction.operands())));
      case Node.Not not -> new FastConditions.Not(condition(not.operand()));
      case Node.Flag flag -> new FastConditions.Flag(flag.slot().index());
      case Node.Among among when among.code() instanceof Node.ReadCode read ->
          new FastConditions.Among(read.slot().index(), members(among));
      case Node.Among among -> amongChosen(among);
      case Node.Fixed fixed ->
          FastCondition.fixed(fixed.holds() ? FastCondition.MET : FastCondition.NOT_MET);
      case Node.Known known -> new FastConditions.Known(number(known.operand()));
      case Node.NamedCondition named -> condition(named.node());
    };
  }

  private FastCondition compare(Node.Compare node) {
    var left = number(node.left());
    var right = number(node.right());
    var compare = new FastConditions.Compare(node.comparison(), left, right, new Exactly(node));
    return left instanceof Operands.Read read
            && right instanceof Operands.Constant constant
            && constant.number().off() == 0
        ? new FastConditions.CompareRead(compare, read.slot(), constant.number().nearest())
        : compare;
  }

  private FastCondition amongChosen(Node.Among among) {
    var code = among.code();
    while (code instanceof Node.NamedCode named) {
      code = named.node();
    }
    return switch (code) {
      case Node.ReadCode read -> new FastConditions.Among(read.slot().index(), members(among));
      case Node.CodeChoice choice -> {
        int n = choice.options().size();
        var conditions = new FastCondition[n];
        var in = new boolean[n];
        for (int i = 0; i < n; i++) {
          var option = choice.options().get(i);
          conditions[i] =
              option
                  .condition()
                  .map(this::condition)
                  .orElse(FastCondition.fixed(FastCondition.MET));
          in[i] = among.codes().contains(option.code());
        }
        yield new FastConditions.AmongChosen(conditions, in);
      }
      case Node.NamedCode _ -> new FastConditions.Slow(new Exactly(among));
    };
  }

  private boolean[] members(Node.Among among) {
    among.codes().forEach(codes::number);
    var members = new boolean[codes.size()];
    among.codes().forEach(code -> members[codes.number(code)] = true);
    return members;
  }

  private FastNumber number(Numeric node) {
    return switch (node) {
      case Node.Constant constant -> new Operands.Constant(constant.value());
      case Node.Range range when isExact(range.least()) && isExact(range.most()) ->
          new Operands.Range(range.least().nearest(), range.most().nearest());
      case Node.Read read -> read(read.slot());
      case Node.Arithmetic arithmetic ->
          new Calculations.Arithmetic(
              arithmetic.operator(),
              number(arithmetic.left()),
              number(arithmetic.right()),
              new Exactly(arithmetic));
      case Node.Fold fold -> fold(fold);
      case Node.Banded banded ->
          new Selections.Banded(
              number(banded.measure()), new Bands(banded.bands()), new Exactly(banded));
      case Node.Choice choice -> choice(choice);
      case Node.ByCode byCode -> {
        var table = ByCode.of(byCode, codes);
        yield table == null ? new Operands.Slow(new Exactly(byCode)) : table;
      }
      case Node.Tally tally -> new Selections.Tally(conditions(tally.conditions()));
      case Node.FirstKnown first ->
          new Operands.FirstKnown(number(first.first()), number(first.second()));
      case Node.Named named -> named(named);
      case Node.Rounded rounded ->
          new DateNumbers.Rounded(
              number(rounded.operand()), rounded.step(), rounded.mode(), new Exactly(rounded));
      case Node.Cagr cagr ->
          new DateNumbers.Cagr(
              number(cagr.first()), number(cagr.last()), cagr.years(), new Exactly(cagr));
      case Node.Between between ->
          new DateNumbers.Between(
              number(between.from()), number(between.to()), between.years(), new Exactly(between));
      case Node.Shifted shifted ->
          new DateNumbers.OfDay(
              number(shifted.day()),
              day -> Periods.moved(day, shifted.amount(), shifted.span()).toEpochDay(),
              new Exactly(shifted));
      case Node.YearOf year ->
          new DateNumbers.OfDay(number(year.day()), day -> day.getYear(), new Exactly(year));
      case Node.Range _ -> new Operands.Slow(new Exactly(node));
    };
  }

  private FastNumber named(Node.Named named) {
    var key = named.program() + " " + named.index();
    var known = shared.get(key);
    if (known != null) {
      return known;
    }
    var node = number(named.node());
    var value = new Operands.Shared(shared.size(), node);
    shared.put(key, value);
    return value;
  }

  private FastNumber fold(Node.Fold fold) {
    var operands = fold.operands().stream().map(this::number).toArray(FastNumber[]::new);
    // Ranges that a missing number may lie in are bounded; anything else goes by doubt alone.
    return new Calculations.Fold(fold.how(), operands);
  }

  private FastNumber choice(Node.Choice choice) {
    int n = choice.options().size();
    var conditions = new @Nullable FastCondition[n];
    var values = new FastNumber[n];
    for (int i = 0; i < n; i++) {
      var option = choice.options().get(i);
      conditions[i] = option.condition().map(this::condition).orElse(null);
      values[i] = number(option.value());
    }
    return new Selections.Choice(conditions, values);
  }

  private static boolean isExact(Exact value) {
    return FactColumns.exact(value.nearest()).equals(value);
  }

  private FastNumber read(Slot slot) {
    var range = Frames.range(slot);
    if (range == null) {
      return new Operands.Read(slot.index(), isWhole(slot), false, 0, 0);
    }
    if (!isExact(range.least()) || !isExact(range.most())) {
      throw new IllegalArgumentException(slot + " lies between numbers that are no doubles");
    }
    return new Operands.Read(
        slot.index(), isWhole(slot), true, range.least().nearest(), range.most().nearest());
  }

  private boolean isWhole(Slot slot) {
    return switch (slot.asked()) {
      case Slot.Count _, Slot.Clock _ -> true;
      case Slot.Single single ->
          types
              .find(single.fact().attribute())
              .filter(type ->
                  type.kind() == FactType.Kind.INTEGER
                      || type.kind() == FactType.Kind.MONEY
                      || type.kind() == FactType.Kind.DATE)
              .isPresent();
      case Slot.Parameter _, Slot.Grouped _ -> false;
    };
  }
}
