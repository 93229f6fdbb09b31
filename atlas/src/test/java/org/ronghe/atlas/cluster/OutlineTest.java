package org.ronghe.atlas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.ronghe.sphere.GeoPoint;
import org.ronghe.sphere.Geodesy;

class OutlineTest {
  private static final GeometryFactory PLANE = new GeometryFactory();

  @Test
  void aSinglePlaceGetsACircleOfTheBuffer() {
    var outline = around(new GeoPoint(30.58, 114.27));

    for (var corner : outline.getCoordinates()) {
      assertThat(Geodesy.distanceMeters(30.58, 114.27, corner.y, corner.x))
          .isBetween(Outline.BUFFER_METERS * 0.85, Outline.BUFFER_METERS * 1.01);
    }
  }

  @Test
  void placesOnOneLineStillGetAnArea() {
    holds(new GeoPoint(50, 8), new GeoPoint(50, 8.05), new GeoPoint(50, 8.1), new GeoPoint(50, 8));
  }

  @Test
  void outlinesOnBothSidesOfTheAntimeridianAreCutThere() {
    var outline =
        holds(new GeoPoint(-16.8, 179.95), new GeoPoint(-16.8, -179.95), new GeoPoint(-16.85, 180));

    assertThat(outline.getNumGeometries()).isEqualTo(2);
    assertThat(outline.getEnvelopeInternal().getMinX()).isEqualTo(-180);
    assertThat(outline.getEnvelopeInternal().getMaxX()).isEqualTo(180);
    assertThat(outline.getArea()).isLessThan(1);
  }

  @Test
  void anOutlineAroundAPoleReachesThePole() {
    var outline =
        holds(
            new GeoPoint(89.9, 0),
            new GeoPoint(89.9, 90),
            new GeoPoint(89.9, 180),
            new GeoPoint(89.9, -90));

    assertThat(outline.getEnvelopeInternal().getMaxY()).isEqualTo(90);
    assertThat(outline.covers(PLANE.createPoint(new Coordinate(45, 89.99)))).isTrue();
  }

  @Test
  void randomClustersAnywhereAreCoveredByAValidOutline() {
    for (long seed = 0; seed < 60; seed++) {
      var random = new SplittableRandom(seed);
      var centre = new GeoPoint(random.nextDouble(-89, 89), random.nextDouble(-180, 180));
      var places = new GeoPoint[1 + random.nextInt(200)];
      Arrays.setAll(
          places,
          i ->
              Geodesy.destination(
                  centre, random.nextDouble(360), Math.abs(random.nextGaussian()) * 15_000));
      holds(places);
    }
  }

  private static Geometry holds(GeoPoint... places) {
    var outline = around(places);
    assertThat(outline.isValid()).isTrue();
    for (int g = 0; g < outline.getNumGeometries(); g++) {
      var polygon = (Polygon) outline.getGeometryN(g);
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
      for (var corner : polygon.getCoordinates()) {
        assertThat(corner.x).isBetween(-180.0, 180.0);
        assertThat(corner.y).isBetween(-90.0, 90.0);
      }
    }
    for (var place : places) {
      var at = PLANE.createPoint(new Coordinate(place.lonDegrees(), place.latDegrees()));
      assertThat(outline.covers(at)).as("%s in %s", place, outline).isTrue();
    }
    return outline;
  }

  private static Geometry around(GeoPoint... places) {
    var lat = Arrays.stream(places).mapToDouble(GeoPoint::latDegrees).toArray();
    var lon = Arrays.stream(places).mapToDouble(GeoPoint::lonDegrees).toArray();
    var first = places[0];
    return Outline.around(lat, lon, new TangentPlane(first.latDegrees(), first.lonDegrees()));
  }
}
