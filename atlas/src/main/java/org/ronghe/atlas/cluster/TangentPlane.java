package org.ronghe.atlas.cluster;

import org.locationtech.jts.geom.Coordinate;
import org.ronghe.sphere.Geodesy;

/// The plane that touches the sphere at a centre, with distances and directions from the centre
/// kept (azimuthal equidistant projection). Metres east (x) and north (y); good for every position
/// but the centre's antipode.
final class TangentPlane {
  private final double sinLat;
  private final double cosLat;
  private final double lonRadians;

  TangentPlane(double latDegrees, double lonDegrees) {
    sinLat = StrictMath.sin(Math.toRadians(latDegrees));
    cosLat = StrictMath.cos(Math.toRadians(latDegrees));
    lonRadians = Math.toRadians(lonDegrees);
  }

  Coordinate project(double latDegrees, double lonDegrees) {
    double lat = Math.toRadians(latDegrees);
    double turn = Math.toRadians(lonDegrees) - lonRadians;
    double east = StrictMath.cos(lat) * StrictMath.sin(turn);
    double north =
        cosLat * StrictMath.sin(lat) - sinLat * StrictMath.cos(lat) * StrictMath.cos(turn);
    double up = sinLat * StrictMath.sin(lat) + cosLat * StrictMath.cos(lat) * StrictMath.cos(turn);
    double across = StrictMath.hypot(east, north);
    double scale =
        across == 0 ? 0 : Geodesy.MEAN_RADIUS_METERS * StrictMath.atan2(across, up) / across;
    return new Coordinate(east * scale, north * scale);
  }

  /// The position of a point of the plane: x longitude in -180 to 180, y latitude, degrees.
  Coordinate unproject(double eastMeters, double northMeters) {
    double distance = StrictMath.hypot(eastMeters, northMeters);
    if (distance == 0) {
      return new Coordinate(normalised(lonRadians), Math.toDegrees(StrictMath.asin(sinLat)));
    }
    double angle = distance / Geodesy.MEAN_RADIUS_METERS;
    double sine = StrictMath.sin(angle);
    double north = northMeters / distance;
    double east = eastMeters / distance;
    double lat = StrictMath.asin(StrictMath.cos(angle) * sinLat + north * sine * cosLat);
    double lon =
        lonRadians
            + StrictMath.atan2(east * sine, cosLat * StrictMath.cos(angle) - north * sinLat * sine);
    return new Coordinate(normalised(lon), Math.toDegrees(lat));
  }

  private static double normalised(double radians) {
    double degrees = Math.toDegrees(radians);
    return degrees - 360 * Math.floor((degrees + 180) / 360);
  }
}
