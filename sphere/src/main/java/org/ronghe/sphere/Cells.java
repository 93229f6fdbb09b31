package org.ronghe.sphere;

import java.util.Arrays;

/// The points in the order of their cells, and the cells that hold any, by row and column.
final class Cells {

  private static final int GRAIN = 1 << 16;

  final Grid grid;

  /// Point indices, cell by cell; ascending within each cell until [Blocks] rearranges them.
  final int[] order;

  /// First position of each cell in the order, and the number of points at the end.
  final int[] start;

  final int[] row;
  final int[] column;

  /// Rows that hold any cell, ascending.
  final int[] rowNumber;

  /// First cell of each such row, and the number of cells at the end.
  final int[] rowStart;

  /// An array as long as there are points, free for the result.
  final int[] spare;

  private final double[] lat;
  private final double[] lon;

  Cells(Grid grid, double[] lat, double[] lon, Workers workers) {
    this.grid = grid;
    this.lat = lat;
    this.lon = lon;
    int n = lat.length;
    int[] firstCells = grid.firstCells();
    RadixSort sort = new RadixSort(new int[n], workers);
    if (firstCells.length > 0) {
      sortByCell(sort, firstCells, workers);
    } else {
      sortByColumnThenRow(sort, workers);
    }
    order = sort.order();
    spare = sort.spare();
    int[] keys = sort.keys();
    Boundary boundary = boundary(firstCells.length > 0, keys);
    start = starts(boundary, n, workers);
    int cells = start.length - 1;
    row = new int[cells];
    column = new int[cells];
    workers.share(
        cells,
        1 << 12,
        (from, to) -> {
          for (int cell = from; cell < to; cell++) {
            int point = order[start[cell]];
            row[cell] = grid.rowOf(lat[point]);
            column[cell] = columnOf(point, row[cell]);
          }
        });
    int[] firsts = new int[cells];
    int found = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (cell == 0 || row[cell] != row[cell - 1]) {
        firsts[found++] = cell;
      }
    }
    rowStart = Arrays.copyOf(firsts, found + 1);
    rowStart[found] = cells;
    rowNumber = new int[found];
    for (int i = 0; i < found; i++) {
      rowNumber[i] = row[rowStart[i]];
    }
  }

  int count() {
    return row.length;
  }

  int size(int cell) {
    return start[cell + 1] - start[cell];
  }

  private int columnOf(int point, int row) {
    return Grid.columnOf(lon[point], grid.columns(row));
  }

  private void sortByCell(RadixSort sort, int[] firstCells, Workers workers) {
    int[] keys = sort.keys();
    workers.share(
        keys.length,
        GRAIN,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int row = grid.rowOf(lat[i]);
            int first = firstCells[row];
            keys[i] = first + Grid.columnOf(lon[i], firstCells[row + 1] - first);
          }
        });
    sort.sort(bits(firstCells[firstCells.length - 1]));
  }

  private void sortByColumnThenRow(RadixSort sort, Workers workers) {
    int[] columns = sort.keys();
    workers.share(
        columns.length,
        GRAIN,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            columns[i] = columnOf(i, grid.rowOf(lat[i]));
          }
        });
    sort.sort(31);
    int[] rows = sort.keys();
    int[] sorted = sort.order();
    workers.share(
        rows.length,
        GRAIN,
        (from, to) -> {
          for (int k = from; k < to; k++) {
            rows[k] = grid.rowOf(lat[sorted[k]]);
          }
        });
    sort.sort(bits(grid.rows));
    if (grid.byPosition) {
      sortByPosition(sort.order(), sort.keys());
    }
  }

  /// Brings equal positions of a cell together, the smallest index of each position first.
  private void sortByPosition(int[] sorted, int[] rows) {
    int n = sorted.length;
    int from = 0;
    for (int k = 1; k <= n; k++) {
      if (k == n
          || rows[k] != rows[from]
          || columnOf(sorted[k], rows[k]) != columnOf(sorted[from], rows[from])) {
        boolean mixed = false;
        for (int j = from + 1; j < k && !mixed; j++) {
          mixed = !samePosition(sorted[from], sorted[j]);
        }
        if (mixed) {
          PointSort.byPosition(sorted, from, k, lat, lon);
        }
        from = k;
      }
    }
  }

  private boolean samePosition(int a, int b) {
    return lat[a] == lat[b] && lon[a] == lon[b];
  }

  private Boundary boundary(boolean numbered, int[] keys) {
    if (numbered) {
      return k -> keys[k] != keys[k - 1];
    }
    if (grid.byPosition) {
      return k -> !samePosition(order[k - 1], order[k]);
    }
    return k ->
        keys[k] != keys[k - 1]
            || columnOf(order[k], keys[k]) != columnOf(order[k - 1], keys[k - 1]);
  }

  private static int[] starts(Boundary boundary, int n, Workers workers) {
    int pieces = (n + GRAIN - 1) / GRAIN;
    int[] found = new int[pieces + 1];
    workers.share(
        n,
        GRAIN,
        (from, to) -> {
          int count = 0;
          for (int k = from; k < to; k++) {
            count += k == 0 || boundary.isAt(k) ? 1 : 0;
          }
          found[from / GRAIN + 1] = count;
        });
    for (int piece = 0; piece < pieces; piece++) {
      found[piece + 1] += found[piece];
    }
    int[] start = new int[found[pieces] + 1];
    start[found[pieces]] = n;
    workers.share(
        n,
        GRAIN,
        (from, to) -> {
          int next = found[from / GRAIN];
          for (int k = from; k < to; k++) {
            if (k == 0 || boundary.isAt(k)) {
              start[next++] = k;
            }
          }
        });
    return start;
  }

  private static int bits(int exclusiveLimit) {
    return 32 - Integer.numberOfLeadingZeros(exclusiveLimit);
  }

  /// Whether a cell begins at a position of the order.
  private interface Boundary {
    boolean isAt(int position);
  }
}
