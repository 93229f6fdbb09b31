package org.ronghe.platform.rulebooks.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.rules.number.Exact;

/// How far a number can be moved: from nothing to half as much again as the greatest number that
/// matters, which is the firm's own or one at which a clause turns, in at most 200 steps.
///
/// All numbers are plain decimals: yuan for money, percent for shares.
///
/// @param at where the firm stands; where that is not known, at the beginning
/// @param marks where clauses turn
/// @param suffix what is written behind the number in the field
public record Slider(
    String least, String most, String step, String at, List<String> marks, String suffix) {
  /// How a share is written.
  static final String PERCENT = " %";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FURTHER = new BigDecimal("1.5");
  private static final BigDecimal STEPS = BigDecimal.valueOf(200);
  private static final int DIGITS = 6;

  public Slider {
    marks = List.copyOf(marks);
  }

  /// @param known the firm's value as its field shows it; empty where it is not known
  /// @param edges numbers at which a clause turns, as rules count: fen, and shares as fractions
  static Optional<Slider> find(Attribute attribute, String known, List<Exact> edges) {
    AttributeType type = attribute.type();
    if (type != AttributeType.DECIMAL
        && type != AttributeType.INTEGER
        && type != AttributeType.MONEY
        && type != AttributeType.PERCENT) {
      return Optional.empty();
    }
    List<BigDecimal> marks =
        edges.stream().map(edge -> shown(edge, type)).distinct().sorted().toList();
    var numbers = new ArrayList<>(marks);
    BigDecimal own = known.isEmpty() ? null : new BigDecimal(known.replace(PERCENT, ""));
    if (own != null) {
      numbers.add(own);
    }
    BigDecimal greatest = bound(attribute.values().most(), type);
    if (numbers.isEmpty()) {
      numbers.add(
          greatest != null ? greatest : type == AttributeType.PERCENT ? HUNDRED : BigDecimal.ZERO);
    }
    BigDecimal most = ceiling(numbers.stream().reduce(BigDecimal::max).orElseThrow());
    BigDecimal least =
        ceiling(numbers.stream().reduce(BigDecimal::min).orElseThrow().negate()).negate();
    if (greatest != null) {
      most = most.min(greatest);
    }
    BigDecimal smallest = bound(attribute.values().least(), type);
    if (smallest != null) {
      least = least.max(smallest);
    }
    if (least.compareTo(most) >= 0) {
      return Optional.empty();
    }
    BigDecimal step = nice(most.subtract(least).divide(STEPS, MathContext.DECIMAL64));
    if (type == AttributeType.INTEGER) {
      step = step.max(BigDecimal.ONE);
    }
    return Optional.of(
        new Slider(
            plain(least),
            plain(most),
            plain(step),
            plain(own == null ? least.max(BigDecimal.ZERO) : own),
            marks.stream().map(Slider::plain).toList(),
            type == AttributeType.PERCENT ? PERCENT : ""));
  }

  /// As the field shows it. Thirds and their like are cut.
  private static BigDecimal shown(Exact number, AttributeType type) {
    BigDecimal decimal = number.decimal(MathContext.DECIMAL32);
    return switch (type) {
      case MONEY -> decimal.divide(HUNDRED, MathContext.DECIMAL64);
      case PERCENT -> decimal.multiply(HUNDRED);
      default -> decimal;
    };
  }

  private static @Nullable BigDecimal bound(@Nullable BigDecimal bound, AttributeType type) {
    return bound != null && type == AttributeType.PERCENT ? bound.multiply(HUNDRED) : bound;
  }

  /// Half as much again, rounded up; 0 for what is not above it.
  private static BigDecimal ceiling(BigDecimal number) {
    return number.signum() <= 0 ? BigDecimal.ZERO : nice(number.multiply(FURTHER));
  }

  /// 1, 2 or 5 times a power of ten, at least the number.
  private static BigDecimal nice(BigDecimal number) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
    for (int times : new int[] {1, 2, 5}) {
      BigDecimal candidate = power.multiply(BigDecimal.valueOf(times));
      if (candidate.compareTo(number) >= 0) {
        return candidate;
      }
    }
    return power.scaleByPowerOfTen(1);
  }

  private static String plain(BigDecimal number) {
    BigDecimal rounded =
        number.scale() > DIGITS ? number.setScale(DIGITS, RoundingMode.HALF_EVEN) : number;
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
