package org.ronghe.rules.evaluate;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.link.Node.How;
import org.ronghe.rules.number.Exact;

/// Calculation with numbers that may be ranges or unknown.
final class Arithmetic {
  private Arithmetic() {}

  /// What cannot be divided by is for a person, unless the rulebook says what then.
  static Quantity of(char operator, Quantity left, Quantity right) {
    if (!left.asked() || !right.asked()) {
      return Quantity.NOT_ASKED;
    }
    var doubt = left.doubt().and(right.doubt());
    if (operator == '/' && right.isKnown() && right.value().signum() == 0) {
      return Quantity.unknown(doubt.and(Doubt.HUMAN));
    }
    if (!left.isBounded() || !right.isBounded()) {
      return Quantity.unknown(doubt);
    }
    if (operator == '/'
        && !right.isKnown()
        && right.value().signum() * right.greatest().signum() <= 0) {
      return Quantity.unknown(doubt);
    }
    if (left.isKnown() && right.isKnown()) {
      return Quantity.of(apply(operator, left.value(), right.value()));
    }
    Exact least = null;
    Exact most = null;
    for (var l : List.of(left.value(), left.greatest())) {
      for (var r : List.of(right.value(), right.greatest())) {
        var corner = apply(operator, l, r);
        least = least == null || corner.compareTo(least) < 0 ? corner : least;
        most = most == null || corner.compareTo(most) > 0 ? corner : most;
      }
    }
    return new Quantity(least, most, doubt, true);
  }

  private static Exact apply(char operator, Exact left, Exact right) {
    return switch (operator) {
      case '+' -> left.plus(right);
      case '-' -> left.minus(right);
      case '*' -> left.times(right);
      case '/' -> left.dividedBy(right);
      default -> throw new IllegalArgumentException(String.valueOf(operator));
    };
  }

  static Quantity fold(How how, List<Quantity> operands) {
    Quantity result = null;
    int count = 0;
    for (var operand : operands) {
      if (operand.asked()) {
        count++;
        result = result == null ? operand : join(how, result, operand);
      }
    }
    if (result == null) {
      return Quantity.NOT_ASKED;
    }
    return how == How.MEAN ? of('/', result, Quantity.of(count)) : result;
  }

  private static Quantity join(How how, Quantity a, Quantity b) {
    return switch (how) {
      case SUM, MEAN -> of('+', a, b);
      case LEAST -> extreme(a, b, -1);
      case GREATEST -> extreme(a, b, 1);
    };
  }

  private static Quantity extreme(Quantity a, Quantity b, int sign) {
    var doubt = a.doubt().and(b.doubt());
    if (!a.isBounded() || !b.isBounded()) {
      return Quantity.unknown(doubt);
    }
    return Quantity.between(
        pick(a.value(), b.value(), sign), pick(a.greatest(), b.greatest(), sign), doubt);
  }

  private static Exact pick(Exact a, Exact b, int sign) {
    return Integer.signum(a.compareTo(b)) * sign >= 0 ? a : b;
  }

  /// From nothing, or less, growth has no rate: the rulebook must say what then, or a person.
  static Quantity cagr(Quantity first, Quantity last, int years) {
    if (!first.asked() || !last.asked()) {
      return Quantity.NOT_ASKED;
    }
    var doubt = first.doubt().and(last.doubt());
    if (!first.isKnown() || !last.isKnown()) {
      return Quantity.unknown(doubt);
    }
    return first.value().signum() <= 0 || last.value().signum() < 0
        ? Quantity.unknown(Doubt.HUMAN)
        : Quantity.of(last.value().dividedBy(first.value()).root(years).minus(Exact.ONE));
  }

  static Quantity between(Quantity from, Quantity to, boolean years) {
    if (!from.isKnown() || !to.isKnown()) {
      return Quantity.unknown(from.doubt().and(to.doubt()));
    }
    return years
        ? Quantity.of(
            ChronoUnit.YEARS.between(Evaluator.date(from.value()), Evaluator.date(to.value())))
        : Quantity.of(to.value().minus(from.value()));
  }

  /// The points of the band a measure lies in, or of all bands it may lie in.
  static Quantity band(Quantity measure, List<Band> bands) {
    Quantity points = null;
    for (var band : bands) {
      if (mayLieIn(measure, band)) {
        var own = Quantity.between(band.points().least(), band.points().most(), Doubt.HUMAN);
        points = points == null ? own : points.or(own);
        if (measure.isKnown()) {
          return points;
        }
      }
    }
    return points == null
        ? Quantity.unknown(measure.doubt().and(Doubt.HUMAN))
        : new Quantity(points.least(), points.most(), points.doubt().and(measure.doubt()), true);
  }

  private static boolean mayLieIn(Quantity measure, Band band) {
    return measure.least() == null
        || (isAbove(measure.most(), band) && isBelow(measure.least(), band));
  }

  private static boolean isAbove(@Nullable Exact most, Band band) {
    return most == null
        || band.low()
            .map(low -> most.compareTo(low) > 0 || (band.lowIncluded() && most.equals(low)))
            .orElse(true);
  }

  private static boolean isBelow(@Nullable Exact least, Band band) {
    return least == null
        || band.high()
            .map(high -> least.compareTo(high) < 0 || (band.highIncluded() && least.equals(high)))
            .orElse(true);
  }
}
