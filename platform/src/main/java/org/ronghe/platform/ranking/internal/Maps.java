package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.rank.Profile;
import org.ronghe.atlas.rank.Profile.LonLat;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.report.MapSheet;
import org.ronghe.atlas.report.WorldMap;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.settings.BaseMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clusters on the sheet of the world map.
final class Maps {
  private static final int OUTLINE_UNITS = 1000;
  private static final double EARTH_KM = 6371.0088;

  private Maps() {}

  /// The map of the world with all clusters that have a place.
  static WorldMap world(List<Cluster> clusters) {
    var ranked = new ArrayList<RankedCluster>();
    for (Cluster c : clusters) {
      Cluster.Place place = c.place();
      if (place != null) {
        ranked.add(
            new RankedCluster(
                c.rank(),
                c.label(),
                new Bilingual(c.name().english(), c.name().chinese()),
                c.economies(),
                c.score(),
                c.nearTie(),
                List.of(),
                profile(place)));
      }
    }
    return MapSheet.map(ranked);
  }

  private static Profile profile(Cluster.Place place) {
    return new Profile(
        new Profile.Place(place.latDegrees(), place.lonDegrees(), place.population(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        place.contributions());
  }

  /// The ground that clusters are drawn on: the operator's map, or the land.
  static Ground ground(@Nullable BaseMap map) {
    if (map != null) {
      return new Ground(map.areas(), map.lines(), map.href());
    }
    return new Ground(MapSheet.land().areas(), "", null);
  }

  /// The ground as path data in tenths of a unit of the sheet.
  ///
  /// @param href where the operator's map is as GeoJSON; null without one
  public record Ground(String areas, String lines, @Nullable String href) {}

  /// The outline of a cluster, enlarged.
  ///
  /// @param path in thousandths of a unit of the sheet
  /// @param viewBox of the path's own units
  /// @param barKm length of the scale bar
  /// @param bar the scale bar as path data
  public record Drawing(String path, String viewBox, long barKm, String bar) {}

  /// Draws an outline.
  ///
  /// @param coordinates GeoJSON coordinates of a MultiPolygon
  static @Nullable Drawing outline(String coordinates) {
    var polygons = new ArrayList<List<List<LonLat>>>();
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    double midLat = 0;
    int points = 0;
    for (JsonNode polygon : JsonMapper.shared().readTree(coordinates)) {
      var rings = new ArrayList<List<LonLat>>();
      for (JsonNode ring : polygon) {
        var line = new ArrayList<LonLat>();
        for (JsonNode point : ring) {
          var at = new LonLat(point.get(0).asDouble(), point.get(1).asDouble());
          line.add(at);
          double x = MapSheet.x(at.latDegrees(), at.lonDegrees()) * OUTLINE_UNITS;
          double y = MapSheet.y(at.latDegrees()) * OUTLINE_UNITS;
          west = Math.min(west, x);
          east = Math.max(east, x);
          south = Math.min(south, y);
          north = Math.max(north, y);
          midLat += at.latDegrees();
          points++;
        }
        rings.add(line);
      }
      polygons.add(rings);
    }
    if (points == 0 || east - west > 100.0 * OUTLINE_UNITS) {
      return null; // nothing, or on both edges of the sheet
    }
    double side = 1.3 * Math.max(Math.max(east - west, north - south), 1);
    double left = (west + east - side) / 2;
    double top = (south + north - side) / 2;
    double kmAUnit = kmAUnit(midLat / points);
    long km = round(side * kmAUnit / 4);
    double length = km / kmAUnit;
    String bar =
        String.format(
            Locale.ROOT, "M%.1f %.1fh%.1f", left + side * 0.05, top + side * 0.95, length);
    String box = String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", left, top, side, side);
    return new Drawing(MapSheet.outline(polygons), box, km, bar);
  }

  /// Kilometres from south to north that one unit of an outline's path stands for.
  private static double kmAUnit(double latDegrees) {
    double lat = Math.clamp(latDegrees, -89, 89);
    double units = Math.abs(MapSheet.y(lat + 0.5) - MapSheet.y(lat - 0.5)) * OUTLINE_UNITS;
    return Math.toRadians(1) * EARTH_KM / units;
  }

  /// 1, 2 or 5 times a power of ten, at least 1.
  private static long round(double km) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, km))));
    double lead = km / power;
    return Math.max(1, Math.round((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power));
  }
}
