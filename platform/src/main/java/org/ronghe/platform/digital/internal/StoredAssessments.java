package org.ronghe.platform.digital.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessment.Stage;
import org.ronghe.platform.digital.Assessment.State;
import org.ronghe.platform.digital.Assessments;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Assessments in the database. Every change holds the row to the edit it was made from.
@Service
class StoredAssessments implements Assessments {
  private static final Filters FILTERS =
      Filters.of(
          new Filters.Field("state", Filters.Kind.TEXT, "state"),
          new Filters.Field("stage", Filters.Kind.TEXT, "stage"),
          new Filters.Field("level", Filters.Kind.NUMBER, "level"),
          new Filters.Field("organisation", Filters.Kind.NUMBER, "organisation"),
          new Filters.Field("as-of", Filters.Kind.DAY, "as_of"));

  private final JdbcClient jdbc;
  private final LevelRules rules;
  private final Reviews reviews;
  private final AnswerEvidence evidence;
  private final LevelFacts facts;

  StoredAssessments(
      JdbcClient jdbc,
      LevelRules rules,
      Reviews reviews,
      AnswerEvidence evidence,
      LevelFacts facts) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.reviews = reviews;
    this.evidence = evidence;
    this.facts = facts;
  }

  @Override
  @Transactional(readOnly = true)
  public Listing<Assessment> list(ListQuery query) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            "id:desc",
            new Sorting.Key("id", "id", "bigint"),
            new Sorting.Key("as-of", "as_of", "date"));
    return new SqlList<>(
            AssessmentRows.COLUMNS,
            "digital_assessment",
            FILTERS.parse(query.filter()),
            sorting,
            SqlList.COUNTED,
            AssessmentRows::read)
        .read(jdbc, query);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Assessment> of(long organisation) {
    return jdbc.sql(
            "SELECT "
                + AssessmentRows.COLUMNS
                + " FROM digital_assessment WHERE organisation = :id ORDER BY as_of, id")
        .param("id", organisation)
        .query(AssessmentRows::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Assessment> find(long assessment) {
    return jdbc.sql("SELECT " + AssessmentRows.COLUMNS + " FROM digital_assessment WHERE id = :id")
        .param("id", assessment)
        .query(AssessmentRows::read)
        .optional();
  }

  private Assessment get(long assessment) {
    return find(assessment).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Override
  @Transactional
  public Assessment begin(long organisation, Stage stage, LocalDate asOf) {
    if (!Actors.current().writes(organisation)) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    long id =
        jdbc.sql(
                "INSERT INTO digital_assessment (organisation, stage, as_of) VALUES"
                    + " (:organisation, :stage, :as_of) RETURNING id")
            .param("organisation", organisation)
            .param("stage", stage.code())
            .param("as_of", asOf)
            .query(Long.class)
            .single();
    return get(id);
  }

  @Override
  @Transactional
  public Assessment save(long assessment, Map<String, String> answers, long edit) {
    Assessment now = get(assessment);
    demand(now, State.DRAFT, "digital.conflict.closed");
    write(
        now,
        edit,
        "answers = :answers::jsonb",
        Map.of(
            "answers",
            AssessmentRows.json(Questionnaire.taken(Questionnaire.of(now.stage()), answers))));
    return get(assessment);
  }

  @Override
  @Transactional
  public Assessment submit(long assessment, long edit) {
    Assessment now = get(assessment);
    demand(now, State.DRAFT, "digital.conflict.closed");
    var faults = toSubmit(now);
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    write(
        now,
        edit,
        "state = 'submitted', note = '', submitted = now(), submitted_as = :who",
        Map.of("who", Actors.current().name()));
    return get(assessment);
  }

  /// What has to be mended before it can be handed in, by field or question.
  Map<String, String> toSubmit(Assessment assessment) {
    var questions = Questionnaire.of(assessment.stage());
    var faults = missing(questions, assessment.answers());
    faults.putAll(rules.faults(questions, assessment.answers()));
    var there = evidence.of(assessment.id());
    var level = rules.judge(assessment, assessment.answers());
    for (var question : questions) {
      if (!there.containsKey(question.key())
          && rules.counts(question, assessment.answers(), level)) {
        faults.putIfAbsent(question.fields().getFirst().name(), "digital.fault.evidence");
      }
    }
    return faults;
  }

  /// Fields without an answer; what the award is worked out from may be left open.
  static Map<String, String> missing(List<Question> questions, Map<String, String> answers) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (var question : questions) {
      for (var field : question.fields()) {
        if (!question.part().equals("award") && !answers.containsKey(field.name())) {
          faults.put(field.name(), "digital.fault.needed");
        }
      }
    }
    return faults;
  }

  private static void demand(Assessment assessment, State state, String key) {
    if (assessment.standing().state() != state) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of(key));
    }
  }

  @Override
  @Transactional
  public Assessment sendBack(long assessment, String note, long edit) {
    Assessment now = get(assessment);
    demand(now, State.SUBMITTED, "digital.conflict.not-submitted");
    if (note.isBlank()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("note", "digital.fault.needed"));
    }
    if (reviews.of(assessment).isPresent()) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("digital.conflict.asked"));
    }
    write(now, edit, "state = 'draft', note = :note", Map.of("note", note.strip()));
    return get(assessment);
  }

  @Override
  @Transactional
  public Assessment settle(
      long assessment, Map<String, String> chosen, Map<String, String> reasons, long edit) {
    Assessment now = get(assessment);
    demand(now, State.SUBMITTED, "digital.conflict.not-submitted");
    Review review =
        reviews
            .of(assessment)
            .filter(one -> one.progress().state().equals("finished"))
            .orElseThrow(() ->
                new NodeProblem(ProblemCode.CONFLICT, Saying.of("digital.conflict.no-review")));
    Long account = Actors.current().account();
    if (account != null && account == review.assessor().account()) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("digital.conflict.same-person"));
    }
    Map<String, String> faults = new LinkedHashMap<>();
    Map<String, String> why = new HashMap<>();
    Map<String, String> settled = new HashMap<>(now.answers());
    for (var question : Questionnaire.of(now.stage())) {
      if (question.same(now.answers(), review.answers())) {
        continue;
      }
      String choice = chosen.getOrDefault(question.key(), "");
      String reason = reasons.getOrDefault(question.key(), "").strip();
      if (!choice.equals("firm") && !choice.equals("assessor")) {
        faults.put("choice." + question.key(), "digital.fault.needed");
      }
      if (reason.isEmpty()) {
        faults.put("reason." + question.key(), "digital.fault.needed");
      }
      if (choice.equals("assessor")) {
        for (var field : question.fields()) {
          String value = review.answers().get(field.name());
          if (value == null) {
            settled.remove(field.name());
          } else {
            settled.put(field.name(), value);
          }
        }
      }
      why.put(question.key(), choice + ": " + reason);
    }
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    Level level = rules.judge(now, settled);
    Integer reached = level.level();
    if (reached == null) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("digital.conflict.open-level"));
    }
    write(
        now,
        edit,
        "state = 'settled', settled = :settled::jsonb, reasons = :reasons::jsonb, level = :level,"
            + " base = :base::numeric, settled_at = now(), settled_as = :who",
        Map.of(
            "settled", AssessmentRows.json(settled),
            "reasons", AssessmentRows.json(why),
            "level", reached,
            "base", level.base(),
            "who", Actors.current().name()));
    Assessment settledNow = get(assessment);
    facts.enter(settledNow);
    return settledNow;
  }

  private void write(Assessment now, long edit, String set, Map<String, ?> parameters) {
    int changed =
        jdbc.sql(
                "UPDATE digital_assessment SET "
                    + set
                    + ", edit = edit + 1, changed = now() WHERE id = :id AND edit = :edit")
            .params(parameters)
            .param("id", now.id())
            .param("edit", edit)
            .update();
    if (changed == 0) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
  }
}
