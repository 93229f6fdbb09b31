package org.ronghe.atlas.cluster;

import java.util.ArrayList;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/// The outline of a cluster: the concave hull of its sites, widened by [#BUFFER_METERS], computed
/// on the plane that touches the sphere at the cluster's centre (azimuthal equidistant) and cut at
/// the antimeridian as RFC 7946, section 3.1.9 asks.
public final class Outline {
  /// How far the outline stands off the outermost sites.
  static final double BUFFER_METERS = 2_000;

  private static final double SIMPLIFY_METERS = 200;
  private static final double EDGE_METERS = 12_000;

  /// About a metre, far less than the buffer.
  private static final PrecisionModel FIVE_DECIMALS = new PrecisionModel(1e5);

  private static final GeometryFactory PLANE = new GeometryFactory();

  private Outline() {}

  /// The outline around positions of which there is at least one.
  ///
  /// @param frame the plane to compute on, touching the sphere near the positions
  /// @return a polygon or multipolygon in degrees (x longitude, y latitude), valid, exterior rings
  ///   counter-clockwise, within ±180 and ±90
  static Geometry around(double[] latDegrees, double[] lonDegrees, TangentPlane frame) {
    var points = new Coordinate[latDegrees.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = frame.project(latDegrees[i], lonDegrees[i]);
    }
    var hull = hull(points);
    var smooth =
        TopologyPreservingSimplifier.simplify(hull.buffer(BUFFER_METERS, 4), SIMPLIFY_METERS);
    return cut(onSphere(smooth, frame));
  }

  private static Geometry hull(Coordinate[] points) {
    var cloud = PLANE.createMultiPointFromCoords(points);
    var convex = cloud.convexHull();
    if (convex.getDimension() < 2) {
      return convex;
    }
    return ConcaveHull.concaveHullByLength(cloud, EDGE_METERS);
  }

  /// Back to degrees; longitudes run on past ±180 where the outline does.
  private static Geometry onSphere(Geometry plane, TangentPlane frame) {
    var polygons = new ArrayList<Polygon>();
    for (int g = 0; g < plane.getNumGeometries(); g++) {
      var ring = ((Polygon) plane.getGeometryN(g)).getExteriorRing();
      polygons.add(PLANE.createPolygon(unrolled(ring, frame)));
    }
    return PLANE.createMultiPolygon(polygons.toArray(Polygon[]::new)).buffer(0);
  }

  private static LinearRing unrolled(LinearRing ring, TangentPlane frame) {
    var corners = new ArrayList<Coordinate>();
    double previous = Double.NaN;
    for (var corner : ring.getCoordinates()) {
      var position = frame.unproject(corner.x, corner.y);
      double lon = position.x;
      while (lon - previous > 180) {
        lon -= 360;
      }
      while (previous - lon > 180) {
        lon += 360;
      }
      corners.add(new Coordinate(lon, position.y));
      previous = lon;
    }
    double turn = corners.getLast().x - corners.getFirst().x;
    if (Math.abs(turn) > 180) {
      double pole = corners.getFirst().y > 0 ? 90 : -90;
      corners.add(new Coordinate(corners.getLast().x, pole));
      corners.add(new Coordinate(corners.getFirst().x, pole));
      corners.add(new Coordinate(corners.getFirst()));
    } else {
      corners.set(corners.size() - 1, new Coordinate(corners.getFirst()));
    }
    return PLANE.createLinearRing(corners.toArray(Coordinate[]::new));
  }

  /// Cuts at ±180 and brings every part into range. Parts that meet there, as around a pole, are
  /// one.
  private static Geometry cut(Geometry unrolled) {
    var parts = new ArrayList<Geometry>();
    var box = unrolled.getEnvelopeInternal();
    for (int turn = (int) Math.floor((box.getMinX() + 180) / 360);
        turn * 360 - 180 < box.getMaxX();
        turn++) {
      double west = turn * 360 - 180.0;
      var strip = PLANE.toGeometry(new Envelope(west, west + 360, -90, 90));
      var shift = AffineTransformation.translationInstance(-360.0 * turn, 0);
      parts.add(shift.transform(unrolled.intersection(strip)));
    }
    var whole = UnaryUnionNG.union(parts, PLANE, FIVE_DECIMALS);
    var polygons = new ArrayList<Polygon>();
    for (int g = 0; g < whole.getNumGeometries(); g++) {
      if (whole.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(counterClockwise(polygon));
      }
    }
    return polygons.size() == 1
        ? polygons.getFirst()
        : PLANE.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon counterClockwise(Polygon polygon) {
    var copy = (Polygon) polygon.copy();
    copy.normalize();
    return copy.reverse();
  }
}
