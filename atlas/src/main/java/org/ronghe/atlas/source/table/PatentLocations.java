package org.ronghe.atlas.source.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.StringTable;

/// PatentsView's locations: coordinates, and for those without, the names of city, state and
/// country.
final class PatentLocations {
  private final StringTable ids = new StringTable();
  private final StringTable statements = new StringTable();
  private double[] latDegrees = new double[1024];
  private double[] lonDegrees = new double[1024];
  private int[] statement = new int[1024];

  private PatentLocations() {}

  static PatentLocations read(Path file, RecordFilter filter, Consumer<RecordBatch> sink) {
    var locations = new PatentLocations();
    var rejects = new EventBatches(file.toString(), filter, sink);
    try (var table = Table.open(file, rejects)) {
      int[] c =
          ColumnMapping.none()
              .resolve(
                  table.file(),
                  table.columns(),
                  List.of(
                      ColumnTarget.required("location_id"),
                      ColumnTarget.required("latitude"),
                      ColumnTarget.required("longitude"),
                      ColumnTarget.optional("disambig_city"),
                      ColumnTarget.optional("disambig_state"),
                      ColumnTarget.optional("disambig_country")));
      table.use(Arrays.stream(c).filter(i -> i >= 0).toArray());
      while (table.next()) {
        locations.add(table, c, rejects);
      }
    }
    rejects.finish();
    return locations;
  }

  private void add(Table table, int[] c, RejectSink rejects) {
    if (table.isEmpty(c[0])) {
      rejects.reject(table.line(), "location_id", "", RejectCode.VALUE_MISSING);
      return;
    }
    int before = ids.size();
    int id = ids.add(table.bytes(c[0]), table.start(c[0]), table.end(c[0]));
    if (id < before) {
      rejects.reject(table.line(), "location_id", table.text(c[0]), RejectCode.DUPLICATE_ID);
      return;
    }
    if (id == statement.length) {
      latDegrees = Arrays.copyOf(latDegrees, id * 2);
      lonDegrees = Arrays.copyOf(lonDegrees, id * 2);
      statement = Arrays.copyOf(statement, id * 2);
    }
    double lat = table.number(c[1]);
    double lon = table.number(c[2]);
    boolean possible = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    if (!possible && !(table.isEmpty(c[1]) && table.isEmpty(c[2]))) {
      int bad = Math.abs(lat) <= 90 ? 2 : 1;
      rejects.reject(
          table.line(),
          table.columns().get(c[bad]),
          table.text(c[bad]),
          RejectCode.COORDINATE_IMPOSSIBLE);
    }
    latDegrees[id] = possible ? lat : Double.NaN;
    lonDegrees[id] = possible ? lon : Double.NaN;
    statement[id] = possible ? -1 : statement(table, c);
  }

  private int statement(Table table, int[] c) {
    var names =
        IntStream.of(c[3], c[4], c[5])
            .filter(i -> i >= 0 && !table.isEmpty(i))
            .mapToObj(table::text)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? -1 : statements.add(names);
  }

  /// The number of the location, or -1.
  int find(byte[] text, int from, int to) {
    return ids.find(text, from, to);
  }

  /// Latitude, NaN if there is none.
  double latDegrees(int i) {
    return latDegrees[i];
  }

  /// Longitude, NaN if there is none.
  double lonDegrees(int i) {
    return lonDegrees[i];
  }

  /// The place in words, an index in [#statements]; -1 for a place with coordinates.
  int statement(int i) {
    return statement[i];
  }

  StringTable statements() {
    return statements;
  }
}
