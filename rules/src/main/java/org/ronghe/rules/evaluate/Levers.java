package org.ronghe.rules.evaluate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ronghe.rules.evaluate.Gap.Lever;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.link.Slots;
import org.ronghe.rules.number.Exact;

/// Tries each input alone: how far must it go?
final class Levers {
  private static final Exact FINE = Exact.ONE.dividedBy(Exact.of(10_000));
  private static final BigInteger FAR = BigInteger.valueOf(1_000);
  private static final BigInteger AT_LEAST_FAR = BigInteger.valueOf(100);

  private final Situation situation;
  private final FactTypes types;

  Levers(Situation situation, FactTypes types) {
    this.situation = situation;
    this.types = types;
  }

  /// How great a change is, from 0 to about 1: relative for numbers.
  static double nearness(Lever lever) {
    if (lever.from() instanceof Quantity from
        && lever.to() instanceof Quantity to
        && from.isKnown()
        && to.isKnown()) {
      double a = from.value().nearest();
      double b = to.value().nearest();
      return Math.abs(b - a) / Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
    return 1;
  }

  /// The inputs that would do alone, nearest first.
  ///
  /// @param works whether what is wanted holds
  List<Lever> of(Node node, Predicate<Evaluator> works) {
    var levers = new ArrayList<Lever>();
    var names = Slots.names(node);
    for (var slot : Slots.of(node)) {
      if (slot.asked() instanceof Slot.Clock || slot.unit().kind() == Unit.Kind.DATE) {
        continue; // time is no lever
      }
      var name = names.getOrDefault(slot.index(), "");
      var content = situation.resolve(slot).content();
      var to =
          switch (content) {
            case Content.Truth truth when !truth.answer().isOpen() ->
                tried(slot, new Content.Truth(truth.answer().opposite()), works);
            case Content.Codes codes when codes.isKnown() ->
                code(slot, codes.possible().iterator().next(), works);
            case Quantity quantity when quantity.isKnown() -> number(slot, quantity, works);
            case Content.Truth _, Content.Codes _, Quantity _ -> Optional.<Content>empty();
          };
      to.ifPresent(found -> {
        var lever = new Lever(name, content, found, slot.unit(), situation.year(slot));
        levers.add(lever);
        situation.moves(lever, slot);
      });
    }
    levers.sort(Comparator.comparingDouble(Levers::nearness));
    return levers;
  }

  /// The inputs that are not known.
  List<Lever> open(Node node) {
    var levers = new ArrayList<Lever>();
    var names = Slots.names(node);
    for (var slot : Slots.of(node)) {
      var content = situation.resolve(slot).content();
      boolean known =
          switch (content) {
            case Content.Truth truth -> !truth.answer().isOpen();
            case Content.Codes codes -> codes.isKnown();
            case Quantity quantity -> quantity.isKnown() || !quantity.asked();
          };
      if (!known) {
        levers.add(
            new Lever(
                names.getOrDefault(slot.index(), ""),
                content,
                content,
                slot.unit(),
                situation.year(slot)));
      }
    }
    return levers;
  }

  private Optional<Content> tried(Slot slot, Content content, Predicate<Evaluator> works) {
    return works.test(situation.with(slot, content)) ? Optional.of(content) : Optional.empty();
  }

  private Optional<Content> code(Slot slot, String current, Predicate<Evaluator> works) {
    if (!(slot.asked() instanceof Slot.Single single)) {
      return Optional.empty();
    }
    var codes =
        types
            .find(single.fact().attribute())
            .map(type -> List.copyOf(type.codes().keySet()))
            .orElse(List.of());
    int here = codes.indexOf(current);
    return codes.stream()
        .sorted(Comparator.comparingInt(code -> Math.abs(codes.indexOf(code) - here)))
        .filter(code -> !code.equals(current))
        .map(Content.Codes::of)
        .filter(code -> works.test(situation.with(slot, code)))
        .map(Content.class::cast)
        .findFirst();
  }

  /// Tries far above and far below, then halves the way back.
  private Optional<Content> number(Slot slot, Quantity quantity, Predicate<Evaluator> works) {
    var step = slot.unit().kind() == Unit.Kind.PERCENT ? FINE : Exact.ONE;
    var steps = quantity.value().dividedBy(step);
    var start = steps.numerator().divide(steps.denominator());
    var far =
        slot.unit().kind() == Unit.Kind.PERCENT
            ? BigInteger.valueOf(10_000)
            : start.abs().multiply(FAR).max(farthest(slot));
    var up = search(slot, step, start, far, works);
    // What has happened stays: items do not become fewer.
    var down =
        slot.asked() instanceof Slot.Count
            ? Optional.<Exact>empty()
            : search(slot, step, start, least(slot, start), works);
    return nearer(quantity.value(), up, down).map(Quantity::of);
  }

  private static BigInteger farthest(Slot slot) {
    return slot.unit().isMoney() ? BigInteger.TEN.pow(13) : AT_LEAST_FAR;
  }

  private static BigInteger least(Slot slot, BigInteger start) {
    boolean canBeNegative = slot.unit().isMoney() && start.signum() < 0;
    return canBeNegative ? start.multiply(FAR) : BigInteger.ZERO;
  }

  private Optional<Exact> search(
      Slot slot, Exact step, BigInteger start, BigInteger end, Predicate<Evaluator> works) {
    if (start.equals(end) || !works(slot, step, end, works)) {
      return Optional.empty();
    }
    var bad = start;
    var good = end;
    while (good.subtract(bad).abs().compareTo(BigInteger.ONE) > 0) {
      var middle = good.add(bad).shiftRight(1);
      if (works(slot, step, middle, works)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return Optional.of(step.times(new Exact(good, BigInteger.ONE)));
  }

  private boolean works(Slot slot, Exact step, BigInteger steps, Predicate<Evaluator> works) {
    var value = new Exact(steps, BigInteger.ONE).times(step);
    return works.test(situation.with(slot, Quantity.of(value)));
  }

  private static Optional<Exact> nearer(Exact from, Optional<Exact> up, Optional<Exact> down) {
    if (up.isEmpty() || down.isEmpty()) {
      return up.or(() -> down);
    }
    return up.get().minus(from).compareTo(from.minus(down.get())) <= 0 ? up : down;
  }
}
