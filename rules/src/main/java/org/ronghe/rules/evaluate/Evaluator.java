package org.ronghe.rules.evaluate;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.evaluate.Content.Codes;
import org.ronghe.rules.evaluate.Content.Truth;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Node.Code;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.number.Exact;

/// Works out nodes exactly, for one firm on one day.
final class Evaluator {
  private final Function<Slot, Resolved> facts;
  private final Map<Integer, Resolved> asked = new TreeMap<>();
  private final Map<String, Map<Integer, Content>> named = new HashMap<>();
  private final @Nullable Trial trial;

  /// @param facts answers each slot
  Evaluator(Function<Slot, Resolved> facts) {
    this.facts = facts;
    trial = null;
  }

  /// Works out what hangs on some changed slots; the rest is as in another evaluator.
  ///
  /// @param changes contents by slot
  Evaluator(Evaluator base, Map<Integer, Content> changes, Dependence dependence) {
    facts = base.facts;
    trial = new Trial(base, changes, dependence);
  }

  private record Trial(Evaluator base, Map<Integer, Content> changes, Dependence dependence) {}

  /// All that was asked of the facts, by slot.
  Map<Integer, Resolved> asked() {
    return asked;
  }

  Content content(Node node) {
    return switch (node) {
      case Numeric numeric -> number(numeric);
      case Condition condition -> new Truth(answer(condition));
      case Code code -> code(code);
    };
  }

  private Content read(Slot slot) {
    if (trial != null) {
      var changed = trial.changes.get(slot.index());
      return changed == null ? trial.base.read(slot) : changed;
    }
    return asked.computeIfAbsent(slot.index(), _ -> facts.apply(slot)).content();
  }

  private Content named(String program, int index, Node node) {
    if (trial != null && !trial.dependence.hangs(node, trial.changes.keySet())) {
      return trial.base.named(program, index, node);
    }
    var ofProgram = named.computeIfAbsent(program, _ -> new HashMap<>());
    var known = ofProgram.get(index);
    if (known != null) {
      return known;
    }
    var content = content(node);
    ofProgram.put(index, content);
    return content;
  }

  /// The results in order; thousands of short lists a firm are too many for streams.
  private static <T, R> List<R> each(List<T> operands, Function<T, R> function) {
    var results = new ArrayList<R>(operands.size());
    for (T operand : operands) {
      results.add(function.apply(operand));
    }
    return results;
  }

  Answer answer(Condition condition) {
    return switch (condition) {
      case Node.Compare compare ->
          number(compare.left()).compare(compare.comparison(), number(compare.right()));
      case Node.Junction junction ->
          Answer.atLeast(junction.least(), each(junction.operands(), this::answer));
      case Node.Not not -> answer(not.operand()).opposite();
      case Node.Flag flag -> ((Truth) read(flag.slot())).answer();
      case Node.Among among -> code(among.code()).among(among.codes());
      case Node.Fixed fixed -> Answer.of(fixed.holds());
      case Node.Known known -> Answer.of(number(known.operand()).isKnown());
      case Node.NamedCondition value ->
          ((Truth) named(value.program(), value.index(), value.node())).answer();
    };
  }

  Codes code(Code code) {
    return switch (code) {
      case Node.ReadCode read -> (Codes) read(read.slot());
      case Node.CodeChoice choice -> choice(choice);
      case Node.NamedCode value -> (Codes) named(value.program(), value.index(), value.node());
    };
  }

  private Codes choice(Node.CodeChoice choice) {
    Codes possible = null;
    var doubt = Doubt.NONE;
    for (var option : choice.options()) {
      var answer = option.condition().map(this::answer).orElse(Answer.MET);
      if (answer == Answer.NOT_MET) {
        continue;
      }
      var codes = Codes.of(option.code());
      possible = possible == null ? codes : possible.or(codes);
      if (answer == Answer.MET) {
        return new Codes(possible.possible(), possible.doubt().and(doubt));
      }
      doubt = doubt.and(doubt(answer));
    }
    return Codes.unknown(doubt.and(Doubt.HUMAN));
  }

  private static Doubt doubt(Answer answer) {
    return answer == Answer.DATA_MISSING ? Doubt.MISSING : Doubt.HUMAN;
  }

  Quantity number(Numeric node) {
    return switch (node) {
      case Node.Constant constant -> Quantity.of(constant.value());
      case Node.Range range -> Quantity.between(range.least(), range.most(), Doubt.HUMAN);
      case Node.Read read -> (Quantity) read(read.slot());
      case Node.Arithmetic arithmetic ->
          Arithmetic.of(
              arithmetic.operator(), number(arithmetic.left()), number(arithmetic.right()));
      case Node.Fold fold -> Arithmetic.fold(fold.how(), each(fold.operands(), this::number));
      case Node.Rounded rounded ->
          mapped(number(rounded.operand()), n -> n.rounded(rounded.step(), rounded.mode()));
      case Node.Cagr cagr ->
          Arithmetic.cagr(number(cagr.first()), number(cagr.last()), cagr.years());
      case Node.Between between ->
          Arithmetic.between(number(between.from()), number(between.to()), between.years());
      case Node.Shifted shifted ->
          mapped(
              number(shifted.day()),
              day ->
                  Exact.of(
                      Periods.moved(date(day), shifted.amount(), shifted.span()).toEpochDay()));
      case Node.YearOf year -> mapped(number(year.day()), day -> Exact.of(date(day).getYear()));
      case Node.Banded banded -> Arithmetic.band(number(banded.measure()), banded.bands());
      case Node.Choice choice -> choice(choice);
      case Node.ByCode byCode -> byCode(byCode);
      case Node.Tally tally -> tally(tally);
      case Node.FirstKnown first -> {
        var known = number(first.first());
        yield known.isKnown() ? known : number(first.second());
      }
      case Node.Named value -> (Quantity) named(value.program(), value.index(), value.node());
    };
  }

  static LocalDate date(Exact day) {
    return LocalDate.ofEpochDay(
        day.rounded(Exact.ONE, RoundingMode.FLOOR).numerator().longValueExact());
  }

  /// Applies a function that never decreases.
  private static Quantity mapped(Quantity operand, Function<Exact, Exact> function) {
    return operand.isBounded()
        ? new Quantity(
            function.apply(operand.value()),
            function.apply(operand.greatest()),
            operand.doubt(),
            operand.asked())
        : operand;
  }

  private Quantity choice(Node.Choice choice) {
    Quantity possible = null;
    var doubt = Doubt.NONE;
    for (var option : choice.options()) {
      var answer = option.condition().map(this::answer).orElse(Answer.MET);
      if (answer == Answer.NOT_MET) {
        continue;
      }
      var value = number(option.value());
      possible = possible == null ? value : possible.or(value);
      if (answer == Answer.MET) {
        return with(possible, doubt);
      }
      doubt = doubt.and(doubt(answer));
    }
    // No row is left: what then, the document does not say.
    var rest = Quantity.unknown(Doubt.HUMAN);
    return with(possible == null ? rest : possible.or(rest), doubt);
  }

  private static Quantity with(Quantity value, Doubt doubt) {
    return new Quantity(value.least(), value.most(), value.doubt().and(doubt), value.asked());
  }

  private Quantity byCode(Node.ByCode byCode) {
    var codes = code(byCode.code());
    var candidates = new ArrayList<Numeric>();
    if (codes.possible().isEmpty()) {
      candidates.addAll(byCode.values().values());
      byCode.otherwise().ifPresent(candidates::add);
      if (byCode.otherwise().isEmpty() && candidates.isEmpty()) {
        return Quantity.unknown(codes.doubt());
      }
    } else {
      for (var code : codes.possible()) {
        var value = Optional.ofNullable(byCode.values().get(code)).or(byCode::otherwise);
        if (value.isEmpty()) {
          return Quantity.unknown(codes.isKnown() ? Doubt.HUMAN : codes.doubt());
        }
        candidates.add(value.get());
      }
    }
    return any(candidates, codes.doubt());
  }

  private Quantity any(List<Numeric> candidates, Doubt doubt) {
    Quantity all = null;
    for (var candidate : candidates) {
      var value = number(candidate);
      all = all == null ? value : all.or(value);
    }
    return all == null ? Quantity.unknown(doubt) : with(all, doubt);
  }

  private Quantity tally(Node.Tally tally) {
    int met = 0;
    int open = 0;
    var doubt = Doubt.NONE;
    for (var condition : tally.conditions()) {
      var answer = answer(condition);
      met += answer == Answer.MET ? 1 : 0;
      open += answer.isOpen() ? 1 : 0;
      doubt = answer.isOpen() ? doubt.and(doubt(answer)) : doubt;
    }
    return Quantity.between(Exact.of(met), Exact.of(met + open), doubt);
  }
}
