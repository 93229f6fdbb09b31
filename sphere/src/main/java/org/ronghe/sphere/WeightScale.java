package org.ronghe.sphere;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Turns weights into small integers whose sums are exact and do not depend on their order.
///
/// Equal weights count as 1 each against the least number of them that reaches the minimum. Other
/// weights are scaled by the power of two that brings the minimum to between 2²⁹ and 2³⁰, cut to
/// whole numbers, and cut off at the minimum. A sum of such numbers never exceeds the scaled true
/// sum unless it has reached the minimum anyway, and falls short of it by less than 1 a weight: so
/// it settles nearly every question, and [ExactSum] the rest. For integers, halves and the like
/// nothing is cut and nothing is left over.
final class WeightScale {

  /// Whether each point counts 1.
  final boolean counting;

  /// Scaled sums from here on have reached the minimum for certain.
  final int reached;

  /// Upper bounds of a scaled sum up to here miss the minimum for certain, if anything was cut.
  final int missed;

  /// The minimum itself.
  final double minWeight;

  private final double factor1;
  private final double factor2;

  private WeightScale(
      boolean counting, int reached, int missed, double minWeight, double factor1, double factor2) {
    this.counting = counting;
    this.reached = reached;
    this.missed = missed;
    this.minWeight = minWeight;
    this.factor1 = factor1;
    this.factor2 = factor2;
  }

  /// For points that all have the same weight, or when every point is a core (minimum 0).
  static WeightScale forEqual(double weight, double minWeight) {
    int least;
    if (minWeight == 0) {
      least = 0;
    } else if (weight == 0) {
      least = Integer.MAX_VALUE;
    } else {
      least =
          new BigDecimal(minWeight)
              .divide(new BigDecimal(weight), 0, RoundingMode.CEILING)
              .min(BigDecimal.valueOf(Integer.MAX_VALUE))
              .intValueExact();
    }
    return new WeightScale(true, least, least - 1, minWeight, 1, 1);
  }

  /// For differing weights and a minimum above 0.
  static WeightScale forMinimum(double minWeight) {
    int shift = 29 - Math.getExponent(minWeight);
    // Two factors, as one alone may be beyond the doubles.
    double factor1 = Math.scalb(1.0, shift / 2);
    double factor2 = Math.scalb(1.0, shift - shift / 2);
    double scaled = minWeight * factor1 * factor2;
    return new WeightScale(
        false, (int) Math.ceil(scaled), (int) Math.floor(scaled), minWeight, factor1, factor2);
  }

  int scale(double weight) {
    double scaled = weight * factor1 * factor2;
    return scaled >= reached ? reached : (int) scaled;
  }

  /// Whether the weight was cut to a smaller number, other than at the minimum.
  boolean isCut(double weight) {
    double scaled = weight * factor1 * factor2;
    return scaled < reached && (scaled != (int) scaled || (scaled == 0 && weight > 0));
  }
}
