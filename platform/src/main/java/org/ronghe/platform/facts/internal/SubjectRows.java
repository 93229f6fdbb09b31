package org.ronghe.platform.facts.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
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

  /// Makes subjects.
  ///
  /// @param keepers for each, the organisation whose people keep its facts; null for the bureau
  /// @return their ids in the order given
  /// @throws NodeProblem NOT_ALLOWED, INPUT_INVALID if a keeper is no organisation
  List<Long> createAll(SubjectKind kind, List<@Nullable Long> keepers) {
    demandWritable(keepers);
    List<Long> ids = nextIds(keepers.size());
    insert(kind, ids, keepers);
    return ids;
  }

  /// Makes organisations, which keep themselves.
  List<Long> createOrganisations(int count) {
    List<Long> ids = nextIds(count);
    insert(SubjectKind.ORGANISATION, ids, ids);
    return ids;
  }

  private List<Long> nextIds(int count) {
    return jdbc.sql(
            """
            SELECT nextval(pg_get_serial_sequence('subject', 'id')) FROM generate_series(1, :count)\
            """)
        .param("count", count)
        .query(ID)
        .list();
  }

  private void insert(SubjectKind kind, List<Long> ids, List<? extends @Nullable Long> owners) {
    jdbc.sql(
            """
            INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE
            SELECT id, :kind, owner FROM unnest(:ids::bigint[], :owners::bigint[]) AS made (id, owner)\
            """)
        .param("kind", kind.code())
        .param("ids", ids.toArray(Long[]::new))
        .param("owners", owners.toArray(Long[]::new))
        .update();
  }

  /// Whoever keeps the facts of an organisation adds to those it keeps; the bureau to all.
  private void demandWritable(List<@Nullable Long> keepers) {
    var named = new LinkedHashSet<Long>();
    for (Long keeper : keepers) {
      if (keeper != null) {
        named.add(keeper);
      } else if (!Actors.current().writesAll()) {
        throw new NodeProblem(ProblemCode.NOT_ALLOWED);
      }
    }
    Map<Long, Subject> known = find(named);
    for (Long keeper : named) {
      Subject subject = known.get(keeper);
      if (subject == null || subject.kind() != SubjectKind.ORGANISATION) {
        throw new Fault("organisation", "facts.reject.reference", keeper.toString(), "organisation")
            .problem();
      }
      if (!subject.writable()) {
        throw new NodeProblem(ProblemCode.NOT_ALLOWED);
      }
    }
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
