package org.ronghe.sphere;

/// What makes a neighbourhood dense, and how many threads may look for it.
///
/// @param radiusMeters great-circle radius of a neighbourhood, finite and at least 0; from half the
///   Earth's circumference on, every two points are neighbours
/// @param minWeight weight within the radius, the point itself included, from which a point is a
///   core; finite and at least 0
/// @param threads at least 1; the result is the same for every number
public record DbscanParameters(double radiusMeters, double minWeight, int threads) {

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException naming the value that is out of range
  public DbscanParameters {
    if (!(radiusMeters >= 0) || Double.isInfinite(radiusMeters)) {
      throw new IllegalArgumentException("radius not finite and at least 0: " + radiusMeters);
    }
    if (!(minWeight >= 0) || Double.isInfinite(minWeight)) {
      throw new IllegalArgumentException("minimum weight not finite and at least 0: " + minWeight);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads not at least 1: " + threads);
    }
  }
}
