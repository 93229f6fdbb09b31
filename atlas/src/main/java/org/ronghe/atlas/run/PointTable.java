package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.StringTable;
import org.ronghe.atlas.source.table.ColumnMapping;
import org.ronghe.atlas.source.table.ColumnTarget;
import org.ronghe.atlas.source.table.Table;

/// Weighted points read from a table with the columns id, lat, lon and, optionally, weight, as
/// struct of arrays in the order of the input.
final class PointTable {
  private static final List<ColumnTarget> TARGETS =
      List.of(
          ColumnTarget.required("id"),
          ColumnTarget.required("lat", "latitude"),
          ColumnTarget.required("lon", "lng", "longitude"),
          ColumnTarget.optional("weight"));

  private final StringTable ids = new StringTable();
  private double[] lat = new double[1024];
  private double[] lon = new double[1024];
  private double[] weight = new double[1024];
  private final List<Reject> rejects;

  private PointTable(List<Reject> rejects) {
    this.rejects = rejects;
  }

  /// Reads every row; a bad one becomes a reject.
  ///
  /// @param columns our column name → the file's, where they differ
  /// @param rejects filled with what was wrong, in the order of the file
  /// @throws ProblemException if the file is missing or unreadable, or lacks a column
  static PointTable read(Path file, Map<String, String> columns, List<Reject> rejects) {
    var points = new PointTable(rejects);
    String name = file.toString();
    try (Table table =
        Table.open(
            file,
            (line, field, value, code) ->
                rejects.add(new Reject(name, line, field, value, code)))) {
      points.readAll(table, columns);
    }
    return points;
  }

  int size() {
    return ids.size();
  }

  StringTable ids() {
    return ids;
  }

  double[] latDegrees() {
    return Arrays.copyOf(lat, size());
  }

  double[] lonDegrees() {
    return Arrays.copyOf(lon, size());
  }

  double[] weights() {
    return Arrays.copyOf(weight, size());
  }

  private void readAll(Table table, Map<String, String> columns) {
    int[] at = ColumnMapping.of(columns).resolve(table.file(), table.columns(), TARGETS);
    int id = at[0];
    int latColumn = at[1];
    int lonColumn = at[2];
    int weightColumn = at[3];
    if (weightColumn < 0) {
      table.use(id, latColumn, lonColumn);
    } else {
      table.use(at);
    }
    while (table.next()) {
      double latHere = coordinate(table, latColumn, 90);
      double lonHere = coordinate(table, lonColumn, 180);
      double weightHere = weightColumn < 0 ? 1 : table.number(weightColumn);
      if (table.isEmpty(id)) {
        reject(table, id, RejectCode.VALUE_MISSING);
      } else if (Double.isNaN(latHere)) {
        reject(table, latColumn, RejectCode.COORDINATE_IMPOSSIBLE);
      } else if (Double.isNaN(lonHere)) {
        reject(table, lonColumn, RejectCode.COORDINATE_IMPOSSIBLE);
      } else if (!(weightHere >= 0)) {
        reject(table, weightColumn, RejectCode.NUMBER_INVALID);
      } else {
        add(table, id, latHere, lonHere, weightHere);
      }
    }
  }

  /// Degrees, or NaN if they are not within ±`most`.
  private static double coordinate(Table table, int column, double most) {
    double degrees = table.number(column);
    return Math.abs(degrees) <= most ? degrees : Double.NaN;
  }

  private void reject(Table table, int column, RejectCode code) {
    RejectCode why = table.isEmpty(column) ? RejectCode.VALUE_MISSING : code;
    String field = table.columns().get(column);
    rejects.add(new Reject(table.file(), table.line(), field, table.text(column), why));
  }

  private void add(Table table, int id, double latHere, double lonHere, double weightHere) {
    int before = ids.size();
    int point = ids.add(table.bytes(id), table.start(id), table.end(id));
    if (point < before) {
      reject(table, id, RejectCode.DUPLICATE_ID);
      return;
    }
    if (point == lat.length) {
      lat = Arrays.copyOf(lat, point * 2);
      lon = Arrays.copyOf(lon, point * 2);
      weight = Arrays.copyOf(weight, point * 2);
    }
    lat[point] = latHere;
    lon[point] = lonHere;
    weight[point] = weightHere;
  }
}
