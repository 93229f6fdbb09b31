package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.evaluate.Gap.Lever;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.link.Slots;

/// A firm as it is, from where changes are tried.
final class Situation {
  private static final int MOST_YEARS = 20;

  private final Dossier dossier;
  private final List<Slot> slots;
  private final LocalDate asOf;
  private final FactTypes types;
  private final Resolver resolver;
  private final Map<Integer, Resolved> known = new HashMap<>();
  private final Evaluator evaluator = new Evaluator(this::resolve);
  private final Dependence dependence = new Dependence();
  private final Map<Integer, List<Integer>> alike = new HashMap<>();
  private final Map<List<Object>, Slot> byLever = new HashMap<>();

  /// @param slots all that can matter
  Situation(Dossier dossier, LocalDate asOf, FactTypes types, List<Slot> slots) {
    this.slots = List.copyOf(slots);
    this.dossier = dossier;
    this.asOf = asOf;
    this.types = types;
    resolver = new Resolver(dossier, asOf, types);
  }

  Resolved resolve(Slot slot) {
    return known.computeIfAbsent(slot.index(), _ -> resolver.resolve(slot));
  }

  /// Works out everything as it is.
  Evaluator evaluator() {
    return evaluator;
  }

  /// Works out everything with one slot changed.
  Evaluator with(Slot changed, Content content) {
    return with(spread(Map.of(changed, content)));
  }

  /// The same figure is asked for more than once: alone, and as a year of a series.
  Map<Integer, Content> spread(Map<Slot, Content> changes) {
    Map<Integer, Content> all = new HashMap<>();
    changes.forEach((changed, content) -> alike(changed).forEach(index -> all.put(index, content)));
    return all;
  }

  private List<Integer> alike(Slot changed) {
    return alike.computeIfAbsent(
        changed.index(),
        index -> {
          var figure = figure(changed);
          var found =
              new ArrayList<>(
                  slots.stream()
                      .filter(slot -> slot.kind() == changed.kind() && figure(slot).equals(figure))
                      .map(Slot::index)
                      .toList());
          if (!found.contains(index)) {
            found.add(index);
          }
          return List.copyOf(found);
        });
  }

  /// What slots that ask for the same have in common.
  static Object figure(Slot slot) {
    return slot.asked() instanceof Slot.Single single
        ? List.of(single.fact().attribute(), single.fact().via(), single.period())
        : slot.index();
  }

  /// Works out everything with some slots changed.
  Evaluator with(Map<Integer, Content> changes) {
    return new Evaluator(evaluator, changes, dependence);
  }

  /// The calendar year that a slot asks for.
  Optional<Integer> year(Slot slot) {
    return slot.asked() instanceof Slot.Single single
            && single.period() instanceof Period.Year(int back)
        ? Optional.of(asOf.getYear() - back)
        : Optional.empty();
  }

  /// Remembers which slot a lever moves.
  void moves(Lever lever, Slot slot) {
    byLever.putIfAbsent(List.of(lever.input(), lever.year()), slot);
  }

  Slot slot(Lever lever) {
    return Objects.requireNonNull(byLever.get(List.of(lever.input(), lever.year())));
  }

  /// The firm as it would be after some changes.
  Situation after(Map<Slot, Content> changes) {
    var then = new Situation(dossier, asOf, types, slots);
    known.forEach(then.known::put);
    var changed = spread(changes);
    for (Slot slot : slots) {
      var content = changed.get(slot.index());
      if (content != null) {
        then.known.put(slot.index(), new Resolved(slot, content, List.of()));
      }
    }
    return then;
  }

  /// The first day on which a condition gives the wanted answer by the passing of time alone: only
  /// for conditions that ask for days, and for items within a span of time.
  Optional<LocalDate> earliest(Condition condition, Answer wanted) {
    var slots = Slots.of(condition);
    if (slots.isEmpty() || !slots.stream().allMatch(Situation::passesWithTime)) {
      return Optional.empty();
    }
    var last = asOf.plusYears(MOST_YEARS);
    if (answerOn(condition, last) != wanted) {
      return Optional.empty();
    }
    long low = asOf.toEpochDay();
    long high = last.toEpochDay();
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (answerOn(condition, LocalDate.ofEpochDay(middle)) == wanted) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Optional.of(LocalDate.ofEpochDay(high));
  }

  private Answer answerOn(Condition condition, LocalDate day) {
    return new Evaluator(new Resolver(dossier, day, types)::resolve).answer(condition);
  }

  private static boolean passesWithTime(Slot slot) {
    return switch (slot.asked()) {
      case Slot.Clock _ -> true;
      case Slot.Count count ->
          count.fact().period() instanceof Period.Within
              || count.fact().period() instanceof Period.SinceYear;
      case Slot.Single single ->
          slot.unit().kind() == Unit.Kind.DATE && single.period() instanceof Period.Now;
      case Slot.Parameter _, Slot.Grouped _ -> false;
    };
  }
}
