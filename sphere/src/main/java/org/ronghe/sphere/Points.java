package org.ronghe.sphere;

/// The points in the order of their cells as vectors of whole steps, see [Reach].
///
/// Coordinates wrap around where steps are tiny; differences between points of cells in reach of
/// each other do not.
final class Points {

  // Largest half side of a cell in radians for which the Taylor series are good.
  private static final double TAYLOR_LIMIT = 0.02;

  // Makes the offsets from the middle of a cell positive, so that cutting rounds to the nearest.
  private static final int SHIFT = 1 << 15;

  /// Vectors by position in the order of the cells; only those of needed cells are filled.
  final int[] x;

  final int[] y;
  final int[] z;

  private final Cells cells;
  private final Reach reach;
  private final double[] lat;
  private final double[] lon;

  Points(Cells cells, Reach reach, double[] lat, double[] lon) {
    this.cells = cells;
    this.reach = reach;
    this.lat = lat;
    this.lon = lon;
    x = cells.spareX;
    y = cells.spareY;
    z = cells.spareZ;
  }

  /// Fills in the vectors of a cell from the places of its points.
  void fill(int cell) {
    Grid grid = cells.grid;
    int columns = grid.columns(cells.row[cell]);
    double halfHeight = grid.height / 2;
    double halfWidth = Math.PI / columns;
    double midLat = grid.southOf(cells.row[cell]) + halfHeight;
    double midLon = Grid.westOf(cells.column[cell], columns) + halfWidth;
    double sinLat = Math.sin(midLat);
    double cosLat = Math.cos(midLat);
    double sinLon = Math.sin(midLon);
    double cosLon = Math.cos(midLon);
    boolean taylor = halfHeight <= TAYLOR_LIMIT && halfWidth <= TAYLOR_LIMIT;
    double perRadian = 1 / reach.step;
    double middleX = cosLat * cosLon * perRadian;
    double middleY = cosLat * sinLon * perRadian;
    double middleZ = sinLat * perRadian;
    int baseX = base(middleX);
    int baseY = base(middleY);
    int baseZ = base(middleZ);
    // What the bases lack of the middle, and what makes cutting round.
    double restX = middleX - Math.floor(middleX) + SHIFT + 0.5;
    double restY = middleY - Math.floor(middleY) + SHIFT + 0.5;
    double restZ = middleZ - Math.floor(middleZ) + SHIFT + 0.5;
    double latStep = grid.height / Grid.PLACE_STEPS;
    double lonStep = 2 * halfWidth / Grid.PLACE_STEPS;
    int to = cells.start[cell + 1];
    for (int k = cells.start[cell]; k < to; k++) {
      int place = cells.place[k];
      double a = ((place >>> 16) + 0.5) * latStep - halfHeight;
      double b = ((place & 0xffff) + 0.5) * lonStep - halfWidth;
      double sinA = taylor ? sine(a) : Math.sin(a);
      double lackA = taylor ? cosineLack(a) : 1 - Math.cos(a);
      double sinB = taylor ? sine(b) : Math.sin(b);
      double lackB = taylor ? cosineLack(b) : 1 - Math.cos(b);
      // All relative to the middle: nothing large cancels out.
      double equatorial = cosLat - cosLat * lackA - sinLat * sinA;
      double inward = -cosLat * lackA - sinLat * sinA;
      double dx = inward * cosLon - equatorial * (cosLon * lackB + sinLon * sinB);
      double dy = inward * sinLon - equatorial * (sinLon * lackB - cosLon * sinB);
      double dz = cosLat * sinA - sinLat * lackA;
      x[k] = baseX + (int) (dx * perRadian + restX);
      y[k] = baseY + (int) (dy * perRadian + restY);
      z[k] = baseZ + (int) (dz * perRadian + restZ);
    }
  }

  /// The steps of a coordinate, less the shift, wrapped around to an int.
  private static int base(double steps) {
    return (int) (long) Math.floor(steps) - SHIFT;
  }

  private static double sine(double a) {
    double square = a * a;
    return a - a * square * (1 / 6.0 - square * (1 / 120.0));
  }

  /// 1 less the cosine.
  private static double cosineLack(double a) {
    double square = a * a;
    return square * (0.5 - square * (1 / 24.0 - square * (1 / 720.0)));
  }

  /// Squared distance between two positions of cells in reach of each other.
  int squared(int a, int b) {
    int dx = x[a] - x[b];
    int dy = y[a] - y[b];
    int dz = z[a] - z[b];
    return dx * dx + dy * dy + dz * dz;
  }

  /// Whether the points at two positions are within the radius of each other.
  boolean isWithin(int a, int b) {
    int squared = squared(a, b);
    return !reach.isNoneWithin(squared, 0)
        && (reach.isAllWithin(squared, 0) || isWithinCanonically(a, b));
  }

  private boolean isWithinCanonically(int a, int b) {
    int pointA = cells.order[a];
    int pointB = cells.order[b];
    return reach.isWithin(lat[pointA], lon[pointA], lat[pointB], lon[pointB]);
  }

  /// Canonical distance.
  double meters(int a, int b) {
    int pointA = cells.order[a];
    int pointB = cells.order[b];
    return Geodesy.distanceMeters(lat[pointA], lon[pointA], lat[pointB], lon[pointB]);
  }

  /// Whether the point at one position has a smaller index than that at the other.
  boolean isEarlier(int a, int b) {
    return cells.order[a] < cells.order[b];
  }

  /// Whether two positions of the order hold the very same coordinates.
  boolean isSame(int a, int b) {
    int pointA = cells.order[a];
    int pointB = cells.order[b];
    return lat[pointA] == lat[pointB] && lon[pointA] == lon[pointB];
  }
}
