package org.ronghe.sphere;

/// Bands of latitude, each cut into equal columns, so that any two points of a cell are neighbours.
///
/// For two points of one cell, chord² = 4 sin²(Δφ/2) + 4 cos φ₁ cos φ₂ sin²(Δλ/2) is at most Δφ² +
/// cos² φ Δλ² with φ the cell's latitude nearest to the equator. Bands and columns are therefore no
/// wider than the radius' chord over √2, less a margin for rounding: the index of a row or column,
/// below 2³⁰, is off by less than 1e-6 of a cell.
///
/// Below a radius of about 4 cm the cells stop shrinking; points of a cell are then told apart by
/// their coordinates ([#byPosition]).
final class Grid {

  private static final double MARGIN = 4e-6;

  /// Cells never have shorter sides than this, in radians.
  static final double LEAST_SIDE = Math.PI / (1 << 29);

  private static final int LEAST_TABLE = 4096;

  /// How finely [#placeOf] divides the sides of a cell.
  static final int PLACE_STEPS = 1 << 16;

  final int rows;

  /// Height of a row in radians.
  final double height;

  /// Whether cells are single positions rather than whole boxes of the grid.
  final boolean byPosition;

  private final double side;
  private final double rowsPerDegree;
  private final int[] columnsOfRow;

  /// @param points how many points there are: a table of all rows is kept when it is not larger
  Grid(Reach reach, int points) {
    double wanted = reach.chord / Math.sqrt(2) * (1 - MARGIN);
    byPosition = wanted < LEAST_SIDE;
    side = Math.max(wanted, LEAST_SIDE);
    rows = (int) Math.ceil(Math.PI / side);
    height = Math.PI / rows;
    rowsPerDegree = rows / 180.0;
    columnsOfRow = new int[rows <= Math.max(LEAST_TABLE, points) ? rows : 0];
    for (int row = 0; row < columnsOfRow.length; row++) {
      columnsOfRow[row] = countColumns(row);
    }
  }

  /// First cell number of each row when all cells are numbered row by row; empty when there are
  /// more cells than an int can number or too many rows for a table.
  int[] firstCells() {
    if (columnsOfRow.length == 0) {
      return new int[0];
    }
    int[] first = new int[rows + 1];
    long next = 0;
    for (int row = 0; row < rows; row++) {
      next += columnsOfRow[row];
      if (next > Integer.MAX_VALUE) {
        return new int[0];
      }
      first[row + 1] = (int) next;
    }
    return first;
  }

  int rowOf(double latDegrees) {
    return Math.min(rows - 1, (int) ((latDegrees + 90) * rowsPerDegree));
  }

  /// Column in a row of a given number of columns; 180 and -180 share the first.
  static int columnOf(double lonDegrees, int columns) {
    int column = (int) ((lonDegrees + 180) * (1 / 360.0) * columns);
    if (column < columns) {
      return column;
    }
    return lonDegrees == 180 ? 0 : columns - 1;
  }

  /// Where in its cell a point lies, in 65,536ths of the cell: northward in the upper 16 bits,
  /// eastward in the lower.
  int placeOf(double latDegrees, double lonDegrees, int row, int column, int columns) {
    double north = (latDegrees + 90) * rowsPerDegree - row;
    double east = lonDegrees == 180 ? 0 : (lonDegrees + 180) * (1 / 360.0) * columns - column;
    int northSteps = Math.min(PLACE_STEPS - 1, (int) (north * PLACE_STEPS));
    int eastSteps = Math.min(PLACE_STEPS - 1, (int) (east * PLACE_STEPS));
    return northSteps << 16 | eastSteps;
  }

  int columns(int row) {
    return columnsOfRow.length > 0 ? columnsOfRow[row] : countColumns(row);
  }

  private int countColumns(int row) {
    double cos = widestCosine(row);
    return (int) Math.max(1, Math.ceil(2 * Math.PI * cos / side));
  }

  /// Latitude in radians of the southern edge of a row; of the northern edge of the one below.
  double southOf(int row) {
    return row * height - Math.PI / 2;
  }

  /// Longitude in radians of the western edge of a column.
  static double westOf(int column, int columns) {
    return column * (2 * Math.PI / columns) - Math.PI;
  }

  /// Upper bound of the cosine of latitude in a row.
  double widestCosine(int row) {
    double south = southOf(row);
    double north = south + height;
    if (south <= 0 && north >= 0) {
      return 1;
    }
    return StrictMath.cos(Math.min(Math.abs(south), Math.abs(north))) + 1e-15;
  }

  /// Lower bound of the cosine of latitude in a row, allowing for rounding at its edges.
  double narrowestCosine(int row) {
    double south = southOf(row);
    double farthest = Math.max(Math.abs(south), Math.abs(south + height)) + MARGIN * height;
    return farthest >= Math.PI / 2 ? 0 : Math.max(0, StrictMath.cos(farthest) - 1e-15);
  }
}
