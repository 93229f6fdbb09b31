package org.ronghe.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.SqlCondition;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/// The audit log as it is read, and the one way to add what no trigger sees.
///
/// Entries about tables are made by the database (`V010__audit.sql`). Reading is limited by
/// row-level security to auditors and administrators; for anybody else the log is empty.
@Service
public class AuditLog {
  private final JdbcClient jdbc;
  private final JdbcTemplate tables;
  private final ObjectMapper json;

  AuditLog(JdbcClient jdbc, JdbcTemplate tables, ObjectMapper json) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.json = json;
  }

  /// What to look for; an empty text or null asks for nothing in particular.
  ///
  /// @param text found in the actor's name, the key, or the values before and after
  /// @param from inclusive
  /// @param to exclusive
  /// @param further what entries meet besides
  public record Query(
      String action,
      String subject,
      String subjectKey,
      @Nullable Long account,
      String text,
      @Nullable Instant from,
      @Nullable Instant to,
      SqlCondition further) {
    /// Everything.
    public static final Query ALL = meeting("", SqlCondition.ALL);

    /// What holds a text and meets a condition on the columns of `audit_entry`.
    public static Query meeting(String text, SqlCondition condition) {
      return new Query("", "", "", null, text, null, null, condition);
    }
  }

  /// Adds an event that is no change of a table, in the current transaction or one of its own.
  ///
  /// @param details goes into the entry as JSON; never secrets
  @Transactional
  public void event(String action, String subject, String subjectKey, Map<String, ?> details) {
    jdbc.sql("SELECT audit_event(?, ?, ?, ?::jsonb)")
        .params(action, subject, subjectKey, json.writeValueAsString(details))
        .query((row, number) -> "")
        .list();
  }

  /// The newest entries before a number, newest first.
  ///
  /// @param before exclusive; [Long#MAX_VALUE] for the newest of all
  /// @param limit at most this many
  @Transactional(readOnly = true)
  public List<AuditEntry> newest(Query query, long before, int limit) {
    var entries = new ArrayList<AuditEntry>();
    read(query, before, limit, entries::add);
    return entries;
  }

  /// An entry.
  ///
  /// @throws NodeProblem NOT_FOUND
  @Transactional(readOnly = true)
  public AuditEntry get(long number) {
    var found = new ArrayList<AuditEntry>();
    read(Query.ALL, number + 1, 1, found::add);
    if (found.isEmpty() || found.getFirst().number() != number) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    return found.getFirst();
  }

  /// Passes every matching entry on, newest first, for an export.
  ///
  /// @param limit at most this many
  @Transactional(readOnly = true)
  public void export(Query query, int limit, Consumer<AuditEntry> each) {
    read(query, Long.MAX_VALUE, limit, each);
  }

  /// The kinds of subjects and actions there are, for choosing among them.
  @Transactional(readOnly = true)
  public List<String> subjects() {
    // A loose index scan: as many steps as there are subjects, however long the log.
    return jdbc.sql(
            """
            WITH RECURSIVE s AS (
              (SELECT subject FROM audit_entry ORDER BY subject LIMIT 1)
              UNION ALL
              SELECT (SELECT subject FROM audit_entry WHERE subject > s.subject ORDER BY subject LIMIT 1)
              FROM s WHERE s.subject IS NOT NULL)
            SELECT subject FROM s WHERE subject IS NOT NULL\
            """)
        .query((row, number) -> row.getString("subject"))
        .list();
  }

  /// Checks the chain of the whole log.
  ///
  /// @param noted what an auditor wrote down, or null
  /// @param progress told the number of the entry now and then
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AuditChain.Finding verify(AuditChain.@Nullable Noted noted, LongConsumer progress) {
    AuditChain.Finding finding =
        tables.execute(
            (ConnectionCallback<AuditChain.Finding>)
                connection -> AuditChain.checkInTransaction(connection, noted, progress));
    return Objects.requireNonNull(finding);
  }

  /// The number of the newest entry; 0 where there is none, or none to be seen.
  @Transactional(readOnly = true)
  public long length() {
    return jdbc.sql("SELECT coalesce((SELECT number FROM audit_head), 0)")
        .query((row, number) -> row.getLong(1))
        .single();
  }

  private void read(Query query, long before, int limit, Consumer<AuditEntry> each) {
    try (var entries =
        jdbc
            .sql(
                """
                SELECT number, at, account, actor, origin, action, subject, subject_key,
                  before::text AS before, after::text AS after
                FROM audit_entry
                WHERE number < :until
                  AND (:action = '' OR action = :action)
                  AND (:subject = '' OR subject = :subject)
                  AND (:key = '' OR subject_key = :key)
                  AND (:account::bigint IS NULL OR account = :account)
                  AND (:from::timestamptz IS NULL OR at >= :from)
                  AND (:to::timestamptz IS NULL OR at < :to)
                  AND (:text = '' OR strpos(lower(concat_ws(' ', actor, subject_key, before, after)),
                    lower(:text)) > 0)
                  AND (%s)
                ORDER BY number DESC LIMIT :limit\
                """
                    .formatted(query.further().sql()))
            .params(query.further().parameters())
            .param("until", before)
            .param("action", query.action())
            .param("subject", query.subject())
            .param("key", query.subjectKey())
            .param("account", query.account())
            .param("from", timestamp(query.from()))
            .param("to", timestamp(query.to()))
            .param("text", query.text().strip())
            .param("limit", limit)
            .withFetchSize(500)
            .query((row, number) ->
                new AuditEntry(
                    row.getLong("number"),
                    row.getTimestamp("at").toInstant(),
                    new AuditEntry.By(
                        row.getObject("account", Long.class),
                        row.getString("actor"),
                        row.getString("origin")),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("subject_key"),
                    row.getString("before"),
                    row.getString("after")))
            .stream()) {
      entries.forEach(each);
    }
  }

  private static java.time.@Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(java.time.ZoneOffset.UTC);
  }
}
