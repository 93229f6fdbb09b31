package org.ronghe.sphere;

import java.util.Arrays;

/// Lists the cells that may hold a point within the radius of a cell, as ranges of cell numbers.
///
/// One per thread. Moving from cell to cell in order is cheap: the rows in reach are worked out
/// once a row, and the columns are sought from where the last search ended.
final class Neighbourhood {

  /// Allowance for the rounding of column numbers, in columns.
  private static final double COLUMN_SLACK = 1e-5;

  private final Cells cells;
  private final Reach reach;

  // The rows in reach of the current row, as positions in rowNumber, and how far each reaches.
  private int currentRow = -1;
  private int currentColumns;
  private int rowsInReach;
  private int[] nearRow = new int[8];
  private int[] nearColumns = new int[8];
  private double[] spanDegrees = new double[8];
  private int[] hint = new int[8];

  private int ranges;
  private int[] from = new int[16];
  private int[] to = new int[16];

  Neighbourhood(Cells cells, Reach reach) {
    this.cells = cells;
    this.reach = reach;
  }

  int ranges() {
    return ranges;
  }

  /// First cell of a range.
  int from(int range) {
    return from[range];
  }

  /// End (exclusive) of a range.
  int to(int range) {
    return to[range];
  }

  /// Fills the ranges for the cells from the first to the last, of one row; they are among them.
  void moveTo(int first, int last) {
    if (cells.row[first] != currentRow) {
      enterRow(cells.row[first]);
    }
    ranges = 0;
    double width = 360.0 / currentColumns;
    double west = cells.column[first] * width;
    double east = (cells.column[last] + 1) * width;
    for (int i = 0; i < rowsInReach; i++) {
      addRow(i, west - spanDegrees[i], east + spanDegrees[i]);
    }
  }

  private void addRow(int i, double west, double east) {
    int rowFrom = cells.rowStart[nearRow[i]];
    int rowTo = cells.rowStart[nearRow[i] + 1];
    int columns = nearColumns[i];
    double perDegree = columns / 360.0;
    long first = (long) Math.floor(west * perDegree - COLUMN_SLACK);
    long last = (long) Math.floor(east * perDegree + COLUMN_SLACK);
    if (last - first + 1 >= columns) {
      add(rowFrom, rowTo);
    } else if (first < 0) {
      add(rowFrom, seek(rowFrom, rowFrom, rowTo, last + 1));
      add(seek(rowFrom, rowFrom, rowTo, first + columns), rowTo);
    } else if (last >= columns) {
      add(rowFrom, seek(rowFrom, rowFrom, rowTo, last - columns + 1));
      add(seek(rowFrom, rowFrom, rowTo, first), rowTo);
    } else {
      int begin = seek(hint[i], rowFrom, rowTo, first);
      hint[i] = begin;
      add(begin, seek(begin, begin, rowTo, last + 1));
    }
  }

  private void add(int begin, int end) {
    if (begin >= end) {
      return;
    }
    if (ranges == from.length) {
      from = Arrays.copyOf(from, 2 * ranges);
      to = Arrays.copyOf(to, 2 * ranges);
    }
    from[ranges] = begin;
    to[ranges++] = end;
  }

  /// First cell of [rowFrom, rowTo) whose column is at least the given one; tries the hint first.
  private int seek(int near, int rowFrom, int rowTo, long atLeast) {
    int[] column = cells.column;
    int low = near > rowFrom && column[near - 1] >= atLeast ? rowFrom : near;
    for (int steps = 0; steps < 8; steps++) {
      if (low == rowTo || column[low] >= atLeast) {
        return low;
      }
      low++;
    }
    int high = rowTo;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (column[middle] < atLeast) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void enterRow(int row) {
    currentRow = row;
    currentColumns = cells.grid.columns(row);
    rowsInReach = 0;
    int here = Arrays.binarySearch(cells.rowNumber, row);
    int lowest = here;
    while (lowest > 0 && isRowInReach(row - cells.rowNumber[lowest - 1])) {
      lowest--;
    }
    for (int other = lowest;
        other < cells.rowNumber.length && isRowInReach(cells.rowNumber[other] - row);
        other++) {
      double span = spanDegrees(row, cells.rowNumber[other]);
      if (span >= 0) {
        addNearRow(other, span);
      }
    }
  }

  private void addNearRow(int position, double span) {
    if (rowsInReach == nearRow.length) {
      nearRow = Arrays.copyOf(nearRow, 2 * rowsInReach);
      nearColumns = Arrays.copyOf(nearColumns, 2 * rowsInReach);
      spanDegrees = Arrays.copyOf(spanDegrees, 2 * rowsInReach);
      hint = Arrays.copyOf(hint, 2 * rowsInReach);
    }
    nearRow[rowsInReach] = position;
    nearColumns[rowsInReach] = cells.grid.columns(cells.rowNumber[position]);
    spanDegrees[rowsInReach] = span;
    hint[rowsInReach++] = cells.rowStart[position];
  }

  /// Latitude between two rows in radians, rounded down.
  private double gap(int rowsApart) {
    return Math.max(0, (rowsApart - 1) * cells.grid.height - COLUMN_SLACK * cells.grid.height);
  }

  private boolean isRowInReach(int rowsApart) {
    return gap(rowsApart) <= reach.angle;
  }

  /// Longitude in degrees beyond which no two points of the rows are within the radius; negative
  /// when none are at all.
  private double spanDegrees(int row, int other) {
    double sinGap = StrictMath.sin(Math.min(Math.PI, gap(Math.abs(other - row))) / 2);
    double chord = reach.chord * (1 + 1e-9) + 1e-14;
    double left = chord * chord / 4 - sinGap * sinGap;
    if (left < 0) {
      return -1;
    }
    double parallels = cells.grid.narrowestCosine(row) * cells.grid.narrowestCosine(other);
    if (left >= parallels * (1 - 1e-9)) {
      return 360;
    }
    return Math.toDegrees(2 * StrictMath.asin(Math.sqrt(left / parallels))) * (1 + 1e-9) + 1e-13;
  }
}
