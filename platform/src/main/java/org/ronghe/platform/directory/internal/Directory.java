package org.ronghe.platform.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.PointMap;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organisations of the directory, as far as the reader may know of them and of their facts.
@Component
class Directory {
  /// What one narrows by, in order.
  static final List<String> FIELDS = List.of("kind", "level", "district");

  /// The facts that are told beside each name.
  static final List<String> TOLD =
      List.of("facility_host", "facility_partner", "facility_field", "fund_size");

  private static final List<String> KINDS =
      OrganisationKind.facilities().stream().map(OrganisationKind::code).toList();
  private static final List<String> LEVELS = List.of("national", "provincial", "municipal", "own");
  private static final int MOST_PLACES = 300;
  private static final String FROM =
      """
      organisation o LEFT JOIN LATERAL (
        SELECT f.value_text AS level FROM fact f JOIN attribute a ON a.id = f.attribute
        WHERE a.key = 'facility_level' AND f.subject = o.id AND f.superseded = 0 AND f.valid @> current_date
        LIMIT 1) AS l ON true\
      """;
  private static final String COLUMNS =
      "o.id, o.name_zh, o.name_en, o.kind, o.district, o.homepage, coalesce(l.level, '') AS level";

  /// Kinds of the directory that are not read as part of another organisation.
  private static final SqlCondition ALL =
      new SqlCondition(
          "o.kind IN (%s) AND o.status <> 'dissolved' AND NOT EXISTS (SELECT FROM merge m WHERE m.merged = o.id AND m.in_force @> now())"
              .formatted(
                  KINDS.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "))),
          Map.of());

  static final Filters FILTERS =
      Filters.of(
          new Filters.Field("id", Filters.Kind.NUMBER, "o.id"),
          new Filters.Field("name", Filters.Kind.SEARCH, "o.name_zh || ' ' || o.name_en"),
          Filters.Field.of("kind", "o.kind", KINDS),
          Filters.Field.of("level", "coalesce(l.level, '')", LEVELS),
          new Filters.Field("district", Filters.Kind.TEXT, "o.district"),
          new Filters.Field("region", Filters.Kind.TEXT, "o.region"),
          new Filters.Field("status", Filters.Kind.TEXT, "o.status"));

  private final JdbcClient jdbc;

  Directory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static SqlCondition where(ListQuery query) {
    return ALL.and(FILTERS.parse(query.filter()))
        .and(SqlList.holding(query.search(), "o.name_zh || ' ' || o.name_en"));
  }

  @Transactional(readOnly = true)
  public Listing<DirectoryEntry> list(ListQuery query) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            "name",
            new Sorting.Key("id", "o.id", "bigint"),
            new Sorting.Key("name", "o.name COLLATE \"C\"", "text"),
            new Sorting.Key("kind", "o.kind COLLATE \"C\"", "text"),
            new Sorting.Key("district", "o.district COLLATE \"C\"", "text"));
    Listing<DirectoryEntry> part =
        new SqlList<>(COLUMNS, FROM, where(query), sorting, SqlList.COUNTED, Directory::entry)
            .read(jdbc, query);
    Map<Long, Map<String, List<Names>>> facts = facts(part.results());
    return new Listing<>(
        part.meta(),
        part.results().stream()
            .map(entry -> entry.with(facts.getOrDefault(entry.organisation(), Map.of())))
            .toList());
  }

  private static DirectoryEntry entry(ResultSet row, int number) throws SQLException {
    return new DirectoryEntry(
        row.getLong("id"),
        new Names(row.getString("name_zh"), row.getString("name_en")),
        OrganisationKind.find(row.getString("kind")).orElseThrow(),
        row.getString("level"),
        row.getString("district"),
        row.getString("homepage"),
        Map.of());
  }

  /// What holds now of those shown, by organisation and attribute.
  private Map<Long, Map<String, List<Names>>> facts(List<DirectoryEntry> entries) {
    Map<Long, Map<String, List<Names>>> facts = new HashMap<>();
    jdbc.sql(
            """
            SELECT f.subject, a.key, coalesce(f.value_text, o.name_zh, (f.value_amount / 100)::text) AS zh,
              coalesce(o.name_en, '') AS en
            FROM fact f JOIN attribute a ON a.id = f.attribute LEFT JOIN organisation o ON o.id = f.value_subject
            WHERE f.subject = ANY (:ids) AND a.key = ANY (:keys) AND f.superseded = 0 AND f.valid @> current_date
            ORDER BY f.subject, a.key, f.id\
            """)
        .param("ids", entries.stream().map(DirectoryEntry::organisation).toArray(Long[]::new))
        .param("keys", TOLD.toArray(String[]::new))
        .query(row -> {
          facts
              .computeIfAbsent(row.getLong("subject"), _ -> new LinkedHashMap<>())
              .computeIfAbsent(row.getString("key"), _ -> new ArrayList<>())
              .add(new Names(row.getString("zh"), row.getString("en")));
        });
    return facts;
  }

  /// How many there are of each value of a field, the most frequent first.
  @Transactional(readOnly = true)
  public Map<String, Map<String, Long>> facets(ListQuery query) {
    var facets = new LinkedHashMap<String, Map<String, Long>>();
    facets.put("kind", counted(query, "o.kind"));
    facets.put("level", counted(query, "l.level"));
    facets.put("district", counted(query, "o.district"));
    return facets;
  }

  private Map<String, Long> counted(ListQuery query, String column) {
    SqlCondition where = where(query);
    var counts = new LinkedHashMap<String, Long>();
    jdbc.sql(
            "SELECT %s AS value, count(*) FROM %s WHERE %s GROUP BY 1 ORDER BY 2 DESC, 1"
                .formatted(column, FROM, where.sql()))
        .params(where.parameters())
        .query(row -> {
          String value = row.getString(1);
          if (value != null && !value.isEmpty()) {
            counts.put(value, row.getLong(2));
          }
        });
    return counts;
  }

  /// Where those found are.
  @Transactional(readOnly = true)
  public List<PointMap.Place> places(ListQuery query) {
    SqlCondition where = where(query);
    return jdbc.sql(
            "SELECT o.id, o.name, o.lat_degrees, o.lon_degrees FROM %s WHERE o.lat_degrees IS NOT NULL AND %s ORDER BY o.id LIMIT %d"
                .formatted(FROM, where.sql(), MOST_PLACES))
        .params(where.parameters())
        .query((row, _) ->
            new PointMap.Place(
                row.getLong(1), row.getString(2), 1, row.getDouble(3), row.getDouble(4)))
        .list();
  }
}
