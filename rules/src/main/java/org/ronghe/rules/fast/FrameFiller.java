package org.ronghe.rules.fast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Input.Absent;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.evaluate.Resolver;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactType.Timing;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.ItemTest;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.number.Exact;

/// Fills frames from columns, slot by slot, by the same rules as [Resolver].
///
/// A slot about another organisation, or about a group of them, goes through the resolver with the
/// firm's own facts.
final class FrameFiller {
  private static final int NOTHING = -1;

  private final FactColumns facts;
  private final LocalDate asOf;
  private final FactTypes types;
  private final Map<String, Exact> parameters;

  /// @param parameters numbers that the operator set for all firms, by name
  FrameFiller(FactColumns facts, LocalDate asOf, FactTypes types, Map<String, Exact> parameters) {
    this.facts = facts;
    this.asOf = asOf;
    this.types = types;
    this.parameters = Map.copyOf(parameters);
  }

  /// Fills a block.
  ///
  /// @param first the firm that becomes number 0 of the block
  void fill(Frames frames, List<Slot> wanted, int first, int count) {
    for (var slot : wanted) {
      switch (slot.asked()) {
        case Slot.Clock clock ->
            frames.fill(slot.index(), (double) Resolver.clock(clock.kind(), asOf));
        case Slot.Single single when single.fact().via().isEmpty() ->
            single(frames, slot, single, first, count);
        case Slot.Count items when items.fact().via().isEmpty() ->
            count(frames, slot, items, first, count);
        case Slot.Parameter _ -> parameter(frames, slot, count);
        case Slot.Single single -> elsewhere(frames, slot, single.fact(), first, count);
        case Slot.Count items -> elsewhere(frames, slot, items.fact(), first, count);
        case Slot.Grouped grouped -> grouped(frames, slot, grouped, first, count);
      }
    }
  }

  /// The same for every firm.
  private void parameter(Frames frames, Slot slot, int count) {
    var dossier = new Dossier("", Facts.NONE, Map.of(), parameters);
    var content = new Resolver(dossier, asOf, types).resolve(slot).content();
    for (int i = 0; i < count; i++) {
      put(frames, slot, i, content);
    }
  }

  /// About another organisation: most firms name none.
  private void elsewhere(Frames frames, Slot slot, Input.Fact fact, int first, int count) {
    var via = facts.column(fact.via().getFirst());
    for (int i = 0; i < count; i++) {
      if (via.start(first + i) < via.end(first + i)) {
        slowly(frames, slot, first, i);
      } else if (fact.absent() == Absent.NONE) {
        frames.put(slot.index(), i, 0);
      } else {
        frames.open(slot.index(), i, state(!fact.judged().isEmpty()));
      }
    }
  }

  /// A firm that nobody holds a part of is a group of its own.
  private void grouped(Frames frames, Slot slot, Slot.Grouped asked, int first, int count) {
    var holdings = facts.column(asked.ownership().holding());
    var grouped = asked.grouped();
    var column = facts.column(grouped.attribute());
    var windows = windows(grouped.period(), timing(grouped.attribute()));
    for (int i = 0; i < count; i++) {
      int firm = first + i;
      if (holdings.start(firm) < holdings.end(firm)) {
        slowly(frames, slot, first, i);
        continue;
      }
      int at = pick(column, firm, windows);
      var number =
          at == NOTHING
              ? Optional.<Exact>empty()
              : amount(column.value(at, facts.codes()), grouped.currency());
      if (number.isPresent()) {
        frames.near(slot.index(), i, number.get());
      } else {
        frames.open(slot.index(), i, Frames.MISSING);
      }
    }
  }

  private static Optional<Exact> amount(FactValue value, String currency) {
    return switch (value) {
      case FactValue.Figure figure -> Optional.of(figure.number());
      case FactValue.Money money
          when money.currency().isEmpty() || money.currency().equals(currency) ->
          Optional.of(money.amountMinor());
      default -> Optional.empty();
    };
  }

  private void slowly(Frames frames, Slot slot, int first, int i) {
    var dossier = Dossier.of(facts.facts(first + i));
    put(frames, slot, i, new Resolver(dossier, asOf, types).resolve(slot).content());
  }

  private void put(Frames frames, Slot slot, int i, Content content) {
    switch (content) {
      case Content.Truth truth -> answer(frames, slot.index(), i, truth);
      case Content.Codes codes -> {
        if (codes.isKnown()) {
          int number = facts.codes().number(codes.possible().iterator().next());
          frames.put(slot.index(), i, number);
        } else {
          frames.open(slot.index(), i, state(codes.doubt().human()));
        }
      }
      case Quantity quantity -> {
        if (!quantity.asked()) {
          frames.open(slot.index(), i, Frames.NOT_ASKED);
        } else if (quantity.isKnown()) {
          frames.near(slot.index(), i, quantity.value());
        } else {
          frames.open(slot.index(), i, state(quantity.doubt().human()));
        }
      }
    }
  }

  private static void answer(Frames frames, int slot, int i, Content.Truth truth) {
    switch (truth.answer()) {
      case MET -> frames.put(slot, i, 1);
      case NOT_MET -> frames.put(slot, i, 0);
      case DATA_MISSING -> frames.open(slot, i, Frames.MISSING);
      case NEEDS_HUMAN -> frames.open(slot, i, Frames.HUMAN);
    }
  }

  private static byte state(boolean human) {
    return human ? Frames.HUMAN : Frames.MISSING;
  }

  private void single(Frames frames, Slot slot, Slot.Single asked, int first, int count) {
    var fact = asked.fact();
    var column = facts.column(fact.attribute());
    var windows = windows(asked.period(), timing(fact.attribute()));
    var born = TimeWindow.ofValue(new Period.Now(), Timing.INTERVAL, asOf);
    var since = asked.since() ? facts.column(fact.since().orElseThrow()) : null;
    byte open = state(!fact.judged().isEmpty());
    int index = slot.index();
    boolean money = slot.unit().isMoney();
    boolean ours =
        !money || column.currency().isEmpty() || column.currency().equals(fact.currency());
    boolean fits = fits(slot, column);
    for (int i = 0; i < count; i++) {
      int firm = first + i;
      if (since != null && isBefore(asked.period(), since, firm, born)) {
        frames.open(index, i, Frames.NOT_ASKED);
        continue;
      }
      int at = pick(column, firm, windows);
      if (at == NOTHING) {
        if (fact.absent() == Absent.NONE) {
          frames.put(index, i, 0); // none, not so, or no code: all are number 0
        } else {
          frames.open(index, i, open);
        }
      } else if (column.is(at, Column.UNKNOWN)) {
        frames.open(index, i, open);
      } else if (column.is(at, Column.ASIDE) || !fits || !ours) {
        aside(frames, slot, i, fact, column, at);
      } else {
        frames.put(index, i, column.value(at));
      }
    }
  }

  private Timing timing(String attribute) {
    return types.find(attribute).map(type -> type.timing()).orElse(Timing.INTERVAL);
  }

  private static boolean fits(Slot slot, Column column) {
    var kind = column.kind();
    return kind != null
        && switch (slot.kind()) {
          case NUMBER ->
              kind == Column.Kind.FIGURE || kind == Column.Kind.MONEY || kind == Column.Kind.DAY;
          case FLAG -> kind == Column.Kind.FLAG;
          case CODE -> kind == Column.Kind.TEXT || kind == Column.Kind.REFERENCE;
        };
  }

  /// A number aside; anything else, or another currency, is not the number asked for.
  private void aside(Frames frames, Slot slot, int i, Input.Fact asked, Column column, int at) {
    var value = column.value(at, facts.codes());
    boolean fits =
        slot.kind() == Slot.Kind.NUMBER
            && switch (value) {
              case FactValue.Figure _ -> true;
              case FactValue.Money money ->
                  money.currency().isEmpty() || money.currency().equals(asked.currency());
              default -> false;
            };
    if (!fits) {
      frames.open(slot.index(), i, Frames.MISSING);
      return;
    }
    var number = column.is(at, Column.ASIDE) ? column.aside(at).number() : null;
    if (number != null) {
      frames.near(slot.index(), i, number);
    } else {
      frames.put(slot.index(), i, column.value(at));
    }
  }

  private boolean isBefore(Period period, Column since, int firm, TimeWindow born) {
    int at = best(since, firm, born);
    return at != NOTHING
        && since.isPlain(at)
        && since.kind() == Column.Kind.DAY
        && period instanceof Period.Year year
        && LocalDate.ofEpochDay((long) since.value(at)).getYear() > asOf.getYear() - year.back();
  }

  /// The windows of a period, in the order in which they are asked.
  private List<TimeWindow> windows(Period period, Timing timing) {
    return period instanceof Period.LatestYear
        ? List.of(
            TimeWindow.ofValue(new Period.Year(0), timing, asOf),
            TimeWindow.ofValue(new Period.Year(1), timing, asOf))
        : List.of(TimeWindow.ofValue(period, timing, asOf));
  }

  private static int pick(Column column, int firm, List<TimeWindow> windows) {
    int found = best(column, firm, windows.getFirst());
    return found == NOTHING && windows.size() > 1 ? best(column, firm, windows.get(1)) : found;
  }

  /// Dated before undated, later before earlier, shorter before longer; the first among equals.
  private static int best(Column column, int firm, TimeWindow window) {
    int best = NOTHING;
    int end = column.end(firm);
    for (int at = column.start(firm); at < end; at++) {
      if (window.touches(column, at) && (best == NOTHING || isBetter(column, at, best))) {
        best = at;
      }
    }
    return best;
  }

  private static boolean isBetter(Column column, int at, int best) {
    boolean dated = column.is(at, Column.DATED);
    if (dated != column.is(best, Column.DATED)) {
      return dated;
    }
    return column.from(at) != column.from(best)
        ? column.from(at) > column.from(best)
        : column.until(at) < column.until(best);
  }

  private void count(Frames frames, Slot slot, Slot.Count asked, int first, int count) {
    var fact = asked.fact();
    var column = facts.column(fact.attribute());
    byte open = state(!fact.judged().isEmpty());
    var passes = new boolean[facts.codes().size()];
    boolean texts = column.kind() == Column.Kind.TEXT;
    if (texts) {
      for (int code = 0; code < passes.length; code++) {
        passes[code] = asked.test().passes(new FactValue.Text(facts.codes().text(code)));
      }
    }
    var window = TimeWindow.ofItems(fact.period(), asOf);
    boolean any = asked.test() instanceof ItemTest.Any;
    for (int i = 0; i < count; i++) {
      int firm = first + i;
      if (!column.isRecorded(firm)) {
        if (fact.absent() == Absent.NONE) {
          frames.put(slot.index(), i, 0);
        } else {
          frames.open(slot.index(), i, open);
        }
        continue;
      }
      int found = 0;
      boolean unknown = false;
      for (int at = column.start(firm); at < column.end(firm); at++) {
        if (window.touches(column, at)) {
          unknown |= column.is(at, Column.UNKNOWN);
          if (any || passes(asked.test(), column, at, texts ? passes : null)) {
            found++;
          }
        }
      }
      if (unknown) {
        frames.open(slot.index(), i, open);
      } else {
        frames.put(slot.index(), i, found);
      }
    }
  }

  /// Whether an item counts.
  ///
  /// @param byCode what each code is worth; null where values are no codes
  private boolean passes(
      ItemTest test, Column column, int at, boolean @org.jspecify.annotations.Nullable [] byCode) {
    if (byCode != null && column.isPlain(at)) {
      return byCode[(int) column.value(at)];
    }
    return test.passes(column.value(at, facts.codes()));
  }
}
