package org.ronghe.atlas.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ronghe.sphere.GeoPoint;
import org.ronghe.sphere.Geodesy;

/// Where a demo cluster's institutions stand: scattered around each of its cities, and along the
/// way from one to the next, so that the cities hang together as the published cluster does.
final class DemoSites {
  private static final double SPREAD_METERS = 4_000;
  private static final double STEP_METERS = 6_000;
  private static final double APART_METERS = 12_000;
  private static final int SITES_A_CITY = 10;
  private static final double ALONG_THE_WAY = 0.3;

  private final List<GeoPoint> sites = new ArrayList<>();
  private final List<Double> cumulative = new ArrayList<>();
  private double total;

  private DemoSites() {}

  static DemoSites around(List<GeoPoint> cities, SplittableRandom random) {
    var sites = new DemoSites();
    double share = 1;
    for (int i = 0; i < cities.size(); i++) {
      sites.scatter(cities.get(i), share, random);
      share *= 0.6;
    }
    double inCities = sites.total;
    var ways = new ArrayList<GeoPoint>();
    for (int i = 1; i < cities.size(); i++) {
      ways.addAll(between(cities.get(i - 1), cities.get(i)));
    }
    for (var stop : ways) {
      sites.add(stop, inCities * ALONG_THE_WAY / (1 - ALONG_THE_WAY) / ways.size());
    }
    return sites;
  }

  List<GeoPoint> all() {
    return this.sites;
  }

  /// The index of a site, drawn by weight.
  int draw(SplittableRandom random) {
    double at = random.nextDouble() * total;
    int i = 0;
    while (cumulative.get(i) <= at) {
      i++;
    }
    return i;
  }

  private void scatter(GeoPoint city, double share, SplittableRandom random) {
    for (int i = 0; i < SITES_A_CITY; i++) {
      double away = i == 0 ? 0 : Math.abs(random.nextGaussian()) * SPREAD_METERS;
      add(Geodesy.destination(city, random.nextDouble() * 360, away), share / (i + 1));
    }
  }

  private void add(GeoPoint site, double weight) {
    sites.add(
        new GeoPoint(
            Math.rint(site.latDegrees() * 1e5) / 1e5, Math.rint(site.lonDegrees() * 1e5) / 1e5));
    total += weight;
    cumulative.add(total);
  }

  private static List<GeoPoint> between(GeoPoint from, GeoPoint to) {
    double distance = from.distanceMeters(to);
    var stops = new ArrayList<GeoPoint>();
    if (distance > APART_METERS) {
      double azimuth =
          Geodesy.initialAzimuthDegrees(
              from.latDegrees(), from.lonDegrees(), to.latDegrees(), to.lonDegrees());
      for (double at = STEP_METERS; at < distance; at += STEP_METERS) {
        stops.add(Geodesy.destination(from, azimuth, at));
      }
    }
    return stops;
  }
}
