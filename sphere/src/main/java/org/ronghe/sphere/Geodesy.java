package org.ronghe.sphere;

/// Great-circle geometry on a sphere of the Earth's mean radius.
///
/// Latitudes are degrees in [-90, 90], longitudes degrees in [-180, 180]; -180 and 180 are the same
/// place, and at a pole the longitude does not matter. Every function is deterministic on every
/// machine: it uses [StrictMath] and correctly rounded operations only.
public final class Geodesy {

  /// Mean radius of the Earth in metres (IUGG, R₁ of GRS 80; Moritz 2000, doi
  /// 10.1007/s001900050278).
  public static final double MEAN_RADIUS_METERS = 6_371_008.8;

  private static final double RADIANS_PER_DEGREE = Math.PI / 180;

  private Geodesy() {}

  /// Great-circle distance in metres, by the haversine formula. Symmetric; exactly 0 for one place.
  ///
  /// This is the project's canonical distance: whatever says "within the radius" means that this
  /// number is at most the radius. Relative error below 1e-14 except within about a metre of the
  /// antipode. Coordinates are not validated here.
  public static double distanceMeters(
      double latDegrees1, double lonDegrees1, double latDegrees2, double lonDegrees2) {
    return metersOf(haversine(latDegrees1, lonDegrees1, latDegrees2, lonDegrees2));
  }

  /// Square of the sine of half the central angle, in [0, 1] up to rounding.
  static double haversine(
      double latDegrees1, double lonDegrees1, double latDegrees2, double lonDegrees2) {
    double sinLat = StrictMath.sin((latDegrees1 - latDegrees2) * (Math.PI / 360));
    double sinLon = StrictMath.sin(lonGapDegrees(lonDegrees1, lonDegrees2) * (Math.PI / 360));
    double parallels = cosLatitude(latDegrees1) * cosLatitude(latDegrees2);
    return sinLat * sinLat + parallels * (sinLon * sinLon);
  }

  /// Distance in metres for a haversine; never decreases as the haversine grows.
  static double metersOf(double haversine) {
    return 2 * MEAN_RADIUS_METERS * StrictMath.asin(Math.min(1, Math.sqrt(haversine)));
  }

  /// Shorter way round between two longitudes in degrees, in [0, 180].
  ///
  /// Across the antimeridian the distances of both to it are added: each is exact, where a plain
  /// difference near 360 would have lost the last digits.
  static double lonGapDegrees(double lonDegrees1, double lonDegrees2) {
    double gap = Math.abs(lonDegrees1 - lonDegrees2);
    if (gap <= 180) {
      return gap;
    }
    return (180 - Math.max(lonDegrees1, lonDegrees2)) + (180 + Math.min(lonDegrees1, lonDegrees2));
  }

  /// Cosine of a latitude, exactly 0 at the poles so that all longitudes there are one place.
  static double cosLatitude(double latDegrees) {
    return Math.abs(latDegrees) == 90 ? 0 : StrictMath.cos(latDegrees * RADIANS_PER_DEGREE);
  }

  /// Whether the number is a latitude: in [-90, 90] and not NaN.
  public static boolean isLatitude(double latDegrees) {
    return Math.abs(latDegrees) <= 90;
  }

  /// Whether the number is a longitude: in [-180, 180] and not NaN.
  public static boolean isLongitude(double lonDegrees) {
    return Math.abs(lonDegrees) <= 180;
  }

  /// Direction in which the shortest way from the first place to the second sets out.
  ///
  /// Degrees clockwise from north in [0, 360); 0 when the places coincide or are antipodes.
  public static double initialAzimuthDegrees(
      double latDegrees1, double lonDegrees1, double latDegrees2, double lonDegrees2) {
    double lonGap = (lonDegrees2 - lonDegrees1) * RADIANS_PER_DEGREE;
    double sinLat1 = StrictMath.sin(latDegrees1 * RADIANS_PER_DEGREE);
    double sinLat2 = StrictMath.sin(latDegrees2 * RADIANS_PER_DEGREE);
    double east = StrictMath.sin(lonGap) * cosLatitude(latDegrees2);
    double north =
        cosLatitude(latDegrees1) * sinLat2
            - sinLat1 * cosLatitude(latDegrees2) * StrictMath.cos(lonGap);
    double degrees = StrictMath.atan2(east, north) / RADIANS_PER_DEGREE;
    // + 0.0 turns a negative zero into the plain one.
    return degrees < 0 ? (degrees + 360) % 360 : degrees + 0.0;
  }

  /// Place reached from a start after going straight on for a distance.
  ///
  /// @param azimuthDegrees clockwise from north
  /// @param distanceMeters along the great circle, any finite number
  /// @throws IllegalArgumentException when the start is no place
  public static GeoPoint destination(GeoPoint start, double azimuthDegrees, double distanceMeters) {
    double angle = distanceMeters / MEAN_RADIUS_METERS;
    double azimuth = azimuthDegrees * RADIANS_PER_DEGREE;
    double lat = start.latDegrees() * RADIANS_PER_DEGREE;
    double lon = start.lonDegrees() * RADIANS_PER_DEGREE;
    double sinLat = StrictMath.sin(lat);
    double cosLat = cosLatitude(start.latDegrees());
    // The start and the direction of travel are perpendicular unit vectors; turn one to the other.
    double north = StrictMath.cos(azimuth);
    double east = StrictMath.sin(azimuth);
    double along = StrictMath.sin(angle);
    double stay = StrictMath.cos(angle);
    double sinLon = StrictMath.sin(lon);
    double cosLon = StrictMath.cos(lon);
    double x = stay * cosLat * cosLon + along * (-sinLat * cosLon * north - sinLon * east);
    double y = stay * cosLat * sinLon + along * (-sinLat * sinLon * north + cosLon * east);
    double z = stay * sinLat + along * cosLat * north;
    return GeoPoint.ofVector(x, y, z);
  }
}
