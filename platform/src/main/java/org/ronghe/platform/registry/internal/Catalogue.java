package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.search.Search;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What holders made public. The same for everybody, so what is counted for one reader is told to
/// the next for a minute.
@Component
class Catalogue {
  private static final int FOUND = 500;
  private static final int MOST_VALUES = 12;
  private static final int MOST_KEPT = 500;
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};
  private static final String COLUMNS =
      "c.achievement, c.number, c.title_zh, c.title_en, c.work_class, c.industry, c.level, c.trl,"
          + " c.keywords, c.summary, c.people, c.holders, c.rights, c.organisation,"
          + " c.organisation_zh, c.organisation_en, c.district, c.registered_on";
  private static final Map<String, String> FACETS = facets();
  private static final Filters FILTERS =
      Filters.of(
          new Filters.Field("class", Filters.Kind.TEXT, "c.work_class"),
          new Filters.Field("trl", Filters.Kind.NUMBER, "c.trl"),
          new Filters.Field("year", Filters.Kind.NUMBER, "c.year"),
          new Filters.Field("district", Filters.Kind.TEXT, "c.district"),
          new Filters.Field("organisation", Filters.Kind.TEXT, "c.organisation_zh"),
          new Filters.Field("keeper", Filters.Kind.NUMBER, "c.organisation"),
          new Filters.Field("industry", Filters.Kind.TEXT, "c.industry"),
          new Filters.Field("level", Filters.Kind.TEXT, "c.level"),
          new Filters.Field("keyword", Filters.Kind.ONE_OF, "c.keywords"),
          new Filters.Field("number", Filters.Kind.TEXT, "c.number"),
          new Filters.Field("registered", Filters.Kind.DAY, "c.registered_on"));

  private final JdbcClient jdbc;
  private final Search search;
  private final Map<String, Counted> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Found> found = new LinkedHashMap<>(16, 0.75f, true);

  Catalogue(JdbcClient jdbc, Search search) {
    this.jdbc = jdbc;
    this.search = search;
  }

  /// What words were found to mean, and when: ids, the best first.
  record Found(Instant at, List<Long> ids) {
    Found {
      ids = List.copyOf(ids);
    }
  }

  /// What was counted of a selection, and when.
  record Counted(
      Instant at, Map<String, Map<String, Long>> facets, List<PointMap.Place> places, long total) {}

  private static Map<String, String> facets() {
    var facets = new LinkedHashMap<String, String>();
    facets.put("class", "c.work_class");
    facets.put("trl", "c.trl::text");
    facets.put("year", "c.year::text");
    facets.put("district", "c.district");
    facets.put("organisation", "c.organisation_zh");
    facets.put("industry", "c.industry");
    return facets;
  }

  @Transactional(readOnly = true)
  public Listing<CatalogueEntry> list(ListQuery query) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            "registered:desc",
            new Sorting.Key("id", "c.achievement", "bigint"),
            new Sorting.Key("registered", "c.registered_on", "date"),
            new Sorting.Key("title", "c.title COLLATE \"C\"", "text"));
    Listing<CatalogueEntry> part =
        new SqlList<>(COLUMNS, "catalogue_entry c", where(query), sorting, 0, Catalogue::entry)
            .read(jdbc, query);
    return new Listing<>(
        new Listing.Meta(counted(query).total(), part.meta().perPage(), part.meta().nextCursor()),
        part.results());
  }

  private SqlCondition where(ListQuery query) {
    SqlCondition filter = FILTERS.parse(query.filter());
    if (query.search().isEmpty()) {
      return filter;
    }
    Long[] ids = found(query.search()).toArray(Long[]::new);
    return filter.and(new SqlCondition("c.achievement = ANY (:found)", Map.of("found", ids)));
  }

  /// The best matches of some words.
  private List<Long> found(String words) {
    Instant now = Instant.now();
    synchronized (found) {
      Found before = found.get(words);
      if (before != null && before.at().plus(FRESH).isAfter(now)) {
        return before.ids();
      }
    }
    List<Long> ids =
        search
            .find(
                new SearchRequest(
                    words, Set.of(SearchKind.ACHIEVEMENT), 0, FOUND, Set.of(SearchDocument.PUBLIC)))
            .hits()
            .stream()
            .map(SearchHit::id)
            .toList();
    synchronized (found) {
      found.put(words, new Found(now, ids));
      shorten(found);
    }
    return ids;
  }

  private static void shorten(Map<String, ?> kept) {
    var oldest = kept.keySet().iterator();
    while (kept.size() > MOST_KEPT) {
      oldest.next();
      oldest.remove();
    }
  }

  /// How many there are of each value, and where.
  @Transactional(readOnly = true)
  public Counted counted(ListQuery query) {
    String key = query.search() + "\u0000" + query.filter();
    Instant now = Instant.now();
    synchronized (kept) {
      Counted counted = kept.get(key);
      if (counted != null && counted.at().plus(FRESH).isAfter(now)) {
        return counted;
      }
    }
    Counted counted = count(where(query), now);
    synchronized (kept) {
      kept.put(key, counted);
      shorten(kept);
    }
    return counted;
  }

  private Counted count(SqlCondition where, Instant now) {
    var facets = new LinkedHashMap<String, Map<String, Long>>();
    FACETS.keySet().forEach(facet -> facets.put(facet, new LinkedHashMap<>()));
    List<String> names = List.copyOf(FACETS.keySet());
    long[] total = {0};
    String columns = String.join(", ", FACETS.values());
    String sets =
        String.join(", ", FACETS.values().stream().map(column -> "(" + column + ")").toList());
    jdbc.sql(
            "SELECT GROUPING(%s) AS which, coalesce(%s) AS value, count(*) AS n FROM"
                    .formatted(columns, columns)
                + " catalogue_entry c WHERE "
                + where.sql()
                + " GROUP BY GROUPING SETS ((), "
                + sets
                + ") ORDER BY n DESC, value")
        .params(where.parameters())
        .query(row -> {
          int which = Integer.numberOfTrailingZeros(~row.getInt("which") & 63);
          String value = row.getString("value");
          if (row.getInt("which") == 63) {
            total[0] = row.getLong("n");
          } else if (value != null && !value.isEmpty()) {
            // GROUPING's last bit is that of its last argument.
            Map<String, Long> values = facets.get(names.get(names.size() - 1 - which));
            if (values != null && values.size() < MOST_VALUES) {
              values.put(value, row.getLong("n"));
            }
          }
        });
    List<PointMap.Place> places =
        jdbc.sql(
                "SELECT c.organisation, max(c.organisation_zh) AS name, count(*) AS n,"
                    + " max(c.lat_degrees) AS lat, max(c.lon_degrees) AS lon FROM catalogue_entry c"
                    + " WHERE c.lat_degrees IS NOT NULL AND "
                    + where.sql()
                    + " GROUP BY c.organisation ORDER BY n DESC, c.organisation LIMIT 300")
            .params(where.parameters())
            .query((row, _) ->
                new PointMap.Place(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getDouble(4),
                    row.getDouble(5)))
            .list();
    return new Counted(now, facets, places, total[0]);
  }

  @Transactional(readOnly = true)
  public Optional<CatalogueEntry> find(long achievement) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM catalogue_entry c WHERE c.achievement = :id")
        .param("id", achievement)
        .query(Catalogue::entry)
        .optional();
  }

  private static CatalogueEntry entry(ResultSet row, int number) throws SQLException {
    int trl = row.getInt("trl");
    boolean unknown = row.wasNull();
    return new CatalogueEntry(
        row.getLong("achievement"),
        row.getString("number"),
        new Names(row.getString("title_zh"), row.getString("title_en")),
        new CatalogueEntry.Kind(
            row.getString("work_class"),
            row.getString("industry"),
            row.getString("level"),
            unknown ? null : trl,
            Arrays.asList((String[]) row.getArray("keywords").getArray())),
        row.getString("summary"),
        Map.of(
            "people", rows(row, "people"),
            "holders", rows(row, "holders"),
            "rights", rows(row, "rights")),
        new CatalogueEntry.Keeper(
            row.getLong("organisation"),
            new Names(row.getString("organisation_zh"), row.getString("organisation_en")),
            row.getString("district")),
        row.getObject("registered_on", LocalDate.class));
  }

  private static List<Map<String, String>> rows(ResultSet row, String column) throws SQLException {
    return JsonMapper.shared().readValue(row.getString(column), ROWS);
  }
}
