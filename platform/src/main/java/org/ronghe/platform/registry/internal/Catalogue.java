package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.registry.WorkClass;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What holders made public. The same for everybody, so what is counted for one reader is told to
/// the next until the catalogue changes, at the latest a minute after it did.
@Component
class Catalogue {
  private static final int FOUND = 500;
  private static final Duration COUNTS_FRESH = Duration.ofMinutes(1);
  private static final Duration FOUND_FRESH = Duration.ofSeconds(5);
  private static final int MOST_VALUES = 12;
  private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};
  private static final String COLUMNS =
      "c.achievement, c.number, c.title_zh, c.title_en, c.work_class, c.industry, c.level, c.trl,"
          + " c.keywords, c.summary, c.people, c.holders, c.rights, c.organisation,"
          + " c.organisation_zh, c.organisation_en, c.district, c.registered_on";
  private static final Map<String, String> FACETS = facets();
  static final Filters FILTERS =
      Filters.of(
          Filters.Field.of("class", "c.work_class", WorkClass.codes()),
          new Filters.Field("trl", Filters.Kind.NUMBER, "c.trl"),
          new Filters.Field("year", Filters.Kind.NUMBER, "c.year"),
          new Filters.Field("district", Filters.Kind.TEXT, "c.district"),
          new Filters.Field("organisation", Filters.Kind.TEXT, "c.organisation_name"),
          new Filters.Field("keeper", Filters.Kind.NUMBER, "c.organisation"),
          new Filters.Field("industry", Filters.Kind.TEXT, "c.industry"),
          Filters.Field.of("level", "c.level", FormFields.LEVELS),
          new Filters.Field("keyword", Filters.Kind.ONE_OF, "c.keywords"),
          new Filters.Field("number", Filters.Kind.TEXT, "c.number"),
          new Filters.Field("registered", Filters.Kind.DAY, "c.registered_on"));

  private final JdbcClient jdbc;
  private final Search search;
  private final TransactionTemplate reading;
  private final Memo<Counted> counts;
  private final Memo<List<Long>> found;

  Catalogue(JdbcClient jdbc, Search search, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.search = search;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.counts = new Memo<>(COUNTS_FRESH, () -> asNode(this::changes), Clock.systemUTC());
    // The index follows in its own time, and asking it costs little.
    this.found = new Memo<>(FOUND_FRESH, System::nanoTime, Clock.systemUTC());
  }

  /// What was counted of a selection.
  record Counted(Map<String, Map<String, Long>> facets, List<PointMap.Place> places, long total) {}

  private static Map<String, String> facets() {
    var facets = new LinkedHashMap<String, String>();
    facets.put("class", "c.work_class");
    facets.put("trl", "c.trl::text");
    facets.put("year", "c.year::text");
    facets.put("district", "c.district");
    facets.put("organisation", "c.organisation_name");
    facets.put("industry", "c.industry");
    return facets;
  }

  /// A part of the list; of what was found by words, the best first.
  Listing<CatalogueEntry> list(ListQuery query) {
    boolean searched = !query.search().isEmpty();
    var keys =
        new ArrayList<>(
            List.of(
                new Sorting.Key("registered", "c.registered_on", "date"),
                new Sorting.Key("title", "c.title COLLATE \"C\"", "text")));
    if (searched) {
      keys.add(new Sorting.Key("best", "array_position(:found, c.achievement)", "integer"));
    }
    Sorting sorting =
        Sorting.of(
            query.sort(),
            searched ? "best" : "registered:desc",
            new Sorting.Key("id", "c.achievement", "bigint"),
            keys.toArray(Sorting.Key[]::new));
    Selection selection = selection(query);
    long total = counted(selection).total();
    Listing<CatalogueEntry> part =
        total == 0
            // To find nothing, the database would look at everything.
            ? new Listing<>(new Listing.Meta(0L, query.perPage(), null), List.of())
            : Objects.requireNonNull(
                reading.execute(_ ->
                    new SqlList<>(
                            COLUMNS,
                            "catalogue_entry c",
                            selection.where,
                            sorting,
                            SqlList.UNCOUNTED,
                            Catalogue::entry)
                        .read(jdbc, query)));
    return new Listing<>(
        new Listing.Meta(total, part.meta().perPage(), part.meta().nextCursor()), part.results());
  }

  /// What a reader asked for.
  ///
  /// @param key the same for the same entries; the index has its own changes, so what words find is
  ///   part of it
  private record Selection(SqlCondition where, String key) {}

  private Selection selection(ListQuery query) {
    SqlCondition filter = FILTERS.parse(query.filter());
    if (query.search().isEmpty()) {
      return new Selection(filter, query.filter());
    }
    List<Long> found = found(query.search());
    return new Selection(
        filter.and(
            new SqlCondition(
                "c.achievement = ANY (:found)", Map.of("found", found.toArray(Long[]::new)))),
        found + " " + query.filter());
  }

  /// The best matches of some words: ids, the best first.
  private List<Long> found(String words) {
    return found.get(words, () -> search(words));
  }

  private List<Long> search(String words) {
    return search
        .find(
            new SearchRequest(
                words, Set.of(SearchKind.ACHIEVEMENT), 0, FOUND, Set.of(SearchDocument.PUBLIC)))
        .hits()
        .stream()
        .map(SearchHit::id)
        .toList();
  }

  /// How many there are of each value, and where.
  Counted counted(ListQuery query) {
    return counted(selection(query));
  }

  private Counted counted(Selection selection) {
    return counts.get(selection.key, () -> asNode(() -> count(selection.where)));
  }

  /// Reads in a transaction of the node's own, whoever asked: for what is told to everybody.
  private <T> T asNode(Supplier<T> work) {
    return Actors.getAs(
        Actor.system("catalogue"), () -> Objects.requireNonNull(reading.execute(_ -> work.get())));
  }

  private Long changes() {
    return jdbc.sql("SELECT coalesce(sum(changes), 0) FROM catalogue_change")
        .query(Long.class)
        .single();
  }

  private Counted count(SqlCondition where) {
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
                "SELECT c.organisation, max(c.organisation_name) AS name, count(*) AS n,"
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
    return new Counted(facets, places, total[0]);
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
