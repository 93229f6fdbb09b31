package org.ronghe.rules.fast;

import java.time.LocalDate;
import java.util.List;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Input.Absent;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Periods;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.evaluate.Resolver;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactType.Timing;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.link.ItemTest;
import org.ronghe.rules.link.Slot;

/// Fills frames from columns, slot by slot, by the same rules as [Resolver].
///
/// A slot about another organisation, or about a group of them, goes through the resolver with the
/// firm's own facts.
final class FrameFiller {
  private static final int NOTHING = -1;

  private final FactColumns facts;
  private final LocalDate asOf;
  private final int today;
  private final FactTypes types;

  FrameFiller(FactColumns facts, LocalDate asOf, FactTypes types) {
    this.facts = facts;
    this.asOf = asOf;
    this.types = types;
    today = Column.day(asOf);
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
        case Slot.Parameter _, Slot.Grouped _, Slot.Single _, Slot.Count _ ->
            slowly(frames, slot, first, count);
      }
    }
  }

  private void slowly(Frames frames, Slot slot, int first, int count) {
    for (int i = 0; i < count; i++) {
      var dossier = Dossier.of(facts.facts(first + i));
      put(frames, slot, i, new Resolver(dossier, asOf, types).resolve(slot).content());
    }
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
    var timing = timing(fact.attribute());
    var since = asked.since() ? facts.column(fact.since().orElseThrow()) : null;
    byte open = state(!fact.judged().isEmpty());
    int index = slot.index();
    boolean money = slot.unit().isMoney();
    boolean ours =
        !money || column.currency().isEmpty() || column.currency().equals(fact.currency());
    boolean fits = fits(slot, column);
    for (int i = 0; i < count; i++) {
      int firm = first + i;
      if (since != null && isBefore(asked.period(), since, firm)) {
        frames.open(index, i, Frames.NOT_ASKED);
        continue;
      }
      int at = pick(column, firm, asked.period(), timing);
      if (at == NOTHING) {
        if (fact.absent() == Absent.NONE) {
          frames.put(index, i, 0); // none, not so, or no code: all are number 0
        } else {
          frames.open(index, i, open);
        }
      } else if (column.is(at, Column.UNKNOWN)) {
        frames.open(index, i, open);
      } else if (column.is(at, Column.ASIDE) || !fits || !ours) {
        aside(frames, slot, i, fact, column.value(at, facts.codes()));
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

  private static void aside(Frames frames, Slot slot, int i, Input.Fact asked, FactValue value) {
    switch (value) {
      case FactValue.Figure figure when slot.kind() == Slot.Kind.NUMBER ->
          frames.near(slot.index(), i, figure.number());
      case FactValue.Money money
          when slot.kind() == Slot.Kind.NUMBER
              && (money.currency().isEmpty() || money.currency().equals(asked.currency())) ->
          frames.near(slot.index(), i, money.amountMinor());
      default -> frames.open(slot.index(), i, Frames.MISSING);
    }
  }

  private boolean isBefore(Period period, Column since, int firm) {
    int at = pick(since, firm, new Period.Now(), Timing.INTERVAL);
    return at != NOTHING
        && !since.is(at, Column.UNKNOWN)
        && since.kind() == Column.Kind.DAY
        && period instanceof Period.Year year
        && LocalDate.ofEpochDay((long) since.value(at)).getYear() > asOf.getYear() - year.back();
  }

  private int pick(Column column, int firm, Period period, Timing timing) {
    if (period instanceof Period.LatestYear) {
      int now = best(column, firm, new Period.Year(0), timing);
      return now == NOTHING ? best(column, firm, new Period.Year(1), timing) : now;
    }
    return best(column, firm, period, timing);
  }

  /// Dated before undated, later before earlier, shorter before longer; the first among equals.
  private int best(Column column, int firm, Period period, Timing timing) {
    int best = NOTHING;
    int end = column.end(firm);
    for (int at = column.start(firm); at < end; at++) {
      if (answers(column, at, period, timing) && (best == NOTHING || isBetter(column, at, best))) {
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

  private boolean answers(Column column, int at, Period period, Timing timing) {
    boolean dated = column.is(at, Column.DATED);
    return switch (period) {
      case Period.Year year ->
          dated ? covers(column, at, asOf.getYear() - year.back()) : year.back() == 1;
      case Period.Now _ ->
          column.from(at) <= today && (timing != Timing.INTERVAL || column.until(at) >= today);
      case Period.LatestYear _, Period.Years _ -> false;
      case Period.Within _, Period.SinceYear _, Period.Ever _ -> inTime(column, at, period);
    };
  }

  private static boolean covers(Column column, int at, int year) {
    return column.from(at) <= (int) LocalDate.of(year, 12, 31).toEpochDay()
        && column.until(at) >= (int) LocalDate.of(year, 1, 1).toEpochDay();
  }

  private boolean inTime(Column column, int at, Period period) {
    if (!column.is(at, Column.DATED)) {
      return true;
    }
    int from = column.from(at);
    int until = column.until(at);
    return switch (period) {
      case Period.Now _ -> from <= today && until >= today;
      case Period.Ever _ -> from <= today;
      case Period.Year year -> covers(column, at, asOf.getYear() - year.back());
      case Period.LatestYear _ ->
          covers(column, at, asOf.getYear()) || covers(column, at, asOf.getYear() - 1);
      case Period.Years years ->
          from <= Column.day(LocalDate.of(asOf.getYear() - years.back(), 12, 31))
              && until
                  >= Column.day(
                      LocalDate.of(asOf.getYear() - years.back() - years.count() + 1, 1, 1));
      case Period.Within within ->
          from <= today && until > Column.day(Periods.moved(asOf, -within.amount(), within.unit()));
      case Period.SinceYear since ->
          from <= today && until >= Column.day(LocalDate.of(asOf.getYear() - since.back(), 1, 1));
    };
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
        if (inTime(column, at, fact.period())) {
          unknown |= column.is(at, Column.UNKNOWN);
          if (any || passes(asked.test(), column, at, texts ? passes : null)) {
            found++;
          }
        }
      }
      if (unknown) {
        frames.open(slot.index(), i, Frames.MISSING);
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
