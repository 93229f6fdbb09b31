package org.ronghe.platform.facts.internal;

import java.util.Map;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
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
  Listing<T> list(JdbcClient jdbc, ListQuery query) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            "name",
            new Sorting.Key("id", alias + ".id", "bigint"),
            new Sorting.Key("name", alias + ".name COLLATE \"C\"", "text"),
            new Sorting.Key("changed", alias + ".changed", "timestamptz"));
    SqlCondition chosen =
        filters
            .parse(query.filter())
            .and(new SqlCondition(always, Map.of()))
            .and(SqlList.holding(query.search(), alias + ".name_zh", alias + ".name_en"));
    return new SqlList<>(columns, from, chosen, sorting, SqlList.COUNTED, mapper).read(jdbc, query);
  }
}
