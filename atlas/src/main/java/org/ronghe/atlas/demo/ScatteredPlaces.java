package org.ronghe.atlas.demo;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.sphere.GeoPoint;
import org.ronghe.sphere.Geodesy;

/// Towns far from every demo cluster and from each other: what lies there makes no cluster.
final class ScatteredPlaces {
  private static final double FROM_CLUSTERS_METERS = 120_000;
  private static final double APART_METERS = 60_000;
  private static final int MOST = 1_500;
  private static final int LEAST_POPULATION = 20_000;

  private ScatteredPlaces() {}

  static List<GeoPoint> farFrom(List<PublishedCluster> clusters, Gazetteer gazetteer) {
    var chosen = new ArrayList<GeoPoint>();
    for (var place : gazetteer.placesWithin(-90, -180, 90, 180, p -> true)) {
      if (place.population() < LEAST_POPULATION || chosen.size() == MOST) {
        continue;
      }
      var at = new GeoPoint(place.latDegrees(), place.lonDegrees());
      boolean far =
          clusters.stream()
                  .flatMap(c -> c.cities().stream())
                  .noneMatch(city -> near(city, at, FROM_CLUSTERS_METERS))
              && chosen.stream().noneMatch(other -> near(other, at, APART_METERS));
      if (far) {
        chosen.add(at);
      }
    }
    return chosen;
  }

  private static boolean near(GeoPoint a, GeoPoint b, double meters) {
    double northMeters =
        Math.toRadians(a.latDegrees() - b.latDegrees()) * Geodesy.MEAN_RADIUS_METERS;
    return Math.abs(northMeters) < meters && a.distanceMeters(b) < meters;
  }
}
