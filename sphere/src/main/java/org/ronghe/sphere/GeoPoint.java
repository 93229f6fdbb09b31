package org.ronghe.sphere;

/// A place on the sphere.
///
/// @param latDegrees in [-90, 90]
/// @param lonDegrees in [-180, 180]
public record GeoPoint(double latDegrees, double lonDegrees) {

  /// Checks both ranges.
  ///
  /// @throws IllegalArgumentException naming the value that is out of range
  public GeoPoint {
    if (!Geodesy.isLatitude(latDegrees)) {
      throw new IllegalArgumentException("latitude not in [-90, 90]: " + latDegrees);
    }
    if (!Geodesy.isLongitude(lonDegrees)) {
      throw new IllegalArgumentException("longitude not in [-180, 180]: " + lonDegrees);
    }
  }

  /// Place in the direction of a vector from the centre; x points to (0, 0), z to the north pole.
  ///
  /// @throws IllegalArgumentException when the vector has no direction
  static GeoPoint ofVector(double x, double y, double z) {
    double equatorial = Math.sqrt(x * x + y * y);
    if (!(equatorial > 0) && !(Math.abs(z) > 0)) {
      throw new IllegalArgumentException("no direction: " + x + ", " + y + ", " + z);
    }
    double lat = StrictMath.atan2(z, equatorial) * (180 / Math.PI);
    double lon = StrictMath.atan2(y, x) * (180 / Math.PI);
    return new GeoPoint(Math.clamp(lat, -90, 90), Math.clamp(lon, -180, 180));
  }

  /// Canonical great-circle distance to another place in metres.
  public double distanceMeters(GeoPoint other) {
    return Geodesy.distanceMeters(latDegrees, lonDegrees, other.latDegrees, other.lonDegrees);
  }
}
