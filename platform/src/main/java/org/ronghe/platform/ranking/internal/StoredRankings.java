package org.ronghe.platform.ranking.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.Rankings;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Saying;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rankings in their tables.
@Service
class StoredRankings implements Rankings {
  private static final int BATCH = 500;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  StoredRankings(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  @Override
  @Transactional(readOnly = true)
  public List<RankingHead> list() {
    return database
        .sql("SELECT * FROM ranking ORDER BY created_at DESC, id DESC LIMIT 500")
        .query((row, _) -> Stored.head(row))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<RankingHead> findNewest() {
    return database
        .sql("SELECT * FROM ranking ORDER BY created_at DESC, id DESC LIMIT 1")
        .query((row, _) -> Stored.head(row))
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public RankingHead get(long id) {
    return database
        .sql("SELECT * FROM ranking WHERE id = :id")
        .param("id", id)
        .query((row, _) -> Stored.head(row))
        .optional()
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// The ranking taken in before this one; with the same method if there is such a one.
  @Transactional(readOnly = true)
  public Optional<RankingHead> findBefore(RankingHead ranking) {
    return database
        .sql(
            """
            SELECT * FROM ranking WHERE (created_at, id) <
              (SELECT created_at, id FROM ranking WHERE id = :id)
            ORDER BY method = :method DESC, created_at DESC, id DESC LIMIT 1
            """)
        .param("id", ranking.id())
        .param("method", ranking.method())
        .query((row, _) -> Stored.head(row))
        .optional();
  }

  @Override
  @Transactional
  public long takeIn(Path folder, String note, Language language) {
    Result result = ResultFolder.read(folder, Texts.in(language));
    Optional<Long> same =
        database
            .sql("SELECT id FROM ranking WHERE digest = :digest")
            .param("digest", result.digest())
            .query(Long.class)
            .optional();
    if (same.isPresent()) {
      throw new NodeProblem(
          ProblemCode.CONFLICT, Saying.of("ranking.import.same", same.get().toString()));
    }
    long id = insertHead(result, note.strip());
    insertClusters(id, result);
    insertFigures(id, result);
    insertTies(id, result);
    return id;
  }

  private long insertHead(Result result, String note) {
    Result.Head head = result.head();
    return database
        .sql(
            """
            INSERT INTO ranking (digest, method, title_en, title_zh, note, clusters, score_decimals,
              metrics, notes, run, unlocated, has_places, created_by)
            VALUES (:digest, :method, :en, :zh, :note, :clusters, :decimals, CAST(:metrics AS jsonb),
              CAST(:notes AS jsonb), CAST(:run AS jsonb), CAST(:unlocated AS jsonb), :places, :by)
            RETURNING id
            """)
        .param("digest", result.digest())
        .param("method", head.method())
        .param("en", head.title().english())
        .param("zh", head.title().chinese())
        .param("note", note.length() > 500 ? note.substring(0, 500) : note)
        .param("clusters", result.clusters().size())
        .param("decimals", head.scoreDecimals())
        .param("metrics", Stored.json(head.metrics()))
        .param("notes", Stored.json(head.notes()))
        .param("run", result.runJson())
        .param("unlocated", Stored.json(result.unlocated()))
        .param("places", result.clusters().stream().anyMatch(c -> c.place() != null))
        .param("by", Actors.current().name())
        .query(Long.class)
        .single();
  }

  private void insertClusters(long id, Result result) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (Cluster c : result.clusters()) {
      Cluster.Place place = c.place();
      rows.add(
          row(
              id,
              c.label(),
              c.rank(),
              c.name().english(),
              c.name().chinese(),
              String.join(",", c.economies()),
              c.score(),
              c.nearTie(),
              place == null ? null : place.latDegrees(),
              place == null ? null : place.lonDegrees(),
              place == null ? 0L : place.population(),
              place == null ? 0L : place.contributions(),
              Stored.json(result.profiles().getOrDefault(c.label(), Profile.NONE)),
              result.outlines().get(c.label())));
    }
    insert(
        """
        INSERT INTO ranking_cluster (ranking, label, rank, name_en, name_zh, economies, score, near_tie,
          lat, lon, population, contributions, profile, outline)
        VALUES (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb))
        """,
        rows);
  }

  private void insertFigures(long id, Result result) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (Cluster c : result.clusters()) {
      for (Cluster.Figure f : c.figures()) {
        Double perMillion = Double.isFinite(f.perMillion()) ? f.perMillion() : null;
        rows.add(row(id, c.label(), f.metric(), f.count(), f.sharePercent(), perMillion));
      }
    }
    insert("INSERT INTO ranking_figure VALUES (?, ?, ?, ?, ?, ?)", rows);
  }

  private void insertTies(long id, Result result) {
    var rows = new ArrayList<@Nullable Object[]>();
    result.ties().forEach(tie -> rows.add(row(id, tie.a(), tie.b(), tie.strength())));
    insert("INSERT INTO ranking_tie VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", rows);
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private void insert(String sql, List<@Nullable Object[]> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      batches.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
  }

  @Override
  @Transactional
  public void remove(long id) {
    if (database.sql("DELETE FROM ranking WHERE id = :id").param("id", id).update() == 0) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }
}
