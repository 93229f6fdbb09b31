package org.ronghe.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.locate.Locator;
import org.ronghe.atlas.locate.Places;
import org.ronghe.atlas.locate.Sites;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.source.RecordBatch;

/// Fractional weight of each location: a record is split over its persons, a person over its
/// locations. Ours does it on the way from records to contributions; the others start from a table.
///
/// Usage: `Fractions ours|hash-map|duckdb ROWS RUNS SECONDS`
final class Fractions {
  private static final int LOCATIONS = 50_000;
  private static final int BATCH = 1 << 16;

  private Fractions() {}

  public static void main(String[] args) throws Exception {
    var rows = new ContributionRows(42, Integer.parseInt(args[1]), LOCATIONS);
    int runs = Integer.parseInt(args[2]);
    double seconds = Double.parseDouble(args[3]);
    if (args[0].equals("duckdb")) {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
        load(connection, rows);
        report(rows, Warm.repeat(runs, seconds, () -> duckdb(connection)));
      }
      return;
    }
    if (args[0].equals("ours")) {
      List<RecordBatch> batches = batches(rows);
      Warm.Result<SiteSums> found = Warm.repeat(runs, seconds, () -> ours(batches));
      report(rows, new Warm.Result<>(found.answer().byLocation(rows), found.times()));
    } else {
      report(rows, Warm.repeat(runs, seconds, () -> hashMap(rows)));
    }
  }

  /// The weights of three locations and their sums over all and over a weighted walk stand for the
  /// whole answer.
  private static void report(ContributionRows rows, Warm.Result<double[]> result) {
    double sum = 0;
    double walk = 0;
    double[] weight = result.answer();
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i];
      walk += weight[i] * (i % 1009 + 1);
    }
    new Outcome()
        .put(result.times())
        .put("rows", rows.size())
        .put("ns_a_row", result.times().medianSeconds() * 1e9 / rows.size())
        .put("sum", sum)
        .put("walk", walk)
        .put("first", weight[0])
        .put("last", weight[weight.length - 1])
        .print();
  }

  static List<RecordBatch> batches(ContributionRows rows) {
    List<RecordBatch> batches = new ArrayList<>();
    RecordBatch batch = new RecordBatch("rows");
    int rowsInBatch = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean next = i == 0 || rows.record[i] != rows.record[i - 1];
      if (next && rowsInBatch > BATCH) {
        batch.finish(rowsInBatch);
        batches.add(batch);
        batch = new RecordBatch("rows");
        rowsInBatch = 0;
      }
      if (next) {
        batch.begin("W" + rows.record[i], "publication", 2020, 1);
      }
      if (next || rows.person[i] != rows.person[i - 1]) {
        batch.person();
      }
      int l = rows.location[i];
      batch.affiliation(rows.person[i], -1, -1, rows.lat[l], rows.lon[l]);
      rowsInBatch++;
    }
    batch.finish(rowsInBatch);
    batches.add(batch);
    return batches;
  }

  /// The whole of it: duplicates found, sites numbered, every contribution kept for later rooms.
  static SiteSums ours(List<RecordBatch> batches) {
    var locator =
        new Locator(
            Methods.of("custom"),
            Places.none(),
            reject -> {
              throw new IllegalStateException(reject.toString());
            });
    batches.forEach(locator::accept);
    Contributions contributions = locator.finish();
    double[] sum = new double[contributions.sites().size()];
    for (var chunk : contributions.chunks()) {
      for (int i = 0; i < chunk.rows(); i++) {
        sum[chunk.site(i)] += chunk.weight(i);
      }
    }
    return new SiteSums(contributions.sites(), sum);
  }

  /// Sums by site, whose numbers follow the positions.
  static final class SiteSums {
    private final Sites sites;
    private final double[] sum;

    SiteSums(Sites sites, double[] sum) {
      this.sites = sites;
      this.sum = sum;
    }

    /// The sums by location, numbered as the rows number them.
    double[] byLocation(ContributionRows rows) {
      Map<String, Double> at = HashMap.newHashMap(sum.length);
      for (int s = 0; s < sum.length; s++) {
        at.put(sites.latDegrees(s) + " " + sites.lonDegrees(s), sum[s]);
      }
      double[] weight = new double[rows.lat.length];
      for (int i = 0; i < weight.length; i++) {
        weight[i] = at.getOrDefault(rows.lat[i] + " " + rows.lon[i], 0.0);
      }
      return weight;
    }
  }

  /// The obvious program: count persons a record and locations a person in maps, then add up.
  static double[] hashMap(ContributionRows rows) {
    Map<Integer, Integer> persons = new HashMap<>();
    Map<Long, Integer> locations = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      persons.merge(rows.record[i], rows.person[i] + 1, Math::max);
      locations.merge((long) rows.record[i] << 32 | rows.person[i], 1, Integer::sum);
    }
    Map<Integer, Double> sum = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int ofPerson = locations.getOrDefault((long) rows.record[i] << 32 | rows.person[i], 0);
      double part = 1.0 / persons.getOrDefault(rows.record[i], 0) / ofPerson;
      sum.merge(rows.location[i], part, Double::sum);
    }
    double[] weight = new double[rows.lat.length];
    sum.forEach((location, value) -> weight[location] = value);
    return weight;
  }

  private static void load(Connection connection, ContributionRows rows) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute("CREATE TABLE row (record INTEGER, person INTEGER, location INTEGER)");
    }
    try (var appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "row")) {
      for (int i = 0; i < rows.size(); i++) {
        appender.beginRow();
        appender.append(rows.record[i]);
        appender.append(rows.person[i]);
        appender.append(rows.location[i]);
        appender.endRow();
      }
    }
  }

  private static double[] duckdb(Connection connection) throws SQLException {
    double[] weight = new double[LOCATIONS];
    try (var statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                WITH person AS (
                  SELECT record, person, count(*) AS locations FROM row GROUP BY record, person),
                persons AS (SELECT record, count(*) AS persons FROM person GROUP BY record)
                SELECT location, sum(1.0::DOUBLE / persons / locations) FROM row
                  JOIN person USING (record, person) JOIN persons USING (record) GROUP BY location
                """)) {
      while (found.next()) {
        weight[found.getInt(1)] = found.getDouble(2);
      }
    }
    return weight;
  }
}
