package org.ronghe.benchmarks;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Works by DuckDB's `read_json` with the columns declared, on one thread.
final class DuckdbWorks {
  private static final String TOTALS =
      """
      SELECT count(*), sum(greatest(1, len(authorships))), sum(publication_year),
        sum(list_sum(list_transform(authorships, lambda a: len(a.institutions)))),
        count(*) FILTER (is_retracted), count(*) FILTER (is_paratext),
        coalesce(sum(length(id)), 0) + coalesce(sum(length(type)), 0)
          + coalesce(sum(list_sum(list_transform(authorships, lambda a:
              coalesce(length(a.raw_affiliation_string), 0)
              + coalesce(list_sum(list_transform(a.raw_affiliation_strings, lambda s: length(s))), 0)
              + coalesce(list_sum(list_transform(a.institutions, lambda i:
                  coalesce(length(i.id), 0) + coalesce(length(i.ror), 0))), 0)))), 0)
      FROM read_json(FILE, format = 'newline_delimited', maximum_object_size = 33554432, columns = {
        id: 'VARCHAR', publication_year: 'INTEGER', type: 'VARCHAR',
        is_retracted: 'BOOLEAN', is_paratext: 'BOOLEAN',
        authorships: 'STRUCT(institutions STRUCT(id VARCHAR, ror VARCHAR)[],
          raw_affiliation_string VARCHAR, raw_affiliation_strings VARCHAR[])[]'})
      """;

  private DuckdbWorks() {}

  static WorkTotals read(Path path) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      String file = "'" + path.toString().replace("'", "''") + "'";
      try (ResultSet row = statement.executeQuery(TOTALS.replace("FILE", file))) {
        row.next();
        var totals = new WorkTotals();
        totals.works = row.getLong(1);
        totals.authorships = row.getLong(2);
        totals.years = row.getLong(3);
        totals.institutions = row.getLong(4);
        totals.retracted = row.getLong(5);
        totals.paratext = row.getLong(6);
        totals.textLength = row.getLong(7);
        return totals;
      }
    }
  }
}
