package org.ronghe.rules.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.language.Amounts;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Language;

/// Numbers rounded for a reader, but never to what they are not: two numbers that differ stay apart
/// and in order, what is not whole does not look whole, and what has to be reached is rounded
/// beyond. [Shown] says the same numbers in full.
public final class Legible {
  private static final int PLACES = 2;

  /// Edges are stated to no more places than this.
  private static final int EDGE_PLACES = 4;

  /// A quotient that differs from a threshold differs within so many places: both stem from figures
  /// of at most 20 digits.
  private static final int MOST_PLACES = 40;

  /// Numbers are grouped from five digits on, so that years are not.
  private static final int GROUPED_DIGITS = 5;

  private static final int GROUPED_MONEY_DIGITS = 4;

  private static final Exact TEN = Exact.of(10);
  private static final Exact HUNDRED = Exact.of(100);
  private static final Exact WAN = Exact.of(10_000);
  private static final Exact YI = Exact.of(100_000_000);

  private final Language language;

  public Legible(Language language) {
    this.language = language;
  }

  /// Two numbers that are read side by side.
  public record Sides(String left, String right) {}

  /// A number in its unit to two places: `42.3 %`, `1,234.57 万元`, `CNY 12,345,700`.
  public String number(Exact number, Unit unit) {
    return text(number, unit, places(number, unit, RoundingMode.HALF_UP), RoundingMode.HALF_UP);
  }

  /// What a slot holds or a value is, to two places.
  public String content(Content content, Unit unit) {
    boolean unknown =
        switch (content) {
          case Quantity quantity -> !quantity.isBounded();
          case Content.Codes codes -> codes.possible().isEmpty();
          case Content.Truth _ -> false;
        };
    if (unknown) {
      return language == Language.CHINESE ? "未知" : "not known";
    }
    return content instanceof Quantity quantity && quantity.isBounded()
        ? quantity.isKnown()
            ? number(quantity.value(), unit)
            : number(quantity.value(), unit) + " … " + number(quantity.greatest(), unit)
        : Shown.content(content, unit, language);
  }

  /// How far a value has to move, rounded up.
  public String distance(Exact distance, Unit unit) {
    return text(distance, unit, places(distance, unit, RoundingMode.UP), RoundingMode.UP);
  }

  /// A value and what it is compared with, to as many places as tell them apart.
  public Sides sides(Content value, Content threshold, Unit unit) {
    return apart(value, threshold, unit, RoundingMode.HALF_UP);
  }

  /// A value and what it would have to become, which is rounded beyond.
  public Sides way(Content from, Content to, Unit unit) {
    boolean up =
        from instanceof Quantity start
            && to instanceof Quantity end
            && start.isBounded()
            && end.isBounded()
            && end.value().compareTo(start.value()) >= 0;
    return apart(from, to, unit, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
  }

  private Sides apart(Content left, Content right, Unit unit, RoundingMode rightMode) {
    if (!(left instanceof Quantity one && right instanceof Quantity other)
        || !one.isBounded()
        || !other.isBounded()) {
      return new Sides(content(left, unit), content(right, unit));
    }
    List<Exact> lefts = ends(one);
    List<Exact> rights = ends(other);
    int places = 0;
    for (Exact end : lefts) {
      places = Math.max(places, places(end, unit, RoundingMode.HALF_UP));
    }
    for (Exact end : rights) {
      places = Math.max(places, Math.max(own(end, unit), places(end, unit, rightMode)));
    }
    while (places < MOST_PLACES && !ordered(lefts, rights, unit, places, rightMode)) {
      places++;
    }
    return new Sides(
        joined(lefts, unit, places, RoundingMode.HALF_UP), joined(rights, unit, places, rightMode));
  }

  private static List<Exact> ends(Quantity quantity) {
    return quantity.isKnown()
        ? List.of(quantity.value())
        : List.of(quantity.value(), quantity.greatest());
  }

  private String joined(List<Exact> ends, Unit unit, int places, RoundingMode mode) {
    return ends.stream()
        .map(end -> text(end, unit, places, mode))
        .reduce((least, most) -> least + " … " + most)
        .orElseThrow();
  }

  private boolean ordered(
      List<Exact> lefts, List<Exact> rights, Unit unit, int places, RoundingMode rightMode) {
    for (Exact left : lefts) {
      Exact shownLeft = rounded(left, unit, places, RoundingMode.HALF_UP);
      for (Exact right : rights) {
        Exact shownRight = rounded(right, unit, places, rightMode);
        if (Integer.signum(left.compareTo(right))
            != Integer.signum(shownLeft.compareTo(shownRight))) {
          return false;
        }
      }
    }
    return true;
  }

  /// The places of an edge as a document states it; 0 where it is no short decimal.
  private int own(Exact edge, Unit unit) {
    for (int places = 0; places <= EDGE_PLACES; places++) {
      if (rounded(edge, unit, places, RoundingMode.HALF_UP).equals(edge)) {
        return places;
      }
    }
    return 0;
  }

  /// Two; more where it would look whole and is not, or be more than a hundredth off.
  private int places(Exact number, Unit unit, RoundingMode mode) {
    int places = PLACES;
    while (places < MOST_PLACES) {
      Exact shown = rounded(number, unit, places, mode);
      Exact off = shown.minus(number);
      Exact scale = scale(number, unit);
      if (off.signum() == 0
          || (size(off).times(HUNDRED).compareTo(size(number)) <= 0
              && !shown.dividedBy(scale).isWhole())) {
        break;
      }
      places++;
    }
    return places;
  }

  private Exact rounded(Exact number, Unit unit, int places, RoundingMode mode) {
    return unit.kind() == Unit.Kind.DATE
        ? number
        : number.rounded(scale(number, unit).dividedBy(TEN.power(places)), mode);
  }

  private static Exact size(Exact number) {
    return number.signum() < 0 ? number.negated() : number;
  }

  /// What one of the unit is that a number is shown in.
  private Exact scale(Exact number, Unit unit) {
    return switch (unit.kind()) {
      case NUMBER, DATE -> Exact.ONE;
      case PERCENT -> Exact.ONE.dividedBy(HUNDRED);
      case MONEY -> {
        Exact whole = Amounts.smallest(unit.word());
        if (language != Language.CHINESE || !unit.word().equals("CNY")) {
          yield whole;
        }
        Exact amount = size(number).dividedBy(whole);
        yield amount.compareTo(YI) >= 0
            ? whole.times(YI)
            : amount.compareTo(WAN) >= 0 ? whole.times(WAN) : whole;
      }
    };
  }

  private String text(Exact number, Unit unit, int places, RoundingMode mode) {
    if (unit.kind() == Unit.Kind.DATE) {
      return Shown.number(number, unit, language);
    }
    Exact scale = scale(number, unit);
    Exact shown = rounded(number, unit, places, mode).dividedBy(scale);
    var decimal =
        new BigDecimal(shown.numerator())
            .divide(new BigDecimal(shown.denominator()), places, RoundingMode.UNNECESSARY)
            .stripTrailingZeros();
    return switch (unit.kind()) {
      case PERCENT -> grouped(decimal, GROUPED_DIGITS) + " %";
      case MONEY -> money(decimal, scale, unit.word());
      case NUMBER -> grouped(decimal, GROUPED_DIGITS) + Shown.word(unit.word(), language);
      case DATE -> throw new IllegalStateException(unit.toString());
    };
  }

  private String money(BigDecimal amount, Exact scale, String currency) {
    Exact whole = Amounts.smallest(currency);
    boolean coins = scale.equals(whole) && amount.scale() > 0;
    String text =
        grouped(
            coins
                ? amount.setScale(Math.max(PLACES, amount.scale()), RoundingMode.UNNECESSARY)
                : amount,
            GROUPED_MONEY_DIGITS);
    if (language == Language.CHINESE && currency.equals("CNY")) {
      Exact yuan = scale.dividedBy(whole);
      return text + (yuan.equals(YI) ? " 亿元" : yuan.equals(WAN) ? " 万元" : " 元");
    }
    return currency + " " + text;
  }

  /// Thousands set apart by commas.
  private static String grouped(BigDecimal number, int digits) {
    String plain = number.signum() == 0 ? "0" : number.toPlainString();
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    int start = plain.startsWith("-") ? 1 : 0;
    if (end - start < digits) {
      return plain;
    }
    var text = new StringBuilder(plain);
    for (int i = end - 3; i > start; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
