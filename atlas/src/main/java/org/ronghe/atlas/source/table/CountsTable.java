package org.ronghe.atlas.source.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;

/// Clusters that come with their counts, one row each: a name, its economies, a number per metric.
///
/// @param rows the clusters in the order of the file
/// @param metrics the metrics read, by the caller's names, in the caller's order
/// @param ignored headings that no metric asked for, in the order of the file
/// @param rejects what was wrong
public record CountsTable(
    List<Row> rows, List<String> metrics, List<String> ignored, List<Reject> rejects) {
  public CountsTable {
    rows = List.copyOf(rows);
    metrics = List.copyOf(metrics);
    ignored = List.copyOf(ignored);
    rejects = List.copyOf(rejects);
  }

  private static final ColumnTarget NAME =
      ColumnTarget.required("name", "cluster", "cluster_name", "city");
  private static final ColumnTarget ECONOMY =
      ColumnTarget.optional("economy", "economies", "country", "country_code");

  /// One cluster.
  ///
  /// @param name as it stands in the file
  /// @param economy as it stands in the file, such as `CN/HK` or `TW*`; empty if not given
  /// @param counts a count for each metric whose cell is filled; not negative
  /// @param line 1-based line of the file
  public record Row(String name, String economy, Map<String, Double> counts, long line) {
    public Row {
      counts = Map.copyOf(counts);
    }
  }

  /// Reads `path`.
  ///
  /// A count that is not a number is rejected and the row keeps its others; a second row of one
  /// name and economy is rejected.
  ///
  /// @param metrics the metrics to read with the headings that mean them, all required; when empty,
  ///   every other column that holds numbers alone is a metric by its own heading
  /// @throws ProblemException if the file cannot be read, lacks a column or holds no row
  public static CountsTable read(Path path, ColumnMapping mapping, List<ColumnTarget> metrics) {
    var rejects = new ArrayList<Reject>();
    RejectSink sink =
        (line, field, value, code) ->
            rejects.add(new Reject(path.toString(), line, field, value, code));
    var asked = metrics.isEmpty() ? numericColumns(path, mapping) : metrics;
    try (var table = Table.open(path, sink)) {
      var targets = new ArrayList<ColumnTarget>(List.of(NAME, ECONOMY));
      targets.addAll(asked);
      int[] c = mapping.resolve(table.file(), table.columns(), targets);
      int[] used = java.util.stream.IntStream.of(c).filter(i -> i >= 0).toArray();
      table.use(used);
      var rows = new ArrayList<Row>();
      var seen = new HashSet<List<String>>();
      while (table.next()) {
        var name = table.text(c[0]).strip();
        var economy = c[1] < 0 ? "" : table.text(c[1]).strip();
        if (name.isEmpty()) {
          sink.reject(table.line(), table.columns().get(c[0]), "", RejectCode.VALUE_MISSING);
        } else if (!seen.add(List.of(name, economy))) {
          sink.reject(table.line(), table.columns().get(c[0]), name, RejectCode.DUPLICATE_ID);
        } else {
          rows.add(new Row(name, economy, counts(table, c, asked, sink), table.line()));
        }
      }
      if (rows.isEmpty()) {
        throw new ProblemException(ErrorCode.FILE_EMPTY, path.toString());
      }
      var names = asked.stream().map(ColumnTarget::name).toList();
      return new CountsTable(rows, names, ignored(table.columns(), used), rejects);
    }
  }

  private static Map<String, Double> counts(
      Table table, int[] c, List<ColumnTarget> metrics, RejectSink sink) {
    var counts = new LinkedHashMap<String, Double>();
    for (int m = 0; m < metrics.size(); m++) {
      int column = c[m + 2];
      if (column < 0 || table.isEmpty(column)) {
        continue;
      }
      double count = table.number(column);
      if (count >= 0) {
        counts.put(metrics.get(m).name(), count);
      } else {
        sink.reject(
            table.line(),
            table.columns().get(column),
            table.text(column),
            RejectCode.NUMBER_INVALID);
      }
    }
    return counts;
  }

  private static List<String> ignored(List<String> columns, int[] used) {
    var ignored = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (java.util.stream.IntStream.of(used).noneMatch(u -> u == column)) {
        ignored.add(columns.get(i));
      }
    }
    return ignored;
  }

  /// Every column beside name and economy whose filled cells are all numbers, and that has one.
  private static List<ColumnTarget> numericColumns(Path path, ColumnMapping mapping) {
    try (var table = Table.open(path, (line, field, value, code) -> {})) {
      var columns = table.columns();
      int[] known = mapping.resolve(table.file(), columns, List.of(NAME, ECONOMY));
      var numbers = new boolean[columns.size()];
      var words = new boolean[columns.size()];
      while (table.next()) {
        for (int c = 0; c < numbers.length; c++) {
          if (!table.isEmpty(c)) {
            boolean number = !Double.isNaN(table.number(c));
            numbers[c] |= number;
            words[c] |= !number;
          }
        }
      }
      var found = new ArrayList<ColumnTarget>();
      for (int c = 0; c < numbers.length; c++) {
        if (numbers[c] && !words[c] && c != known[0] && c != known[1]) {
          found.add(ColumnTarget.required(columns.get(c)));
        }
      }
      if (found.isEmpty()) {
        throw new ProblemException(
            ErrorCode.COLUMN_MISSING, path.toString(), "publications", String.join(", ", columns));
      }
      return found;
    }
  }
}
