package org.ronghe.platform.facts.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.facts.internal.SubjectRows.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has to be right with a fact besides its value. Called within a transaction.
@Component
class FactChecks {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2999;

  private final SubjectRows subjects;
  private final JdbcClient jdbc;

  FactChecks(SubjectRows subjects, JdbcClient jdbc) {
    this.subjects = subjects;
    this.jdbc = jdbc;
  }

  /// Whether the days fit what the attribute is said for.
  static Optional<Fault> period(Attribute attribute, Validity valid) {
    if (outside(valid)) {
      return Optional.of(Fault.of("valid", "facts.reject.date-range"));
    }
    return switch (attribute.period()) {
      case YEAR ->
          valid.findYear().isPresent()
              ? Optional.empty()
              : Optional.of(Fault.of("valid", "facts.reject.not-a-year"));
      case POINT ->
          valid.isDay()
              ? Optional.empty()
              : Optional.of(Fault.of("valid", "facts.reject.not-a-day"));
      case INTERVAL -> Optional.empty();
    };
  }

  private static boolean outside(Validity valid) {
    return (valid.from() != null && valid.from().getYear() < FIRST_YEAR)
        || (valid.from() != null && valid.from().getYear() > LAST_YEAR)
        || (valid.to() != null && valid.to().getYear() > LAST_YEAR + 1);
  }

  /// Whether something of that kind can have the attribute.
  static Optional<Fault> kind(Attribute attribute, Subject subject) {
    return attribute.use().subjects().contains(subject.kind())
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "attribute", "facts.reject.wrong-kind", attribute.key(), subject.kind().code()));
  }

  /// The subject that a value refers to, or null.
  static @Nullable Long reference(FactValue value) {
    return switch (value) {
      case FactValue.Reference(long subject) -> subject;
      case FactValue.Holding(long subject, _) -> subject;
      case FactValue.Figure _,
          FactValue.Money _,
          FactValue.Text _,
          FactValue.Day _,
          FactValue.Flag _ ->
          null;
    };
  }

  /// Whether what a value refers to is there and of the right kind.
  static Optional<Fault> referred(
      Attribute attribute, long self, FactValue value, Map<Long, Subject> known) {
    Long id = reference(value);
    if (id == null) {
      return Optional.empty();
    }
    SubjectKind wanted =
        attribute.type() == AttributeType.PERSON ? SubjectKind.PERSON : SubjectKind.ORGANISATION;
    Subject found = known.get(id);
    if (found == null || found.kind() != wanted) {
      return Optional.of(
          new Fault("value", "facts.reject.reference", String.valueOf(id), wanted.code()));
    }
    return id == self
        ? Optional.of(new Fault("value", "facts.reject.itself", String.valueOf(id), ""))
        : Optional.empty();
  }

  Map<Long, Subject> subjects(Collection<Long> ids) {
    return subjects.find(ids);
  }

  /// Those of the pieces of evidence that the actor may read.
  Set<Long> readableEvidence(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    List<Long> found =
        jdbc.sql("SELECT id FROM evidence WHERE id = ANY (:ids)")
            .param("ids", ids.toArray(Long[]::new))
            .query(SubjectRows.ID)
            .list();
    return new HashSet<>(found);
  }
}
