package org.ronghe.platform.facts.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `subject`: what there is, and who keeps it. Called within a transaction.
@Component
class SubjectRows {
  /// The first column as an id.
  static final RowMapper<Long> ID = (row, number) -> row.getLong(1);

  private final JdbcClient jdbc;

  SubjectRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A subject.
  ///
  /// @param owner organisation whose people keep its facts; null for the bureau
  /// @param writable whether the actor may enter facts about it
  record Subject(long id, SubjectKind kind, @Nullable Long owner, boolean writable) {}

  Optional<Subject> find(long id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  Subject get(long id) {
    return find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  Map<Long, Subject> find(Collection<Long> ids) {
    var found = new LinkedHashMap<Long, Subject>();
    jdbc.sql(
            """
            SELECT id, kind, owner,
              (SELECT actor_writes_all()) OR coalesce(owner = ANY ((SELECT actor_writes_facts_of())::bigint[]), false) AS writable
            FROM subject WHERE id = ANY (:ids)\
            """)
        .param("ids", ids.stream().distinct().toArray(Long[]::new))
        .query(row -> {
          long id = row.getLong("id");
          long owner = row.getLong("owner");
          found.put(
              id,
              new Subject(
                  id,
                  SubjectKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                  row.wasNull() ? null : owner,
                  row.getBoolean("writable")));
        });
    return found;
  }

  /// Makes a subject that an organisation keeps; null for the bureau.
  long create(SubjectKind kind, @Nullable Long owner) {
    return jdbc.sql("INSERT INTO subject (kind, owner) VALUES (:kind, :owner) RETURNING id")
        .param("kind", kind.code())
        .param("owner", owner, java.sql.Types.BIGINT)
        .query(Long.class)
        .single();
  }

  /// Makes organisations, which keep themselves.
  List<Long> createOrganisations(int count) {
    return jdbc.sql(
            """
            WITH ids AS (
              SELECT nextval(pg_get_serial_sequence('subject', 'id')) AS id FROM generate_series(1, :count))
            INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE
            SELECT id, 'organisation', id FROM ids RETURNING id\
            """)
        .param("count", count)
        .query(ID)
        .list();
  }

  /// The ids of all organisations read as one with this one at an instant; of another subject, its
  /// own. Null stands for now.
  Long[] family(long subject, java.time.@Nullable Instant at) {
    return jdbc.sql(
            """
            SELECT unnest(organisations_merged_with(ARRAY[:subject]::bigint[], coalesce(:at::timestamptz, now())))
            ORDER BY 1\
            """)
        .param("subject", subject)
        .param("at", at == null ? null : at.toString())
        .query(ID)
        .list()
        .toArray(Long[]::new);
  }
}
