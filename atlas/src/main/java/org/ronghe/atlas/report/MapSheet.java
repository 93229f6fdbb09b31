package org.ronghe.atlas.report;

import java.nio.file.Path;
import java.util.List;
import org.ronghe.atlas.rank.Profile.LonLat;
import org.ronghe.atlas.rank.RankedCluster;

/// The sheet that maps of the world are drawn on, for pages other than the report: Equal Earth, 960
/// units wide.
public final class MapSheet {
  /// Units of path data for one of the sheet.
  public static final int PATH_UNITS = BaseMap.UNITS;

  private MapSheet() {}

  /// A map as SVG path data.
  public record Drawing(String areas, String lines) {}

  /// The land, without borders.
  public static Drawing land() {
    return new Drawing(Assets.text("land-light.txt"), "");
  }

  /// An operator's own map, a GeoJSON file.
  ///
  /// @throws org.ronghe.atlas.problem.ProblemException FILE_MISSING, or FILE_UNREADABLE when it is
  ///   no GeoJSON with areas or lines
  public static Drawing draw(Path geoJson) {
    var map = BaseMap.read(geoJson);
    return new Drawing(map.areas(), map.lines());
  }

  /// The clusters that have a place.
  public static WorldMap map(List<RankedCluster> clusters) {
    return WorldMap.of(clusters);
  }

  /// Units from the left edge.
  public static double x(double latDegrees, double lonDegrees) {
    return EqualEarth.x(latDegrees, lonDegrees);
  }

  /// Units from the upper edge.
  public static double y(double latDegrees) {
    return EqualEarth.y(latDegrees);
  }

  /// The outline of a cluster as SVG path data.
  public static String outline(List<List<List<LonLat>>> polygons) {
    return Outline.path(polygons);
  }
}
