package org.ronghe.atlas.report;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.ronghe.atlas.rank.Profile.LonLat;

/// A cluster's outline as path data, in thousandths of a unit of the sheet (some 40 metres).
final class Outline {
  private static final int UNITS = 1000;

  /// A tenth of a unit of the sheet is 4 km; a fiftieth is finer than the reader can see.
  private static final double TOLERANCE = 0.01;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Outline() {}

  static String path(List<List<List<LonLat>>> polygons) {
    var path = new SvgPath(UNITS);
    for (var polygon : polygons) {
      for (var ring : polygon) {
        ring(path, ring);
      }
    }
    return path.toString();
  }

  private static void ring(SvgPath path, List<LonLat> ring) {
    if (ring.size() < 4) {
      return;
    }
    var line =
        FACTORY.createLineString(
            ring.stream()
                .map(p ->
                    new Coordinate(
                        EqualEarth.x(p.latDegrees(), p.lonDegrees()), EqualEarth.y(p.latDegrees())))
                .toArray(Coordinate[]::new));
    var simple = DouglasPeuckerSimplifier.simplify(line, TOLERANCE).getCoordinates();
    path.begin();
    for (int i = 0; i < simple.length - 1; i++) {
      path.point(simple[i].x, simple[i].y);
    }
    path.close();
  }
}
