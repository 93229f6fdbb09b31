package org.ronghe.platform.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.Merges;
import org.ronghe.platform.facts.OrganisationsMerged;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.Filters.Field;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Merges in the database.
@Service
class StoredMerges implements Merges {
  private static final String COLUMNS =
      """
      m.id, m.merged, m.survivor, m.reason, m.evidence, m.proposed_by, m.proposed, m.decision,
        m.decided_by, m.decided, m.decision_reason, m.undone_by, upper(m.in_force) AS undone\
      """;
  private static final String SELECT = "SELECT " + COLUMNS + " FROM merge m";

  private static final String STATE =
      """
      CASE WHEN m.decision IS NULL THEN 'proposed' WHEN m.decision = 'refused' THEN 'refused'
        WHEN upper_inf(m.in_force) THEN 'in_force' ELSE 'undone' END\
      """;
  private static final Sorting.Key ID = new Sorting.Key("id", "m.id", "bigint");
  static final Filters FILTERS =
      Filters.of(
          Field.of(
              "state",
              STATE,
              Arrays.stream(Merge.State.values())
                  .map(state -> state.name().toLowerCase(Locale.ROOT))
                  .toList()),
          new Field("merged", Filters.Kind.NUMBER, "m.merged"),
          new Field("survivor", Filters.Kind.NUMBER, "m.survivor"),
          new Field("proposed", Filters.Kind.DAY, "CAST(m.proposed AS date)"));

  private final JdbcClient jdbc;
  private final SubjectRows subjects;
  private final ApplicationEventPublisher events;

  StoredMerges(JdbcClient jdbc, SubjectRows subjects, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.events = events;
  }

  @Override
  @Transactional
  public Merge propose(long merged, long survivor, String reason, @Nullable Long evidence) {
    if (merged == survivor) {
      throw Fault.of("survivor", "facts.merge.same").problem();
    }
    if (reason.isBlank()) {
      throw Fault.of("reason", "facts.reject.no-reason").problem();
    }
    var one = subjects.get(merged);
    var other = subjects.get(survivor);
    if (one.kind() != SubjectKind.ORGANISATION || other.kind() != SubjectKind.ORGANISATION) {
      throw Fault.of("survivor", "facts.merge.organisations-only").problem();
    }
    if (!one.writable() && !other.writable()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    demandApart(merged, survivor);
    try {
      long id =
          jdbc.sql(
                  """
                  INSERT INTO merge (merged, survivor, reason, evidence)
                  VALUES (:merged, :survivor, :reason, :evidence) RETURNING id\
                  """)
              .param("merged", merged)
              .param("survivor", survivor)
              .param("reason", reason.strip())
              .param("evidence", evidence, java.sql.Types.BIGINT)
              .query(Long.class)
              .single();
      return get(id);
    } catch (DuplicateKeyException e) {
      throw Fault.of("survivor", "facts.merge.waits").conflict();
    }
  }

  /// Only organisations that are not merged are merged: so a merge is undone without another.
  private void demandApart(long merged, long survivor) {
    Long[] now =
        jdbc.sql(
                "SELECT organisation_survivor(:merged) UNION ALL SELECT"
                    + " organisation_survivor(:survivor)")
            .param("merged", merged)
            .param("survivor", survivor)
            .query(SubjectRows.ID)
            .list()
            .toArray(Long[]::new);
    if (now[0] != merged || now[1] != survivor) {
      throw Fault.of("survivor", "facts.merge.merged-already").conflict();
    }
  }

  @Override
  @Transactional
  public Merge decide(long merge, boolean accept, String reason) {
    demandOfficer();
    Merge proposal = lock(merge);
    if (proposal.decision() != null) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
    Long actor = Actors.current().account();
    if (actor != null && Objects.equals(actor, proposal.proposal().account())) {
      throw Fault.of("decision", "facts.merge.own-proposal").conflict();
    }
    if (accept) {
      // Two decisions at once could make a circle of two merges that are each right alone.
      jdbc.sql("SELECT count(pg_advisory_xact_lock(31))").query(Long.class).single();
      demandApart(proposal.merged(), proposal.survivor());
    }
    jdbc.sql(
            """
            UPDATE merge SET decision = :decision, decided_by = actor_account(), decided = now(),
              decision_reason = :reason,
              in_force = CASE WHEN :decision = 'accepted' THEN tstzrange(clock_timestamp(), NULL) END
            WHERE id = :id\
            """)
        .param("decision", accept ? "accepted" : "refused")
        .param("reason", reason.strip())
        .param("id", merge)
        .update();
    if (accept) {
      events.publishEvent(new OrganisationsMerged(proposal.merged(), proposal.survivor(), false));
    }
    return get(merge);
  }

  @Override
  @Transactional
  public Merge undo(long merge, String reason) {
    demandOfficer();
    if (reason.isBlank()) {
      throw Fault.of("reason", "facts.reject.no-reason").problem();
    }
    Merge done = lock(merge);
    if (done.state() != Merge.State.IN_FORCE) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
    jdbc.sql(
            """
            UPDATE merge SET in_force = tstzrange(lower(in_force),
                greatest(clock_timestamp(), lower(in_force) + interval '1 microsecond')),
              undone_by = actor_account(), undo_reason = :reason
            WHERE id = :id\
            """)
        .param("reason", reason.strip())
        .param("id", merge)
        .update();
    events.publishEvent(new OrganisationsMerged(done.merged(), done.survivor(), true));
    return get(merge);
  }

  private static void demandOfficer() {
    if (!Actors.current().writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }

  private Merge lock(long merge) {
    long held =
        jdbc.sql("SELECT id FROM merge WHERE id = :id FOR UPDATE")
            .param("id", merge)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    return get(held);
  }

  private Merge get(long id) {
    return find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Merge> find(long merge) {
    return jdbc.sql(SELECT + " WHERE m.id = :id")
        .param("id", merge)
        .query(StoredMerges::read)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Merge> list(Merge.@Nullable State state, int limit) {
    String condition =
        switch (state) {
          case null -> "true";
          case PROPOSED -> "m.decision IS NULL";
          case REFUSED -> "m.decision = 'refused'";
          case IN_FORCE -> "m.decision = 'accepted' AND upper_inf(m.in_force)";
          case UNDONE -> "m.decision = 'accepted' AND NOT upper_inf(m.in_force)";
        };
    return jdbc.sql(SELECT + " WHERE " + condition + " ORDER BY m.id DESC LIMIT :limit")
        .param("limit", limit)
        .query(StoredMerges::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Listing<Merge> list(ListQuery query) {
    Sorting sorting = Sorting.of(query.sort(), "id:desc", ID);
    return new SqlList<>(
            COLUMNS,
            "merge m",
            FILTERS.parse(query.filter()),
            sorting,
            SqlList.COUNTED,
            StoredMerges::read)
        .read(jdbc, query);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Merge> of(long organisation) {
    return jdbc.sql(SELECT + " WHERE :id IN (m.merged, m.survivor) ORDER BY m.id DESC")
        .param("id", organisation)
        .query(StoredMerges::read)
        .list();
  }

  private static Merge read(ResultSet row, int number) throws SQLException {
    String decision = row.getString("decision");
    return new Merge(
        row.getLong("id"),
        row.getLong("merged"),
        row.getLong("survivor"),
        row.getString("reason"),
        FactRows.id(row, "evidence"),
        new Merge.Step(FactRows.id(row, "proposed_by"), instant(row, "proposed")),
        decision == null ? null : decision(row, decision.equals("accepted")));
  }

  private static Merge.Decision decision(ResultSet row, boolean accepted) throws SQLException {
    boolean undone = row.getObject("undone") != null;
    return new Merge.Decision(
        accepted,
        new Merge.Step(FactRows.id(row, "decided_by"), instant(row, "decided")),
        row.getString("decision_reason"),
        undone ? new Merge.Step(FactRows.id(row, "undone_by"), instant(row, "undone")) : null);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
