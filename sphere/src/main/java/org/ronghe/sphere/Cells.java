package org.ronghe.sphere;

import java.util.Arrays;

/// The points in the order of their cells, and the cells that hold any, by row and column.
final class Cells {

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
      row = new int[start.length - 1];
      column = new int[start.length - 1];
      tellRows(sort.number, firstCells);
    } else {
      FineSort sort = new FineSort(grid, lat, lon);
      order = sort.order;
      place = sort.place;
      start = sort.start;
      spareX = new int[n];
      spareY = new int[n];
      spareZ = new int[n];
      row = sort.row;
      column = sort.column;
    }
    int cells = row.length;
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

  /// Finds row and column of each cell from its number.
  private void tellRows(int[] number, int[] firstCells) {
    int at = 0;
    for (int cell = 0; cell < number.length; cell++) {
      while (number[cell] >= firstCells[at + 1]) {
        at++;
      }
      row[cell] = at;
      column[cell] = number[cell] - firstCells[at];
    }
  }
}
