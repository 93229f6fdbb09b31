package org.ronghe.platform.facts.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.AsOf;
import org.ronghe.platform.facts.BulkOutcome;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.FactReject;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.facts.dictionary.ValueCheck;
import org.ronghe.platform.facts.internal.FactInsert.Origin;
import org.ronghe.platform.facts.internal.FactInsert.Ready;
import org.ronghe.platform.facts.internal.SubjectRows.Subject;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Facts in the database.
@Service
class StoredFacts implements Facts {
  private static final String CLOSE =
      """
      UPDATE fact SET recorded = tstzrange(lower(recorded),
          greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond')),
        superseded = id, closed_by = actor_account(),
        closed_as = coalesce(current_setting('ronghe.actor', true), ''), close_reason = :reason\
      """;

  private final FactRows rows;
  private final FactInsert insert;
  private final FactChecks checks;
  private final AttributeRegister register;
  private final JdbcClient jdbc;

  StoredFacts(
      FactRows rows,
      FactInsert insert,
      FactChecks checks,
      AttributeRegister register,
      JdbcClient jdbc) {
    this.rows = rows;
    this.insert = insert;
    this.checks = checks;
    this.register = register;
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public Fact record(NewFact fact) {
    BulkOutcome outcome = recordAll(List.of(fact));
    if (!outcome.rejects().isEmpty()) {
      throw problem(outcome.rejects().getFirst());
    }
    return rows.find(outcome.entered().getFirst()).orElseThrow();
  }

  private static NodeProblem problem(FactReject reject) {
    return switch (reject.textKey()) {
      case Rejects.NO_SUBJECT -> new NodeProblem(ProblemCode.NOT_FOUND);
      case Rejects.NOT_ALLOWED -> new NodeProblem(ProblemCode.NOT_ALLOWED);
      case Rejects.OVERLAP -> Fault.of(reject).conflict();
      default -> Fault.of(reject).problem();
    };
  }

  @Override
  @Transactional
  public BulkOutcome recordAll(List<NewFact> facts) {
    var rejects = new ArrayList<FactReject>();
    List<Ready> ready = check(facts, rejects);
    Map<Integer, Long> entered = insert.insert(ready);
    for (Ready fact : ready) {
      if (!entered.containsKey(fact.row())) {
        rejects.add(overlap(fact));
      }
    }
    rejects.sort(Comparator.comparingInt(FactReject::row));
    return new BulkOutcome(
        ready.stream().map(Ready::row).filter(entered::containsKey).map(entered::get).toList(),
        rejects);
  }

  private FactReject overlap(Ready fact) {
    String found =
        rows.findOverlapping(
                fact.subject(),
                register.id(fact.attribute()),
                Objects.requireNonNullElse(fact.item(), 0),
                fact.valid())
            .map(other -> other.value().plain())
            .orElse("");
    return new FactReject(fact.row(), "valid", Rejects.OVERLAP, fact.attribute().key(), found);
  }

  private List<Ready> check(List<NewFact> facts, List<FactReject> rejects) {
    var values = new HashMap<Integer, FactValue>();
    var ids = new HashSet<Long>();
    var evidence = new HashSet<Long>();
    for (int row = 0; row < facts.size(); row++) {
      NewFact fact = facts.get(row);
      ids.add(fact.subject());
      if (fact.evidence() != null) {
        evidence.add(fact.evidence());
      }
      int place = row;
      value(fact)
          .ifPresent(value -> {
            values.put(place, value);
            Long reference = FactChecks.reference(value);
            if (reference != null) {
              ids.add(reference);
            }
          });
    }
    Map<Long, Subject> known = checks.subjects(ids);
    Set<Long> readable = checks.readableEvidence(evidence);
    var ready = new ArrayList<Ready>();
    for (int row = 0; row < facts.size(); row++) {
      NewFact fact = facts.get(row);
      FactValue value = values.get(row);
      Optional<Fault> fault = fault(fact, value, known, readable);
      if (fault.isPresent() || value == null) {
        Fault wrong = fault.orElseThrow();
        rejects.add(
            new FactReject(row, wrong.field(), wrong.textKey(), wrong.found(), wrong.expected()));
      } else {
        Attribute attribute = register.find(fact.attribute()).orElseThrow();
        ready.add(
            new Ready(
                row,
                fact.subject(),
                attribute,
                null,
                FactColumns.of(value),
                fact.valid(),
                new Origin(fact.source().strip(), fact.evidence(), null, "", null)));
      }
    }
    return ready;
  }

  private Optional<FactValue> value(NewFact fact) {
    return register
        .find(fact.attribute())
        .map(attribute -> attribute.check(fact.value()))
        .flatMap(check ->
            check instanceof ValueCheck.Valid(FactValue value)
                ? Optional.of(value)
                : Optional.empty());
  }

  private Optional<Fault> fault(
      NewFact fact, @Nullable FactValue value, Map<Long, Subject> known, Set<Long> readable) {
    Subject subject = known.get(fact.subject());
    if (subject == null) {
      return Optional.of(
          new Fault("subject", Rejects.NO_SUBJECT, String.valueOf(fact.subject()), ""));
    }
    if (!subject.writable()) {
      return Optional.of(
          new Fault("subject", Rejects.NOT_ALLOWED, String.valueOf(fact.subject()), ""));
    }
    Optional<Attribute> attribute = register.find(fact.attribute());
    if (attribute.isEmpty()) {
      return Optional.of(new Fault("attribute", "facts.reject.no-attribute", fact.attribute(), ""));
    }
    if (fact.evidence() != null && !readable.contains(fact.evidence())) {
      return Optional.of(
          new Fault("evidence", "facts.reject.no-evidence", fact.evidence().toString(), ""));
    }
    if (value == null) {
      var wrong = (ValueCheck.Invalid) attribute.get().check(fact.value());
      return Optional.of(Fault.of("value", wrong));
    }
    return FactChecks.kind(attribute.get(), subject)
        .or(() -> FactChecks.period(attribute.get(), fact.valid()))
        .or(() -> FactChecks.referred(attribute.get(), fact.subject(), value, known));
  }

  @Override
  @Transactional
  public Fact correct(long fact, Correction correction) {
    Fact old = lock(fact);
    FactValue value = checked(old, correction);
    String at = close(old, correction.reason());
    return enter(old, value, correction.valid(), correction, at);
  }

  @Override
  @Transactional
  public Fact change(long fact, LocalDate from, Correction correction) {
    Fact old = lock(fact);
    if (!old.valid().contains(from) || from.equals(old.valid().from())) {
      throw Fault.of("from", "facts.reject.not-within").problem();
    }
    Validity after = new Validity(from, old.valid().to());
    var given = correction;
    FactValue value =
        checked(
            old,
            new Correction(given.value(), after, given.source(), given.evidence(), given.reason()));
    String at = close(old, correction.reason());
    enter(
        old,
        old.value(),
        new Validity(old.valid().from(), from),
        new Correction(
            old.value().plain(),
            old.valid(),
            old.provenance().source(),
            old.provenance().evidence(),
            correction.reason()),
        at);
    return enter(old, value, after, correction, at);
  }

  @Override
  @Transactional
  public void retract(long fact, String reason) {
    Fact old = lock(fact);
    if (reason.isBlank()) {
      throw Fault.of("reason", "facts.reject.no-reason").problem();
    }
    close(old, reason);
  }

  @Override
  @Transactional
  public int retractAll(Collection<Long> facts, String reason) {
    if (reason.isBlank()) {
      throw Fault.of("reason", "facts.reject.no-reason").problem();
    }
    // Row-level security passes over what the actor may not write.
    return jdbc.sql(CLOSE + " WHERE id = ANY (:ids) AND superseded = 0")
        .param("ids", facts.toArray(Long[]::new))
        .param("reason", reason.strip())
        .update();
  }

  private FactValue checked(Fact old, Correction correction) {
    if (correction.reason().isBlank()) {
      throw Fault.of("reason", "facts.reject.no-reason").problem();
    }
    var instead =
        new NewFact(
            old.subject(),
            old.attribute(),
            correction.value(),
            correction.valid(),
            correction.source(),
            correction.evidence());
    var rejects = new ArrayList<FactReject>();
    check(List.of(instead), rejects);
    if (!rejects.isEmpty()) {
      throw problem(rejects.getFirst());
    }
    return value(instead).orElseThrow();
  }

  /// Holds the fact for this transaction.
  private Fact lock(long id) {
    Fact fact = rows.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    boolean held =
        jdbc.sql("SELECT id FROM fact WHERE id = :id AND superseded = 0 FOR UPDATE")
            .param("id", id)
            .query(Long.class)
            .optional()
            .isPresent();
    if (held) {
      return fact;
    }
    // Either somebody was faster, or the actor may read but not write.
    Subject subject = checks.subjects(List.of(fact.subject())).get(fact.subject());
    boolean writable = subject != null && subject.writable();
    throw new NodeProblem(writable ? ProblemCode.CHANGED_MEANWHILE : ProblemCode.NOT_ALLOWED);
  }

  /// Ends what is recorded, and answers the instant it ended.
  private String close(Fact old, String reason) {
    return jdbc.sql(CLOSE + " WHERE id = :id RETURNING upper(recorded)::text")
        .param("id", old.id())
        .param("reason", reason.strip())
        .query(String.class)
        .single();
  }

  private Fact enter(
      Fact old, FactValue value, Validity valid, Correction correction, String recordedFrom) {
    Attribute attribute =
        register.find(old.attribute()).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    var ready =
        new Ready(
            0,
            old.subject(),
            attribute,
            old.item(),
            FactColumns.of(value),
            valid,
            new Origin(
                correction.source().strip(),
                correction.evidence(),
                old.id(),
                correction.reason().strip(),
                recordedFrom));
    Long id = insert.insert(List.of(ready)).get(0);
    if (id == null) {
      throw problem(overlap(ready));
    }
    return rows.find(id).orElseThrow();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Fact> find(long fact) {
    return rows.find(fact);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Fact> state(long subject, AsOf asOf) {
    return rows.state(subject, asOf);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Fact> known(long subject, @Nullable Instant recorded) {
    return rows.known(subject, recorded);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Fact> history(long subject, String attribute) {
    return register
        .find(attribute)
        .map(known -> rows.history(subject, register.id(known)))
        .orElseGet(List::of);
  }
}
