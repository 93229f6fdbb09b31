package org.ronghe.platform.jobs.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.JobLine;
import org.ronghe.platform.jobs.JobState;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.Sorting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Jobs and their lines in their tables. Each method is a transaction of its own, in the name of
/// the actor of now.
@Repository
class JobTable {
  private static final int MOST_LINES = 1000;
  private static final Filters FILTERS =
      Filters.of(
          new Filters.Field("state", Filters.Kind.TEXT, "state"),
          new Filters.Field("kind", Filters.Kind.TEXT, "kind"),
          new Filters.Field("subject", Filters.Kind.SEARCH, "subject"));
  private static final Sorting.Key ID = new Sorting.Key("id", "id", "bigint");

  private final JdbcClient database;

  JobTable(JdbcClient database) {
    this.database = database;
  }

  @Transactional
  public long insert(String kind, String subject, String input, Actor actor) {
    long id =
        database
            .sql(
                """
                INSERT INTO job (kind, subject, input, account, actor)
                VALUES (:kind, :subject, CAST(:input AS jsonb), :account, :actor) RETURNING id
                """)
            .param("kind", kind)
            .param("subject", subject)
            .param("input", input)
            .param("account", actor.account())
            .param("actor", actor.name())
            .query(Long.class)
            .single();
    audit("start", id, kind);
    return id;
  }

  /// Leaves an entry in the audit log: the table itself is not audited row by row.
  @Transactional
  public void audit(String action, long id, String kind) {
    database
        .sql(
            "SELECT audit_event(:action, 'job', :id, jsonb_build_object('kind', CAST(:kind AS"
                + " text)))")
        .param("action", action)
        .param("id", Long.toString(id))
        .param("kind", kind)
        .query((_, _) -> true)
        .list();
  }

  @Transactional(readOnly = true)
  public Listing<Job> list(ListQuery query) {
    Sorting sorting = Sorting.of(query.sort(), "id:desc", ID);
    var filter = FILTERS.parse(query.filter());
    var where = filter.and(sorting.after(query.cursor()));
    long count =
        database
            .sql("SELECT count(*) FROM job WHERE " + filter.sql())
            .params(filter.parameters())
            .query(Long.class)
            .single();
    List<Job> rows =
        database
            .sql(
                "SELECT * FROM job WHERE "
                    + where.sql()
                    + " ORDER BY "
                    + sorting.orderBy()
                    + " LIMIT "
                    + (query.perPage() + 1))
            .params(where.parameters())
            .query((row, _) -> job(row))
            .list();
    return Listing.of(
        rows,
        query.perPage(),
        count,
        job ->
            new org.ronghe.platform.web.Cursor(sorting.text(), List.of(Long.toString(job.id()))));
  }

  @Transactional(readOnly = true)
  public Job get(long id) {
    return database
        .sql("SELECT * FROM job WHERE id = :id")
        .param("id", id)
        .query((row, _) -> job(row))
        .optional()
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Transactional(readOnly = true)
  public String input(long id) {
    return database
        .sql("SELECT input FROM job WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Transactional(readOnly = true)
  public List<JobLine> lines(long id) {
    return database
        .sql(
            "SELECT number, at, said FROM job_line WHERE job = :id ORDER BY number LIMIT "
                + MOST_LINES)
        .param("id", id)
        .query((row, _) ->
            new JobLine(
                row.getInt("number"),
                row.getTimestamp("at").toInstant(),
                Objects.requireNonNull(Sayings.of(row.getString("said")))))
        .list();
  }

  /// Marks it running; false if it is not waiting any more.
  @Transactional
  public boolean begin(long id) {
    return database
            .sql(
                "UPDATE job SET state = 'running', started_at = now()"
                    + " WHERE id = :id AND state = 'waiting'")
            .param("id", id)
            .update()
        == 1;
  }

  @Transactional
  public void progress(long id, String step, long done, long total) {
    database
        .sql("UPDATE job SET step = :step, done = :done, total = :total WHERE id = :id")
        .param("step", step)
        .param("done", done)
        .param("total", total)
        .param("id", id)
        .update();
  }

  @Transactional
  public void line(long id, Saying said) {
    database
        .sql(
            """
            INSERT INTO job_line (job, number, said)
            SELECT :id, coalesce(max(number), 0) + 1, CAST(:said AS jsonb) FROM job_line WHERE job = :id
            """)
        .param("id", id)
        .param("said", Sayings.json(said))
        .update();
  }

  @Transactional
  public void result(long id, String href) {
    database
        .sql("UPDATE job SET result = :href WHERE id = :id")
        .param("href", href)
        .param("id", id)
        .update();
  }

  /// Ends it, unless it has ended: the first word counts.
  @Transactional
  public boolean end(long id, JobState state, @Nullable Saying problem) {
    return database
            .sql(
                """
                UPDATE job SET state = :state, problem = CAST(:problem AS jsonb), finished_at = now()
                WHERE id = :id AND state IN ('waiting', 'running')
                """)
            .param("state", state.code())
            .param("problem", problem == null ? null : Sayings.json(problem))
            .param("id", id)
            .update()
        == 1;
  }

  /// What an earlier life of the node left open was interrupted.
  @Transactional
  public int interruptOpen() {
    return database
        .sql(
            """
            UPDATE job SET state = 'interrupted', finished_at = now()
            WHERE state IN ('waiting', 'running')
            """)
        .update();
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("subject"),
        new Job.Progress(
            JobState.of(row.getString("state")),
            row.getString("step"),
            row.getLong("done"),
            row.getLong("total")),
        row.getString("result"),
        Sayings.of(row.getString("problem")),
        row.getString("actor"),
        new Job.Times(
            row.getTimestamp("created_at").toInstant(),
            instant(row.getTimestamp("started_at")),
            instant(row.getTimestamp("finished_at"))));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
