package org.ronghe.sphere;

/// Sorts point indices by latitude, longitude and index, in place (heapsort: no extra memory).
final class PointSort {

  private PointSort() {}

  static void byPosition(int[] points, int from, int to, double[] lat, double[] lon) {
    int size = to - from;
    for (int root = size / 2 - 1; root >= 0; root--) {
      sink(points, from, root, size, lat, lon);
    }
    for (int last = size - 1; last > 0; last--) {
      int swap = points[from];
      points[from] = points[from + last];
      points[from + last] = swap;
      sink(points, from, 0, last, lat, lon);
    }
  }

  private static void sink(int[] points, int from, int root, int size, double[] lat, double[] lon) {
    int parent = root;
    int moved = points[from + root];
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size
          && compare(points[from + child], points[from + child + 1], lat, lon) < 0) {
        child++;
      }
      if (compare(moved, points[from + child], lat, lon) >= 0) {
        break;
      }
      points[from + parent] = points[from + child];
      parent = child;
    }
    points[from + parent] = moved;
  }

  private static int compare(int a, int b, double[] lat, double[] lon) {
    int byLat = Double.compare(lat[a], lat[b]);
    if (byLat != 0) {
      return byLat;
    }
    int byLon = Double.compare(lon[a], lon[b]);
    return byLon != 0 ? byLon : Integer.compare(a, b);
  }
}
