package org.ronghe.sphere;

import java.util.Optional;

/// Weighted centre of places on the sphere: the direction of the sum of their weighted unit
/// vectors.
///
/// Right across the antimeridian and at the poles, where averaging degrees is wrong. The outcome
/// depends on the order of additions in its last digits only; add in a fixed order for fixed bytes.
public final class SphericalCentroid {

  // Below this share of the total weight the directions cancel out and what is left is rounding.
  private static final double LEAST_RESULTANT = 1e-12;

  private double x;
  private double y;
  private double z;
  private double total;

  /// Adds a place.
  ///
  /// @param weight finite and at least 0
  /// @throws IllegalArgumentException naming the value that is out of range
  public void add(double latDegrees, double lonDegrees, double weight) {
    if (!Geodesy.isLatitude(latDegrees)) {
      throw new IllegalArgumentException("latitude not in [-90, 90]: " + latDegrees);
    }
    if (!Geodesy.isLongitude(lonDegrees)) {
      throw new IllegalArgumentException("longitude not in [-180, 180]: " + lonDegrees);
    }
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("weight not finite and at least 0: " + weight);
    }
    double lon = lonDegrees * (Math.PI / 180);
    double equatorial = weight * Geodesy.cosLatitude(latDegrees);
    x += equatorial * StrictMath.cos(lon);
    y += equatorial * StrictMath.sin(lon);
    z += weight * StrictMath.sin(latDegrees * (Math.PI / 180));
    total += weight;
  }

  /// Sum of the weights added so far.
  public double totalWeight() {
    return total;
  }

  /// The centre, or empty when nothing with a weight was added or the directions cancel out.
  public Optional<GeoPoint> findCentre() {
    double resultant = Math.sqrt(x * x + y * y + z * z);
    if (!(resultant > LEAST_RESULTANT * total)) {
      return Optional.empty();
    }
    return Optional.of(GeoPoint.ofVector(x / resultant, y / resultant, z / resultant));
  }
}
