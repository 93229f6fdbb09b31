package org.ronghe.sphere;

/// What "within the radius" means, canonically and as a quick filter that never contradicts it.
///
/// Canonical: [Geodesy#distanceMeters] is at most the radius. As that distance never decreases when
/// the haversine grows, this is the same as haversine ≤ [#haversineLimit], the largest double whose
/// distance is at most the radius.
///
/// Quick: points are kept as vectors of whole steps, [#STEPS] to the radius' chord, so that squared
/// distances are ints, exact once the vectors are rounded, and loops over them vectorise. A vector
/// is off by less than 1 step: 0.87 by rounding its three coordinates, 0.07 by rounding the place
/// in the cell ([Grid#placeOf]), 0.01 by computing in doubles. So two are nearer or farther by less
/// than [#ERROR] than they seem; the canonical haversine's own error, 1e-14 of its value, is
/// nothing beside it. Where the distance of two vectors is nearer to the radius than that, the
/// canonical formula decides.
final class Reach {

  /// Bound on the error of the distance between two vectors, in steps.
  static final int ERROR = 2;

  /// The radius' chord in steps, unless the radius is tiny. Points up to 5 radii apart have a
  /// squared distance that is an int.
  private static final int STEPS = 1 << 13;

  /// Largest haversine within the radius; infinite when everything is.
  final double haversineLimit;

  /// Chord of the radius on the unit sphere, in [0, 2].
  final double chord;

  /// Upper bound of the radius as an angle in radians.
  final double angle;

  /// Length of a step on the unit sphere. Two points of a cell are at most [#STEPS] apart.
  final double step;

  /// Distances in steps up to here are within the radius for certain; negative when none is.
  final int in;

  /// Distances in steps above this are not within the radius for certain.
  final int out;

  Reach(double radiusMeters) {
    haversineLimit = haversineLimit(radiusMeters);
    chord = 2 * Math.min(1, Math.sqrt(haversineLimit));
    angle = Math.min(Math.PI, 2 * StrictMath.asin(chord / 2) * (1 + 1e-9) + 1e-13);
    step = Math.max(chord, Grid.LEAST_SIDE * Math.sqrt(2)) / STEPS;
    boolean everything = Double.isInfinite(haversineLimit);
    in = everything ? 2 * STEPS : (int) Math.floor(chord / step) - ERROR;
    out = everything ? 2 * STEPS : (int) Math.ceil(chord / step) + ERROR;
  }

  /// Bisects over the doubles, whose order is that of their bits, for the last one within.
  private static double haversineLimit(double radiusMeters) {
    if (Geodesy.metersOf(1) <= radiusMeters) {
      return Double.POSITIVE_INFINITY;
    }
    long within = Double.doubleToRawLongBits(0.0);
    long beyond = Double.doubleToRawLongBits(1.0);
    while (beyond - within > 1) {
      long middle = (within + beyond) >>> 1;
      if (Geodesy.metersOf(Double.longBitsToDouble(middle)) <= radiusMeters) {
        within = middle;
      } else {
        beyond = middle;
      }
    }
    return Double.longBitsToDouble(within);
  }

  /// The canonical test.
  boolean isWithin(double latDegrees1, double lonDegrees1, double latDegrees2, double lonDegrees2) {
    return Geodesy.haversine(latDegrees1, lonDegrees1, latDegrees2, lonDegrees2) <= haversineLimit;
  }

  /// Whether all points of two balls are within the radius of each other for certain.
  ///
  /// @param squared of the distance between their centres
  /// @param radii of both together
  boolean isAllWithin(int squared, int radii) {
    int close = in - radii;
    return close >= 0 && squared <= close * close;
  }

  /// Whether no points of two balls are within the radius of each other for certain.
  boolean isNoneWithin(int squared, int radii) {
    int far = out + radii;
    return squared > far * far;
  }

  /// All ones when [#isAllWithin], else 0.
  int allWithinMask(int squared, int radii) {
    int close = in - radii;
    return ~((close * close - squared) | close) >> 31;
  }

  /// All ones when [#isNoneWithin], else 0.
  int noneWithinMask(int squared, int radii) {
    int far = out + radii;
    return (far * far - squared) >> 31;
  }
}
