package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ronghe.atlas.report.Economies;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.RankingHead.Words;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The clusters of a ranking: searched, filtered, sorted, in parts.
@Repository
class ClusterTable {
  private static final String COLUMNS =
      """
      c.*, (SELECT coalesce(json_agg(f ORDER BY array_position(
          ARRAY(SELECT m ->> 'id' FROM jsonb_array_elements(r.metrics) AS m), f.metric)), '[]')
        FROM ranking_figure f WHERE f.ranking = c.ranking AND f.label = c.label) AS figures\
      """;
  private static final String TABLES = "ranking_cluster c JOIN ranking r ON r.id = c.ranking";
  private static final String FROM = " FROM " + TABLES + " WHERE c.ranking = :ranking AND ";
  private static final String SELECT = "SELECT " + COLUMNS;
  private static final Sorting.Key LABEL = new Sorting.Key("label", "c.label", "integer");

  private final JdbcClient database;

  ClusterTable(JdbcClient database) {
    this.database = database;
  }

  /// A part of the list.
  @Transactional(readOnly = true)
  public Listing<Cluster> list(RankingHead ranking, ListQuery query) {
    Sorting sorting = sorting(ranking, query.sort());
    SqlCondition chosen = in(ranking).and(chosen(ranking, query));
    return new SqlList<>(
            COLUMNS, TABLES, chosen, sorting, SqlList.COUNTED, (row, _) -> Stored.cluster(row))
        .read(database, query);
  }

  private static SqlCondition in(RankingHead ranking) {
    return new SqlCondition("c.ranking = :ranking", Map.of("ranking", ranking.id()));
  }

  /// Every row of the list, for an export.
  @Transactional(readOnly = true)
  public void forEach(RankingHead ranking, ListQuery query, Consumer<Cluster> consumer) {
    Sorting sorting = sorting(ranking, query.sort());
    SqlCondition chosen = chosen(ranking, query);
    database
        .sql(SELECT + FROM + "(" + chosen.sql() + ") ORDER BY " + sorting.orderBy())
        .param("ranking", ranking.id())
        .params(chosen.parameters())
        .query((row, _) -> Stored.cluster(row))
        .list()
        .forEach(consumer);
  }

  /// The labels of all clusters that a search and a filter choose.
  @Transactional(readOnly = true)
  public List<Integer> labels(RankingHead ranking, ListQuery query) {
    SqlCondition chosen = chosen(ranking, query);
    return database
        .sql("SELECT c.label" + FROM + "(" + chosen.sql() + ") ORDER BY c.rank, c.label")
        .param("ranking", ranking.id())
        .params(chosen.parameters())
        .query((row, _) -> row.getInt(1))
        .list();
  }

  /// All clusters in rank order.
  @Transactional(readOnly = true)
  public List<Cluster> all(RankingHead ranking) {
    return database
        .sql(SELECT + FROM + "true ORDER BY c.rank, c.name_en, c.label")
        .param("ranking", ranking.id())
        .query((row, _) -> Stored.cluster(row))
        .list();
  }

  /// One cluster.
  ///
  /// @throws NodeProblem NOT_FOUND
  @Transactional(readOnly = true)
  public Cluster get(RankingHead ranking, int label) {
    return database
        .sql(SELECT + FROM + "c.label = :label")
        .param("ranking", ranking.id())
        .param("label", label)
        .query((row, _) -> Stored.cluster(row))
        .optional()
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Transactional(readOnly = true)
  public Profile profile(RankingHead ranking, int label) {
    return database
        .sql("SELECT profile FROM ranking_cluster WHERE ranking = :ranking AND label = :label")
        .param("ranking", ranking.id())
        .param("label", label)
        .query((row, _) -> Stored.profile(row.getString("profile")))
        .single();
  }

  /// The outline as GeoJSON coordinates of a MultiPolygon.
  @Transactional(readOnly = true)
  public Optional<String> findOutline(RankingHead ranking, int label) {
    return Optional.ofNullable(outlines(ranking).get(label));
  }

  /// All outlines, by label.
  @Transactional(readOnly = true)
  public Map<Integer, String> outlines(RankingHead ranking) {
    Map<Integer, String> outlines = new HashMap<>();
    database
        .sql(
            "SELECT label, outline FROM ranking_cluster"
                + " WHERE ranking = :ranking AND outline IS NOT NULL")
        .param("ranking", ranking.id())
        .query(row -> {
          outlines.put(row.getInt("label"), row.getString("outline"));
        });
    return outlines;
  }

  /// The strongest ties between different clusters.
  @Transactional(readOnly = true)
  public List<Partnership> ties(RankingHead ranking, int most) {
    return database
        .sql(
            """
            SELECT t.a, t.b, t.strength, x.name_en AS a_en, x.name_zh AS a_zh, y.name_en AS b_en,
              y.name_zh AS b_zh
            FROM ranking_tie t
              JOIN ranking_cluster x ON x.ranking = t.ranking AND x.label = t.a
              JOIN ranking_cluster y ON y.ranking = t.ranking AND y.label = t.b
            WHERE t.ranking = :ranking AND t.a <> t.b
            ORDER BY t.strength DESC, t.a, t.b LIMIT :most
            """)
        .param("ranking", ranking.id())
        .param("most", most)
        .query((row, _) ->
            new Partnership(
                new Words(row.getString("a_en"), row.getString("a_zh")),
                row.getInt("a"),
                new Words(row.getString("b_en"), row.getString("b_zh")),
                row.getInt("b"),
                row.getDouble("strength")))
        .list();
  }

  /// Part of the ranking's row that pages of method and quality read.
  @Transactional(readOnly = true)
  public tools.jackson.databind.JsonNode json(RankingHead ranking, JsonColumn column) {
    return JsonMapper.shared()
        .readTree(
            database
                .sql("SELECT " + column.name + " FROM ranking WHERE id = :id")
                .param("id", ranking.id())
                .query(String.class)
                .single());
  }

  /// JSON kept as it came.
  enum JsonColumn {
    RUN("run"),
    NOTES("notes"),
    UNLOCATED("unlocated");

    private final String name;

    JsonColumn(String name) {
      this.name = name;
    }
  }

  private static String figure(String metric, String column) {
    return "(SELECT f."
        + column
        + " FROM ranking_figure f WHERE f.ranking = c.ranking AND f.label = c.label"
        + " AND f.metric = '"
        + metric
        + "')";
  }

  private static Sorting sorting(RankingHead ranking, String asked) {
    var keys = new ArrayList<Sorting.Key>();
    keys.add(new Sorting.Key("rank", "c.rank", "integer"));
    keys.add(new Sorting.Key("score", "c.score", "double precision"));
    keys.add(new Sorting.Key("name", "c.name_en", "text"));
    keys.add(new Sorting.Key("name_zh", "c.name_zh", "text"));
    keys.add(new Sorting.Key("population", "c.population", "bigint"));
    for (var metric : ranking.metrics()) {
      keys.add(new Sorting.Key(metric.id(), figure(metric.id(), "count"), "double precision"));
    }
    return Sorting.of(asked, "rank,name", LABEL, keys.toArray(new Sorting.Key[0]));
  }

  private SqlCondition chosen(RankingHead ranking, ListQuery query) {
    var fields = new ArrayList<Filters.Field>();
    fields.add(new Filters.Field("rank", Filters.Kind.NUMBER, "c.rank"));
    fields.add(new Filters.Field("score", Filters.Kind.NUMBER, "c.score"));
    fields.add(new Filters.Field("economy", Filters.Kind.ONE_OF, "c.economies"));
    fields.add(new Filters.Field("name", Filters.Kind.SEARCH, "c.name_en"));
    fields.add(new Filters.Field("name_zh", Filters.Kind.SEARCH, "c.name_zh"));
    fields.add(new Filters.Field("near_tie", Filters.Kind.TRUTH, "c.near_tie"));
    fields.add(new Filters.Field("population", Filters.Kind.NUMBER, "c.population"));
    for (var metric : ranking.metrics()) {
      fields.add(new Filters.Field(metric.id(), Filters.Kind.NUMBER, figure(metric.id(), "count")));
    }
    SqlCondition filter = Filters.of(fields.toArray(new Filters.Field[0])).parse(query.filter());
    return filter.and(search(ranking, query.search()));
  }

  /// Names, cities, organisations, and economies by code or name.
  private SqlCondition search(RankingHead ranking, String words) {
    if (words.isEmpty()) {
      return SqlCondition.ALL;
    }
    String like = "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    String small = words.toLowerCase(Locale.ROOT);
    List<String> codes =
        database
            .sql("SELECT DISTINCT unnest(economies) FROM ranking_cluster WHERE ranking = :ranking")
            .param("ranking", ranking.id())
            .query((row, _) -> row.getString(1))
            .list()
            .stream()
            .filter(code -> {
              var name = Economies.name(code);
              return code.equalsIgnoreCase(words)
                  || name.english().toLowerCase(Locale.ROOT).contains(small)
                  || name.chinese().contains(words);
            })
            .toList();
    return new SqlCondition(
        "c.name_en ILIKE :q OR c.name_zh ILIKE :q OR c.profile ->> 'cities' ILIKE :q"
            + " OR c.profile ->> 'organisations' ILIKE :q"
            + " OR c.economies && string_to_array(:codes, ',')",
        Map.of("q", like, "codes", String.join(",", codes)));
  }
}
