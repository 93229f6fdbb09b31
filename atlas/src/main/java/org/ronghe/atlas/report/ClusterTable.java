package org.ronghe.atlas.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.ronghe.atlas.rank.Profile;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;
import org.ronghe.atlas.report.csv.CsvWriter;
import org.ronghe.atlas.report.parquet.ParquetColumn;
import org.ronghe.atlas.report.parquet.ParquetWriter;

/// The ranking as a table: `rank, name, economies, score`, then count, share in percent and figure
/// per million inhabitants of each metric, then the rest; one order for CSV and Parquet.
final class ClusterTable {
  private final List<RankedCluster> rows;
  private final List<Column> columns = new ArrayList<>();

  private ClusterTable(Ranking ranking) {
    rows = ranking.clusters();
    whole("rank", RankedCluster::rank);
    text("name", r -> r.name().english());
    text("economies", r -> String.join("/", r.economies()));
    number("score", RankedCluster::score);
    for (int m = 0; m < ranking.metrics().size(); m++) {
      int i = m;
      var id = ranking.metrics().get(m).id();
      number(id, r -> r.figures().get(i).count());
      number(id + "_share_percent", r -> r.figures().get(i).sharePercent());
      number(id + "_per_million", r -> r.figures().get(i).perMillion());
    }
    columns.add(new Flag("near_tie", RankedCluster::nearTie));
    text("name_zh", r -> r.name().chinese());
    whole("cluster", RankedCluster::label);
    profiled("lat", p -> p.place().latDegrees());
    profiled("lon", p -> p.place().lonDegrees());
    profiled("population", p -> p.place().population() == 0 ? Double.NaN : p.place().population());
    profiled("contributions", p -> p.contributions());
  }

  static ClusterTable of(Ranking ranking) {
    return new ClusterTable(ranking);
  }

  void writeCsv(Path path) {
    try (var csv = CsvWriter.create(path, columns.stream().map(Column::name).toList())) {
      for (var row : rows) {
        for (var column : columns) {
          switch (column) {
            case Whole c -> csv.number(c.value.applyAsLong(row));
            case Figure c -> csv.number(c.value.applyAsDouble(row));
            case Text c -> csv.text(c.value.apply(row));
            case Flag c -> csv.truth(c.value.test(row));
          }
        }
        csv.endRow();
      }
    }
  }

  void writeParquet(Path path) {
    var all = new ArrayList<ParquetColumn>();
    for (var column : columns) {
      all.add(
          switch (column) {
            case Whole c -> ParquetColumn.int64(c.name, i -> c.value.applyAsLong(rows.get(i)));
            case Figure c ->
                ParquetColumn.optionalFloat64(c.name, i -> c.value.applyAsDouble(rows.get(i)));
            case Text c -> ParquetColumn.text(c.name, i -> c.value.apply(rows.get(i)));
            case Flag c -> ParquetColumn.truth(c.name, i -> c.value.test(rows.get(i)));
          });
    }
    ParquetWriter.write(path, all, rows.size());
  }

  private sealed interface Column {
    String name();
  }

  private record Whole(String name, ToLongFunction<RankedCluster> value) implements Column {}

  /// NaN stands for an unknown value.
  private record Figure(String name, ToDoubleFunction<RankedCluster> value) implements Column {}

  private record Text(String name, Function<RankedCluster, String> value) implements Column {}

  private record Flag(String name, Predicate<RankedCluster> value) implements Column {}

  private void whole(String name, ToLongFunction<RankedCluster> value) {
    columns.add(new Whole(name, value));
  }

  private void number(String name, ToDoubleFunction<RankedCluster> value) {
    columns.add(new Figure(name, value));
  }

  private void text(String name, Function<RankedCluster, String> value) {
    columns.add(new Text(name, value));
  }

  private void profiled(String name, ToDoubleFunction<Profile> value) {
    number(
        name,
        row -> {
          var profile = row.profile();
          return profile == null ? Double.NaN : value.applyAsDouble(profile);
        });
  }
}
