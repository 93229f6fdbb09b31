package org.ronghe.atlas.rank;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.locate.Gazetteer.Place;

/// Who lives in a cluster: the inhabitants of the gazetteer places whose centre lies inside the
/// outline. Not a census figure: places below 1,000 inhabitants are missing, and a place counts as
/// a whole or not at all.
final class Population {
  private Population() {}

  static long within(Geometry outline, Gazetteer gazetteer) {
    long sum = 0;
    for (int g = 0; g < outline.getNumGeometries(); g++) {
      var part = outline.getGeometryN(g);
      var box = part.getEnvelopeInternal();
      var area = new IndexedPointInAreaLocator(part);
      sum +=
          gazetteer
              .placesWithin(
                  box.getMinY(),
                  box.getMinX(),
                  box.getMaxY(),
                  box.getMaxX(),
                  place -> inside(area, place))
              .stream()
              .mapToLong(Place::population)
              .sum();
    }
    return sum;
  }

  private static boolean inside(IndexedPointInAreaLocator area, Place place) {
    var centre = new Coordinate(place.lonDegrees(), place.latDegrees());
    return area.locate(centre) != Location.EXTERIOR;
  }
}
