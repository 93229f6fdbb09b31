package org.ronghe.sphere;

import java.util.Arrays;

/// Sorts points by row and column of a grid too fine for its cells to be numbered, and by position
/// where the cells are single positions. For radii below some 700 m; 36 bytes a point.
final class FineSort {

  private final Grid grid;
  private final double[] lat;
  private final double[] lon;

  /// Point indices, cell by cell; the smallest index of each cell comes first.
  final int[] order;

  /// Place in its cell of each point in that order, see [Grid#placeOf].
  final int[] place;

  final int[] row;
  final int[] column;

  /// First position of each cell, and the number of points at the end.
  final int[] start;

  FineSort(Grid grid, double[] lat, double[] lon) {
    this.grid = grid;
    this.lat = lat;
    this.lon = lon;
    int n = lat.length;
    order = new int[n];
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = (long) columnOf(i) << 32 | i;
    }
    Arrays.sort(keys);
    for (int k = 0; k < n; k++) {
      order[k] = (int) keys[k];
      keys[k] = (long) grid.rowOf(lat[order[k]]) << 32 | k;
    }
    Arrays.sort(keys);
    for (int k = 0; k < n; k++) {
      keys[k] = order[(int) keys[k]];
    }
    for (int k = 0; k < n; k++) {
      order[k] = (int) keys[k];
    }
    if (grid.byPosition) {
      sortByPosition();
    }
    start = starts();
    place = new int[n];
    row = new int[start.length - 1];
    column = new int[start.length - 1];
    for (int cell = 0; cell < row.length; cell++) {
      row[cell] = grid.rowOf(lat[order[start[cell]]]);
      column[cell] = columnOf(order[start[cell]]);
      placePoints(cell);
    }
  }

  private void placePoints(int cell) {
    int columns = grid.columns(row[cell]);
    for (int k = start[cell]; k < start[cell + 1]; k++) {
      place[k] = grid.placeOf(lat[order[k]], lon[order[k]], row[cell], column[cell], columns);
    }
  }

  private int columnOf(int point) {
    return Grid.columnOf(lon[point], grid.columns(grid.rowOf(lat[point])));
  }

  private boolean isSameBox(int a, int b) {
    return grid.rowOf(lat[a]) == grid.rowOf(lat[b]) && columnOf(a) == columnOf(b);
  }

  private boolean isSamePosition(int a, int b) {
    return lat[a] == lat[b] && lon[a] == lon[b];
  }

  /// Brings equal positions of a box together, the smallest index of each position first.
  private void sortByPosition() {
    int n = order.length;
    int from = 0;
    for (int k = 1; k <= n; k++) {
      if (k == n || !isSameBox(order[k], order[from])) {
        boolean mixed = false;
        for (int j = from + 1; j < k && !mixed; j++) {
          mixed = !isSamePosition(order[from], order[j]);
        }
        if (mixed) {
          PointSort.byPosition(order, from, k, lat, lon);
        }
        from = k;
      }
    }
  }

  private int[] starts() {
    int[] found = new int[order.length + 1];
    int cells = 0;
    for (int k = 0; k < order.length; k++) {
      if (k == 0
          || !(grid.byPosition
              ? isSamePosition(order[k - 1], order[k])
              : isSameBox(order[k - 1], order[k]))) {
        found[cells++] = k;
      }
    }
    found[cells] = order.length;
    return Arrays.copyOf(found, cells + 1);
  }
}
