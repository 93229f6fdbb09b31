package org.ronghe.platform.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Identifier;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Identifiers in the database.
@Service
class StoredIdentifiers implements Identifiers {
  private static final String SELECT =
      """
      SELECT id, subject, scheme, value, lower(valid) AS valid_from, upper(valid) AS valid_to,
        lower(recorded) AS recorded_from, upper(recorded) AS recorded_to, close_reason
      FROM identifier\
      """;

  private final JdbcClient jdbc;
  private final SubjectRows subjects;

  StoredIdentifiers(JdbcClient jdbc, SubjectRows subjects) {
    this.jdbc = jdbc;
    this.subjects = subjects;
  }

  @Override
  @Transactional
  public Identifier add(long subject, NewIdentifier identifier) {
    long id = insert(List.of(new Claim(subject, identifier))).getFirst();
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query(StoredIdentifiers::read)
        .single();
  }

  @Override
  @Transactional
  public void addAll(List<Claim> claims) {
    if (!claims.isEmpty()) {
      insert(claims);
    }
  }

  private List<Long> insert(List<Claim> claims) {
    Map<Long, SubjectRows.Subject> known =
        subjects.find(claims.stream().map(Claim::subject).toList());
    String[] values =
        claims.stream()
            .map(claim -> right(claim, known.get(claim.subject())))
            .toArray(String[]::new);
    var entered = new HashMap<String, Long>();
    jdbc.sql(
            """
            INSERT INTO identifier (subject, scheme, value, valid)
            SELECT subject, scheme, value, valid::daterange
            FROM unnest(:subjects::bigint[], :schemes::text[], :values::text[], :valid::text[])
              AS given (subject, scheme, value, valid)
            ON CONFLICT DO NOTHING RETURNING id, scheme, value\
            """)
        .param("subjects", claims.stream().map(Claim::subject).toArray(Long[]::new))
        .param(
            "schemes",
            claims.stream().map(claim -> claim.identifier().scheme().key()).toArray(String[]::new))
        .param("values", values)
        .param(
            "valid",
            claims.stream().map(claim -> claim.identifier().valid().range()).toArray(String[]::new))
        .query(row -> {
          entered.put(row.getString("scheme") + ":" + row.getString("value"), row.getLong("id"));
        });
    var ids = new ArrayList<Long>();
    for (int i = 0; i < values.length; i++) {
      NewIdentifier identifier = claims.get(i).identifier();
      Long id = entered.remove(identifier.scheme().key() + ":" + values[i]);
      if (id == null) {
        throw taken(identifier, values[i]);
      }
      ids.add(id);
    }
    return ids;
  }

  /// The identifier in normal form.
  private static String right(Claim claim, SubjectRows.@Nullable Subject known) {
    if (known == null) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    if (!known.writable()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    IdentifierScheme scheme = claim.identifier().scheme();
    if (!known.kind().schemes().contains(scheme)) {
      throw new Fault("scheme", "facts.reject.wrong-kind", scheme.key(), known.kind().code())
          .problem();
    }
    return switch (scheme.check(claim.identifier().value())) {
      case IdentifierCheck.Invalid wrong -> throw Fault.of("value", wrong).problem();
      case IdentifierCheck.Valid(String value) -> value;
    };
  }

  private NodeProblem taken(NewIdentifier identifier, String value) {
    String other =
        jdbc.sql(
                """
                SELECT subject FROM identifier WHERE scheme = :scheme AND value = :value
                  AND superseded = 0 AND valid && :valid::daterange LIMIT 1\
                """)
            .param("scheme", identifier.scheme().key())
            .param("value", value)
            .param("valid", identifier.valid().range())
            .query(String.class)
            .optional()
            .orElse("");
    return new Fault("value", "facts.reject.identifier-taken", value, other).conflict();
  }

  @Override
  @Transactional
  public void retract(long identifier, String reason) {
    if (reason.isBlank()) {
      throw Fault.of("reason", "facts.reject.no-reason").problem();
    }
    long subject =
        jdbc.sql("SELECT subject FROM identifier WHERE id = :id")
            .param("id", identifier)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    int changed =
        jdbc.sql(
                """
                UPDATE identifier SET recorded = tstzrange(lower(recorded),
                    greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond')),
                  superseded = id, closed_by = actor_account(), close_reason = :reason
                WHERE id = :id AND superseded = 0\
                """)
            .param("id", identifier)
            .param("reason", reason.strip())
            .update();
    if (changed == 0) {
      throw new NodeProblem(
          subjects.get(subject).writable()
              ? ProblemCode.CHANGED_MEANWHILE
              : ProblemCode.NOT_ALLOWED);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Identifier> of(long subject) {
    return jdbc.sql(
            SELECT + " WHERE subject = ANY (:family) ORDER BY superseded > 0, scheme, value, id")
        .param("family", subjects.family(subject, null))
        .query(StoredIdentifiers::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public OptionalLong findSubject(IdentifierScheme scheme, String value) {
    if (!(scheme.check(value) instanceof IdentifierCheck.Valid(String normal))) {
      return OptionalLong.empty();
    }
    return jdbc.sql(
            """
            SELECT organisation_survivor(subject) FROM identifier
            WHERE scheme = :scheme AND value = :value AND superseded = 0 AND valid @> current_date\
            """)
        .param("scheme", scheme.key())
        .param("value", normal)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> taken(IdentifierScheme scheme, Collection<String> values) {
    return values.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql(
                    """
                    SELECT DISTINCT value FROM identifier WHERE scheme = :scheme AND value = ANY (:values)
                      AND superseded = 0 AND valid @> current_date\
                    """)
                .param("scheme", scheme.key())
                .param("values", values.toArray(String[]::new))
                .query(String.class)
                .list());
  }

  private static Identifier read(ResultSet row, int number) throws SQLException {
    return new Identifier(
        row.getLong("id"),
        row.getLong("subject"),
        IdentifierScheme.find(row.getString("scheme")).orElseThrow(),
        row.getString("value"),
        new Validity(
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class)),
        FactRows.recorded(row),
        row.getString("close_reason"));
  }
}
