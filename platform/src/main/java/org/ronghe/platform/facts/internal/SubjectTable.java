package org.ronghe.platform.facts.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.Cursor;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of subjects as a list that is filtered, sorted and paged. Called within a transaction.
///
/// @param from table and alias
/// @param alias before the columns `id`, `name`, `changed`
/// @param always what every row shown meets
record SubjectTable<T>(
    String from,
    String columns,
    String alias,
    String always,
    Filters filters,
    RowMapper<T> mapper) {
  /// Counting further would cost more than anybody gains from it.
  private static final long COUNTED = 10_000;

  private record Row<T>(T value, Cursor place) {}

  Listing<T> list(JdbcClient jdbc, ListQuery query) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            "name",
            new Sorting.Key("id", alias + ".id", "bigint"),
            new Sorting.Key("name", alias + ".name COLLATE \"C\"", "text"),
            new Sorting.Key("changed", alias + ".changed", "timestamptz"));
    SqlCondition filter =
        filters.parse(query.filter()).and(new SqlCondition(always, java.util.Map.of()));
    if (!query.search().isEmpty()) {
      filter = filter.and(search(query.search()));
    }
    SqlCondition where = filter.and(sorting.after(query.cursor()));
    List<Row<T>> rows =
        jdbc.sql(
                "SELECT "
                    + columns
                    + sorting.columns()
                    + " FROM "
                    + from
                    + " WHERE "
                    + where.sql()
                    + " ORDER BY "
                    + sorting.orderBy()
                    + " LIMIT "
                    + (query.perPage() + 1))
            .params(where.parameters())
            .query((row, number) -> new Row<>(mapper.mapRow(row, number), sorting.cursor(row)))
            .list();
    Listing<Row<T>> part = Listing.of(rows, query.perPage(), count(jdbc, filter), Row::place);
    return new Listing<>(part.meta(), part.results().stream().map(Row::value).toList());
  }

  private SqlCondition search(String words) {
    String pattern = "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return new SqlCondition(
        "(" + alias + ".name_zh ILIKE :words OR " + alias + ".name_en ILIKE :words)",
        java.util.Map.of("words", pattern));
  }

  private @Nullable Long count(JdbcClient jdbc, SqlCondition filter) {
    long count =
        jdbc.sql(
                "SELECT count(*) FROM (SELECT FROM "
                    + from
                    + " WHERE "
                    + filter.sql()
                    + " LIMIT "
                    + (COUNTED + 1)
                    + ") AS counted")
            .params(filter.parameters())
            .query(Long.class)
            .single();
    return count > COUNTED ? null : count;
  }
}
