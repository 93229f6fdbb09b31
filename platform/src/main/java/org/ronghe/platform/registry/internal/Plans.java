package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The preferred plan of a year: candidates proposed with reasons, each chosen or not with reasons,
/// then published as a whole and changed no more.
@Component
class Plans {
  private final JdbcClient jdbc;

  Plans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public List<Plan> list() {
    return jdbc.sql(
            "SELECT id, year, published, published_as FROM preferred_plan ORDER BY year DESC")
        .query(Plans::plan)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Plan> find(long id) {
    return jdbc.sql("SELECT id, year, published, published_as FROM preferred_plan WHERE id = :id")
        .param("id", id)
        .query(Plans::plan)
        .optional();
  }

  private static Plan plan(ResultSet row, int number) throws SQLException {
    return new Plan(
        row.getLong("id"),
        row.getInt("year"),
        AchievementRows.findInstant(row, "published"),
        row.getString("published_as"));
  }

  /// The candidates that the actor may see, chosen ones first.
  @Transactional(readOnly = true)
  public List<Plan.Candidate> candidates(long plan) {
    return jdbc.sql(
            """
            SELECT achievement, title, number, keeper_name, proposed, proposed_as, chosen, reason FROM plan_candidate
            WHERE plan = :plan ORDER BY chosen DESC NULLS FIRST, number\
            """)
        .param("plan", plan)
        .query((row, _) ->
            new Plan.Candidate(
                row.getLong("achievement"),
                row.getString("title"),
                row.getString("number"),
                row.getString("keeper_name"),
                row.getString("proposed"),
                row.getString("proposed_as"),
                chosen(row),
                row.getString("reason")))
        .list();
  }

  private static String chosen(ResultSet row) throws SQLException {
    boolean chosen = row.getBoolean("chosen");
    return row.wasNull() ? "open" : chosen ? "chosen" : "passed";
  }

  @Transactional
  public long open(int year) {
    demandBureau();
    try {
      return jdbc.sql("INSERT INTO preferred_plan (year) VALUES (:year) RETURNING id")
          .param("year", year)
          .query(Long.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw Faults.conflict("registry.conflict.plan", String.valueOf(year));
    }
  }

  /// Proposes a registered achievement by its number.
  @Transactional
  public void propose(long plan, String number, String reason) {
    demandOpen(plan);
    if (reason.isBlank()) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("reason", "registry.fault.no-reason"));
    }
    int entered =
        jdbc.sql(
                """
                INSERT INTO plan_candidate (plan, achievement, keeper, title, number, keeper_name, proposed)
                SELECT :plan, a.id, a.organisation, a.title, a.number, o.name, :reason
                FROM achievement a JOIN organisation o ON o.id = a.organisation
                WHERE a.number = :number AND a.state = 'registered' ON CONFLICT DO NOTHING\
                """)
            .param("plan", plan)
            .param("number", number.strip())
            .param("reason", reason.strip())
            .update();
    if (entered == 0) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID,
          Map.of("number", Faults.words("registry.fault.plan-number", number)));
    }
  }

  /// Chooses a candidate, or passes it over.
  @Transactional
  public void decide(long plan, long achievement, boolean chosen, String reason) {
    demandOpen(plan);
    if (reason.isBlank()) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("reason", "registry.fault.no-reason"));
    }
    int decided =
        jdbc.sql(
                """
                UPDATE plan_candidate SET chosen = :chosen, reason = :reason, decided_as = :as
                WHERE plan = :plan AND achievement = :achievement\
                """)
            .param("chosen", chosen)
            .param("reason", reason.strip())
            .param("as", Actors.current().name())
            .param("plan", plan)
            .param("achievement", achievement)
            .update();
    if (decided == 0) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }

  /// Publishes it for everybody.
  ///
  /// @throws NodeProblem CONFLICT while a candidate waits, or if nothing was chosen
  @Transactional
  public void publish(long plan) {
    demandOpen(plan);
    List<Plan.Candidate> candidates = candidates(plan);
    boolean ready =
        candidates.stream().noneMatch(one -> one.standing().equals("open"))
            && candidates.stream().anyMatch(one -> one.standing().equals("chosen"));
    if (!ready) {
      throw Faults.conflict("registry.conflict.plan-open");
    }
    jdbc.sql("UPDATE preferred_plan SET published = now(), published_as = :as WHERE id = :id")
        .param("as", Actors.current().name())
        .param("id", plan)
        .update();
  }

  private void demandOpen(long plan) {
    demandBureau();
    Plan found = find(plan).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    java.time.@Nullable Instant published = found.published();
    if (published != null) {
      throw Faults.conflict("registry.conflict.plan-published");
    }
  }

  private static void demandBureau() {
    if (!Actors.current().writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }
}
