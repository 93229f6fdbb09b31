package org.ronghe.sphere;

/// What "within the radius" means, canonically and as a quick filter that never contradicts it.
///
/// Canonical: [Geodesy#distanceMeters] is at most the radius. As that distance never decreases when
/// the haversine grows, this is the same as haversine ≤ [#haversineLimit], the largest double whose
/// distance is at most the radius.
///
/// Quick: for unit vectors u, v the squared chord |u − v|² is four times the haversine. Computed
/// vectors are off by less than 3e-15 each ([Blocks] proves it), so a computed chord c is off by
/// less than δ = 1e-14 in total and its square by less than 2cδ + δ² plus rounding; the canonical
/// haversine itself is off by less than 1e-14 of its value. Where the squared chord is nearer to
/// the limit than the sum of these bounds, the canonical formula decides.
final class Reach {

  /// Bound on the error of the distance between two computed unit vectors.
  static final double CHORD_ERROR = 1e-14;

  private static final double RELATIVE_ERROR = 4e-14;

  /// Largest haversine within the radius; infinite when everything is.
  final double haversineLimit;

  /// Chord of the radius on the unit sphere, in [0, 2].
  final double chord;

  /// Upper bound of the radius as an angle in radians.
  final double angle;

  /// Squared chords up to here are within the radius for certain.
  final double squaredIn;

  /// Squared chords above this are not within the radius for certain.
  final double squaredOut;

  /// Lower bound of the square root of [#squaredIn]; negative when nothing is certain.
  final double chordIn;

  /// Upper bound of the square root of [#squaredOut].
  final double chordOut;

  Reach(double radiusMeters) {
    haversineLimit = haversineLimit(radiusMeters);
    chord = 2 * Math.min(1, Math.sqrt(haversineLimit));
    angle = Math.min(Math.PI, 2 * StrictMath.asin(chord / 2) * (1 + 1e-9) + 1e-13);
    double squared = chord * chord;
    double band = 2 * chord * CHORD_ERROR + CHORD_ERROR * CHORD_ERROR + RELATIVE_ERROR * squared;
    // Chords never exceed 2, so 16 lets everything in.
    squaredIn = Double.isInfinite(haversineLimit) ? 16 : squared - band;
    squaredOut = Double.isInfinite(haversineLimit) ? 16 : squared + band;
    chordIn = squaredIn > 0 ? Math.sqrt(squaredIn) * (1 - 1e-14) : -1;
    chordOut = Math.sqrt(squaredOut) * (1 + 1e-14);
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
}
