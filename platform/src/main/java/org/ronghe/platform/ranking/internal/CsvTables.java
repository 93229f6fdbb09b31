package org.ronghe.platform.ranking.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ronghe.platform.ranking.internal.Result.Tie;
import org.ronghe.platform.ranking.internal.Result.Unlocated;

/// Reads `collaboration.csv` and `unlocated.csv`.
final class CsvTables {
  private static final int MOST_UNLOCATED = 50;
  private static final List<String> TIES =
      List.of("cluster_a", "name_a", "cluster_b", "name_b", "strength");
  private static final List<String> PLACELESS =
      List.of("affiliation", "id", "contributions", "weight");

  private final Path folder;
  private final Faults faults;

  CsvTables(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /// Ties between clusters that are ranked; there may be clusters that are not.
  List<Tie> ties(Set<Integer> labels) throws IOException {
    var ties = new ArrayList<Tie>();
    for (Row row : rows(ResultFolder.COLLABORATION, TIES, Integer.MAX_VALUE)) {
      Integer a = row.whole(0);
      Integer b = row.whole(2);
      Double strength = row.number(4);
      if (a != null && b != null && strength != null && labels.contains(a) && labels.contains(b)) {
        ties.add(new Tie(Math.min(a, b), Math.max(a, b), strength));
      }
    }
    return ties;
  }

  List<Unlocated> unlocated() throws IOException {
    var all = new ArrayList<Unlocated>();
    for (Row row : rows(ResultFolder.UNLOCATED, PLACELESS, MOST_UNLOCATED)) {
      Double contributions = row.number(2);
      Double weight = row.number(3);
      if (contributions != null && weight != null) {
        all.add(
            new Unlocated(
                row.cells().get(0), row.cells().get(1), Math.round(contributions), weight));
      }
    }
    return all;
  }

  private List<Row> rows(String name, List<String> header, int most) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    var rows = new ArrayList<Row>();
    var lines = Csv.rows(Files.readString(file, StandardCharsets.UTF_8), most);
    if (lines.isEmpty() || !lines.getFirst().cells().equals(header)) {
      faults.add(name, "ranking.fault.header", String.join(",", header));
      return List.of();
    }
    for (Csv.Line line : lines.subList(1, lines.size())) {
      if (line.cells().size() != header.size()) {
        faults.add(name + ":" + line.number(), "ranking.fault.columns", header.size());
      } else {
        rows.add(new Row(name + ":" + line.number(), line.cells(), faults));
      }
    }
    return rows;
  }

  private record Row(String where, List<String> cells, Faults faults) {
    @org.jspecify.annotations.Nullable
    Integer whole(int column) {
      try {
        return Integer.valueOf(cells.get(column));
      } catch (NumberFormatException e) {
        faults.add(where, "ranking.fault.no-whole");
        return null;
      }
    }

    @org.jspecify.annotations.Nullable
    Double number(int column) {
      try {
        double number = Double.parseDouble(cells.get(column));
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // told below
      }
      faults.add(where, "ranking.fault.no-number");
      return null;
    }
  }
}
