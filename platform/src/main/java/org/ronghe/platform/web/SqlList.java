package org.ronghe.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A query as a list that is sorted and paged. Called within a transaction.
///
/// @param from tables and aliases
/// @param where what every row shown meets
/// @param counted how far rows are counted: further would cost more than anybody gains from it;
///   [#UNCOUNTED] if the caller knows better
public record SqlList<T>(
    String columns,
    String from,
    SqlCondition where,
    Sorting sorting,
    int counted,
    RowMapper<T> mapper) {
  /// The usual limit of counting.
  public static final int COUNTED = 10_000;

  /// Rows are not counted.
  public static final int UNCOUNTED = 0;

  private record Row<T>(T value, Cursor place) {}

  /// Reads a part.
  public Listing<T> read(JdbcClient jdbc, ListQuery query) {
    SqlCondition shown = where.and(sorting.after(query.cursor()));
    List<Row<T>> rows =
        jdbc.sql(
                "SELECT %s%s FROM %s WHERE %s ORDER BY %s LIMIT %d"
                    .formatted(
                        columns,
                        sorting.columns(),
                        from,
                        shown.sql(),
                        sorting.orderBy(),
                        query.perPage() + 1))
            .params(shown.parameters())
            .query((row, number) -> new Row<>(mapper.mapRow(row, number), sorting.cursor(row)))
            .list();
    Listing<Row<T>> part = Listing.of(rows, query.perPage(), count(jdbc), Row::place);
    return new Listing<>(part.meta(), part.results().stream().map(Row::value).toList());
  }

  private @Nullable Long count(JdbcClient jdbc) {
    if (counted == UNCOUNTED) {
      return null;
    }
    long count =
        jdbc.sql(
                "SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT %d) AS counted"
                    .formatted(from, where.sql(), counted + 1))
            .params(where.parameters())
            .query(Long.class)
            .single();
    return count > counted ? null : count;
  }

  /// Words looked for anywhere in one of some expressions.
  ///
  /// @param words a reader's; every row holds no words
  public static SqlCondition holding(String words, String... expressions) {
    if (words.isBlank()) {
      return SqlCondition.ALL;
    }
    String pattern = "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    String either = " ILIKE :words OR ";
    return new SqlCondition(
        String.join(either, expressions) + " ILIKE :words", Map.of("words", pattern));
  }
}
