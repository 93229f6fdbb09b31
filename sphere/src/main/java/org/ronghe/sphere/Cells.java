package org.ronghe.sphere;

import java.util.Arrays;

/// The points in the order of their cells, and the cells that hold any, by row and column.
final class Cells {

  private static final int GRAIN = 1 << 12;

  final Grid grid;

  /// Point indices, cell by cell; ascending within each cell until [Blocks] rearranges them.
  final int[] order;

  /// Where in its cell each point in that order lies, see [Grid#placeOf]; rearranged likewise.
  final int[] place;

  /// First position of each cell in the order, and the number of points at the end.
  final int[] start;

  final int[] row;
  final int[] column;

  /// Rows that hold any cell, ascending.
  final int[] rowNumber;

  /// First cell of each such row, and the number of cells at the end.
  final int[] rowStart;

  /// Arrays as long as there are points, free for the vectors.
  final int[] spareX;

  final int[] spareY;
  final int[] spareZ;

  Cells(Grid grid, double[] lat, double[] lon, Workers workers) {
    this.grid = grid;
    int n = lat.length;
    int[] firstCells = grid.firstCells();
    if (firstCells.length > 0) {
      CellSort sort = new CellSort(grid, firstCells, lat, lon, workers);
      order = sort.order;
      place = sort.place;
      start = sort.start;
      spareX = sort.bucketCell;
      spareY = sort.bucketPlace;
      spareZ = sort.bucketPoint;
    } else {
      FineSort sort = new FineSort(grid, lat, lon);
      order = sort.order;
      place = new int[n];
      start = sort.start;
      spareX = new int[n];
      spareY = new int[n];
      spareZ = new int[n];
    }
    int cells = start.length - 1;
    row = new int[cells];
    column = new int[cells];
    workers.share(
        cells,
        GRAIN,
        (from, to) -> {
          for (int cell = from; cell < to; cell++) {
            int point = order[start[cell]];
            row[cell] = grid.rowOf(lat[point]);
            column[cell] = Grid.columnOf(lon[point], grid.columns(row[cell]));
            if (firstCells.length == 0) {
              placePoints(cell, lat, lon);
            }
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

  private void placePoints(int cell, double[] lat, double[] lon) {
    int columns = grid.columns(row[cell]);
    for (int k = start[cell]; k < start[cell + 1]; k++) {
      place[k] = grid.placeOf(lat[order[k]], lon[order[k]], row[cell], column[cell], columns);
    }
  }
}
