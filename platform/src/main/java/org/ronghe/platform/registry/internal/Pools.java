package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The three pools: what enters meets the pool's rules, what leaves leaves for a reason.
@Component
class Pools {
  /// How an achievement leaves.
  static final List<String> OUTCOMES = List.of("reached", "moved", "stopped", "expired");

  private static final String COLUMNS =
      "s.id, s.achievement, s.title, s.pool, s.entered, s.entered_as, s.reason, s.until, s.left_on,"
          + " s.left_as, s.outcome, s.left_reason";

  static final Filters FILTERS =
      Filters.of(
          new Filters.Field("achievement", Filters.Kind.NUMBER, "s.achievement"),
          new Filters.Field("title", Filters.Kind.SEARCH, "s.title"),
          new Filters.Field("entered", Filters.Kind.DAY, "s.entered"),
          new Filters.Field("until", Filters.Kind.DAY, "s.until"),
          new Filters.Field("left", Filters.Kind.DAY, "s.left_on"),
          Filters.Field.of("outcome", "s.outcome", OUTCOMES));

  private final JdbcClient jdbc;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  Pools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those in a pool, or those that left it.
  @Transactional(readOnly = true)
  public Listing<PoolStay> list(Pool pool, boolean left, ListQuery query) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            left ? "left:desc" : "until",
            new Sorting.Key("id", "s.id", "bigint"),
            new Sorting.Key("entered", "s.entered", "date"),
            new Sorting.Key("until", "s.until", "date"),
            new Sorting.Key("left", "coalesce(s.left_on, 'infinity')", "date"),
            new Sorting.Key("title", "s.title COLLATE \"C\"", "text"));
    var where =
        new SqlCondition(
            "s.pool = :pool AND s.left_on IS " + (left ? "NOT NULL" : "NULL"),
            Map.of("pool", pool.code()));
    return new SqlList<>(
            COLUMNS,
            "pool_stay s",
            where
                .and(FILTERS.parse(query.filter()))
                .and(SqlList.holding(query.search(), "s.title")),
            sorting,
            SqlList.COUNTED,
            Pools::read)
        .read(jdbc, query);
  }

  /// How many are in every pool, or left it.
  @Transactional(readOnly = true)
  public Map<String, Long> counts(boolean left) {
    var counts = new HashMap<String, Long>();
    jdbc.sql(
            "SELECT pool, count(*) FROM pool_stay WHERE left_on IS "
                + (left ? "NOT NULL" : "NULL")
                + " GROUP BY 1")
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  /// Those of an achievement, the newest first.
  @Transactional(readOnly = true)
  public List<PoolStay> of(long achievement) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM pool_stay s WHERE s.achievement = :id ORDER BY s.id DESC")
        .param("id", achievement)
        .query(Pools::read)
        .list();
  }

  /// Those whose time is over within so many days, the most urgent first.
  @Transactional(readOnly = true)
  public List<PoolStay> due(int days, int most) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM pool_stay s WHERE s.left_on IS NULL AND s.until <= :day ORDER BY s.until,"
                + " s.id LIMIT :most")
        .param("day", LocalDate.now(clock).plusDays(days))
        .param("most", most)
        .query(Pools::read)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<PoolStay> find(long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM pool_stay s WHERE s.id = :id")
        .param("id", id)
        .query(Pools::read)
        .optional();
  }

  private static PoolStay read(ResultSet row, int number) throws SQLException {
    LocalDate left = row.getObject("left_on", LocalDate.class);
    String outcome = row.getString("outcome");
    return new PoolStay(
        row.getLong("id"),
        row.getLong("achievement"),
        row.getString("title"),
        row.getString("pool"),
        new PoolStay.Step(
            row.getObject("entered", LocalDate.class),
            row.getString("entered_as"),
            row.getString("reason")),
        row.getObject("until", LocalDate.class),
        left == null
            ? null
            : new PoolStay.Step(left, row.getString("left_as"), row.getString("left_reason")),
        outcome == null ? "" : outcome);
  }

  /// Lets an achievement enter.
  ///
  /// @throws NodeProblem INPUT_INVALID with the rules it does not meet; CONFLICT if it is in
  ///   already
  @Transactional
  public void enter(Achievement achievement, Pool pool, String reason) {
    demandBureau();
    var faults = new Faults();
    List<String> unmet = pool.unmet(achievement);
    if (!unmet.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("pool", unmet.getFirst()));
    }
    if (reason.isBlank()) {
      faults.add("reason", "registry.fault.no-reason");
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults.byField());
    }
    LocalDate today = LocalDate.now(clock);
    try {
      jdbc.sql(
              """
              INSERT INTO pool_stay (achievement, keeper, title, pool, entered, reason, until)
              VALUES (:achievement, :keeper, :title, :pool, :today, :reason, :until)\
              """)
          .param("achievement", achievement.id())
          .param("keeper", achievement.organisation())
          .param("title", achievement.title())
          .param("pool", pool.code())
          .param("today", today)
          .param("reason", reason.strip())
          .param("until", today.plusMonths(pool.months()))
          .update();
    } catch (DuplicateKeyException e) {
      throw Faults.conflict("registry.conflict.pool");
    }
  }

  /// Lets it leave.
  ///
  /// @throws NodeProblem INPUT_INVALID without outcome or reason; CONFLICT if it left before
  @Transactional
  public void leave(long stay, @Nullable String outcome, String reason) {
    Actor actor = demandBureau();
    if (outcome == null || !OUTCOMES.contains(outcome) || reason.isBlank()) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID,
          Map.of(reason.isBlank() ? "reason" : "outcome", "registry.fault.no-reason"));
    }
    int left =
        jdbc.sql(
                """
                UPDATE pool_stay SET left_on = :today, left_by = :by, left_as = :as, outcome = :outcome,
                  left_reason = :reason
                WHERE id = :id AND left_on IS NULL\
                """)
            .param("today", LocalDate.now(clock))
            .param("by", actor.account(), Types.BIGINT)
            .param("as", actor.name())
            .param("outcome", outcome)
            .param("reason", reason.strip())
            .param("id", stay)
            .update();
    if (left == 0) {
      throw find(stay).isEmpty()
          ? new NodeProblem(ProblemCode.NOT_FOUND)
          : Faults.conflict("registry.conflict.left");
    }
  }

  private static Actor demandBureau() {
    Actor actor = Actors.current();
    if (!actor.writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    return actor;
  }
}
