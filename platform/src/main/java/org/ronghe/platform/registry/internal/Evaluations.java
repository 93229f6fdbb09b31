package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Evaluations: asked for by the bureau, given by those named, who first say that they have no
/// stake in the matter, and read the form only then.
@Component
class Evaluations {
  private static final String COLUMNS =
      "SELECT id, achievement, title, work_class, purpose, evaluator, evaluator_as, state, due,"
          + " edit, answers, EXISTS (SELECT FROM evaluation_open o WHERE o.evaluation ="
          + " evaluation.id) AS open FROM evaluation ";

  private final JdbcClient jdbc;
  private final AchievementRights rights;

  Evaluations(JdbcClient jdbc, AchievementRights rights) {
    this.jdbc = jdbc;
    this.rights = rights;
  }

  /// Those of an achievement that the actor may read.
  @Transactional(readOnly = true)
  public List<Evaluation> of(long achievement) {
    return jdbc.sql(COLUMNS + "WHERE achievement = :id ORDER BY id")
        .param("id", achievement)
        .query(Evaluations::read)
        .list();
  }

  /// Those that the actor is asked for, open ones first.
  @Transactional(readOnly = true)
  public List<Evaluation> mine() {
    return jdbc.sql(
            COLUMNS
                + "WHERE evaluator = :me ORDER BY state IN ('declined', 'finished'), due, id LIMIT"
                + " 200")
        .param("me", Actors.current().account(), Types.BIGINT)
        .query(Evaluations::read)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Evaluation> find(long id) {
    return jdbc.sql(COLUMNS + "WHERE id = :id").param("id", id).query(Evaluations::read).optional();
  }

  private static Evaluation read(ResultSet row, int number) throws SQLException {
    return new Evaluation(
        row.getLong("id"),
        row.getLong("achievement"),
        row.getString("title"),
        row.getString("work_class"),
        row.getString("purpose"),
        new Evaluation.Person(row.getLong("evaluator"), row.getString("evaluator_as")),
        new Evaluation.Standing(
            row.getString("state"),
            row.getObject("due", LocalDate.class),
            row.getLong("edit"),
            row.getBoolean("open")),
        AchievementRows.texts(row.getString("answers")));
  }

  @Transactional
  public void ask(
      Achievement achievement, long evaluator, String name, String purpose, LocalDate due) {
    int asked =
        jdbc.sql(
                """
                INSERT INTO evaluation (achievement, keeper, title, work_class, purpose, evaluator, evaluator_as, due)
                VALUES (:achievement, :keeper, :title, :class, :purpose, :evaluator, :name, :due) ON CONFLICT DO NOTHING\
                """)
            .param("achievement", achievement.id())
            .param("keeper", achievement.organisation())
            .param("title", achievement.title())
            .param("class", achievement.form().value("work_class"))
            .param("purpose", purpose.strip())
            .param("evaluator", evaluator)
            .param("name", name)
            .param("due", due)
            .update();
    if (asked == 0) {
      throw Faults.conflict("registry.conflict.evaluation", name);
    }
  }

  /// Takes what an evaluator did: `accept`, `decline`, `save` or `finish`.
  ///
  /// @throws NodeProblem INPUT_INVALID with what is missing; CHANGED_MEANWHILE; CONFLICT where the
  ///   state does not allow it
  @Transactional
  public void act(long id, String action, Map<String, String> sent, long edit) {
    Evaluation now = find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    if (now.evaluator().account() != actor()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    String expected = action.equals("accept") || action.equals("decline") ? "asked" : "accepted";
    if (!now.standing().state().equals(expected)) {
      throw Faults.conflict("registry.conflict.evaluation-state");
    }
    Map<String, String> answers = answers(sent);
    switch (action) {
      case "accept" -> {
        if (!sent.getOrDefault("free", "").equals("yes")) {
          throw needed("free", "registry.fault.free");
        }
        write(id, "accepted", Map.of(), edit);
      }
      case "decline" -> {
        if (answers.getOrDefault("why", "").isEmpty()) {
          throw needed("why", "registry.fault.no-reason");
        }
        write(id, "declined", Map.of("why", answers.get("why")), edit);
      }
      case "finish" -> {
        demandComplete(now, answers);
        write(id, "finished", answers, edit);
      }
      default -> write(id, "accepted", answers, edit);
    }
  }

  /// Lets everybody know the grades of a finished evaluation, or no longer.
  ///
  /// @throws NodeProblem NOT_ALLOWED to all but those who enter the holders' achievements; CONFLICT
  ///   while the evaluation is not finished
  @Transactional
  public Evaluation open(long id, boolean open) {
    Evaluation now = find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    rights.own(now.achievement());
    if (!now.standing().state().equals("finished")) {
      throw Faults.conflict("registry.conflict.evaluation-state");
    }
    jdbc.sql(
            open
                ? """
                INSERT INTO evaluation_open (evaluation, keeper) SELECT id, keeper FROM evaluation WHERE id = :id
                ON CONFLICT DO NOTHING\
                """
                : "DELETE FROM evaluation_open WHERE evaluation = :id")
        .param("id", id)
        .update();
    return find(id).orElseThrow();
  }

  private static long actor() {
    Long account = Actors.current().account();
    return account == null ? 0 : account;
  }

  private static NodeProblem needed(String field, String key) {
    return new NodeProblem(ProblemCode.INPUT_INVALID, Map.of(field, key));
  }

  private static void demandComplete(Evaluation evaluation, Map<String, String> answers) {
    var faults = new Faults();
    for (String dimension : Evaluation.DIMENSIONS) {
      String grade = answers.getOrDefault("grade." + dimension, "");
      String reason = answers.getOrDefault("reason." + dimension, "");
      boolean needed = Evaluation.needed(evaluation.workClass()).contains(dimension);
      if (needed && grade.isEmpty()) {
        faults.add("grade." + dimension, "registry.fault.needed");
      }
      if (!grade.isEmpty() && reason.isEmpty()) {
        faults.add("reason." + dimension, "registry.fault.no-reason");
      }
    }
    if (answers.getOrDefault("conclusion", "").isEmpty()) {
      faults.add("conclusion", "registry.fault.needed");
    }
    if (!faults.none()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults.byField());
    }
  }

  /// What was sent, as far as it belongs to an evaluation.
  static Map<String, String> answers(Map<String, String> sent) {
    var answers = new LinkedHashMap<String, String>();
    for (String dimension : Evaluation.DIMENSIONS) {
      String grade = sent.getOrDefault("grade." + dimension, "");
      put(answers, "grade." + dimension, Evaluation.GRADES.contains(grade) ? grade : "");
      put(answers, "reason." + dimension, sent.get("reason." + dimension));
    }
    put(answers, "conclusion", sent.get("conclusion"));
    put(answers, "why", sent.get("why"));
    return answers;
  }

  private static void put(Map<String, String> answers, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      answers.put(name, value.strip());
    }
  }

  private void write(long id, String state, Map<String, String> answers, long edit) {
    int changed =
        jdbc.sql(
                """
                UPDATE evaluation SET state = :state, answers = :answers::jsonb, edit = edit + 1, changed = now()
                WHERE id = :id AND edit = :edit\
                """)
            .param("state", state)
            .param("answers", AchievementRows.json(answers))
            .param("id", id)
            .param("edit", edit)
            .update();
    if (changed == 0) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
  }
}
