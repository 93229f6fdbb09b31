package org.ronghe.atlas.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

/// The ranking as a table: `rank, name, economies, score`, then count, share in percent and figure
/// per million inhabitants of each metric, then the rest.
final class ClusterTable {
  private ClusterTable() {}

  /// One column.
  ///
  /// @param values integers, doubles, texts or booleans, one a row; null where unknown
  record Column(String name, Type type, List<@Nullable Object> values) {}

  /// What a column holds.
  enum Type {
    WHOLE,
    NUMBER,
    TEXT,
    FLAG
  }

  static List<Column> of(Ranking ranking) {
    var table = new ArrayList<Column>();
    var rows = ranking.clusters();
    table.add(column("rank", Type.WHOLE, rows, r -> (long) r.rank()));
    table.add(column("name", Type.TEXT, rows, r -> r.name().english()));
    table.add(column("economies", Type.TEXT, rows, r -> String.join("/", r.economies())));
    table.add(column("score", Type.NUMBER, rows, RankedCluster::score));
    for (int m = 0; m < ranking.metrics().size(); m++) {
      int i = m;
      var id = ranking.metrics().get(m).id();
      table.add(column(id, Type.NUMBER, rows, r -> r.figures().get(i).count()));
      table.add(
          column(id + "_share_percent", Type.NUMBER, rows, r -> r.figures().get(i).sharePercent()));
      table.add(
          column(
              id + "_per_million",
              Type.NUMBER,
              rows,
              r -> finite(r.figures().get(i).perMillion())));
    }
    table.add(column("near_tie", Type.FLAG, rows, RankedCluster::nearTie));
    table.add(column("name_zh", Type.TEXT, rows, r -> r.name().chinese()));
    table.add(column("cluster", Type.WHOLE, rows, r -> (long) r.label()));
    table.add(column("lat", Type.NUMBER, rows, ClusterTable::lat));
    table.add(column("lon", Type.NUMBER, rows, ClusterTable::lon));
    table.add(column("population", Type.WHOLE, rows, ClusterTable::population));
    table.add(column("contributions", Type.WHOLE, rows, ClusterTable::contributions));
    return table;
  }

  /// Reads one cell of a row.
  private interface Cell {
    @Nullable Object of(RankedCluster row);
  }

  private static Column column(String name, Type type, List<RankedCluster> rows, Cell cell) {
    var values = new ArrayList<@Nullable Object>(rows.size());
    rows.forEach(row -> values.add(cell.of(row)));
    return new Column(name, type, values);
  }

  private static @Nullable Object finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static @Nullable Object lat(RankedCluster row) {
    var profile = row.profile();
    return profile == null ? null : profile.place().latDegrees();
  }

  private static @Nullable Object lon(RankedCluster row) {
    var profile = row.profile();
    return profile == null ? null : profile.place().lonDegrees();
  }

  private static @Nullable Object population(RankedCluster row) {
    var profile = row.profile();
    return profile == null || profile.place().population() == 0
        ? null
        : profile.place().population();
  }

  private static @Nullable Object contributions(RankedCluster row) {
    var profile = row.profile();
    return profile == null ? null : profile.contributions();
  }
}
