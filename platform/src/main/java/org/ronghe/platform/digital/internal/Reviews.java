package org.ronghe.platform.digital.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Second assessors: asked for by the bureau, who first say that they have no stake in the matter.
@Component
class Reviews {
  private static final String SELECT =
      "SELECT id, assessment, firm, stage, as_of, assessor, assessor_as, answers, state, edit, why"
          + " FROM digital_review ";

  private final JdbcClient jdbc;
  private final LevelRules rules;

  Reviews(JdbcClient jdbc, LevelRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  private static Review read(ResultSet row, int number) throws SQLException {
    return new Review(
        row.getLong("id"),
        row.getLong("assessment"),
        row.getString("firm"),
        Assessment.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
        row.getObject("as_of", LocalDate.class),
        new Review.Assessor(row.getLong("assessor"), row.getString("assessor_as")),
        AssessmentRows.texts(row.getString("answers")),
        new Review.Progress(row.getString("state"), row.getLong("edit"), row.getString("why")));
  }

  @Transactional(readOnly = true)
  public Optional<Review> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Reviews::read).optional();
  }

  /// The one that was not declined.
  @Transactional(readOnly = true)
  public Optional<Review> of(long assessment) {
    return jdbc.sql(SELECT + "WHERE assessment = :id AND state <> 'declined'")
        .param("id", assessment)
        .query(Reviews::read)
        .optional();
  }

  /// Those the actor is asked for, open ones first.
  @Transactional(readOnly = true)
  public List<Review> mine() {
    return jdbc.sql(
            SELECT
                + "WHERE assessor = :me ORDER BY state IN ('declined', 'finished'), id LIMIT 200")
        .param("me", Actors.current().account(), Types.BIGINT)
        .query(Reviews::read)
        .list();
  }

  /// Asks somebody; nobody who works at the firm is asked.
  @Transactional
  public void ask(Assessment assessment, String firm, Review.Assessor assessor) {
    if (assessment.standing().state() != Assessment.State.SUBMITTED) {
      throw conflict("digital.conflict.not-submitted");
    }
    boolean insider =
        jdbc.sql("SELECT digital_insider(:account, :organisation)")
            .param("account", assessor.account())
            .param("organisation", assessment.organisation())
            .query(Boolean.class)
            .single();
    if (insider) {
      throw conflict("digital.conflict.insider", assessor.name());
    }
    int asked =
        jdbc.sql(
                """
                INSERT INTO digital_review (assessment, organisation, firm, stage, as_of, assessor, assessor_as)
                VALUES (:assessment, :organisation, :firm, :stage, :as_of, :assessor, :name) ON CONFLICT DO NOTHING\
                """)
            .param("assessment", assessment.id())
            .param("organisation", assessment.organisation())
            .param("firm", firm)
            .param("stage", assessment.stage().code())
            .param("as_of", assessment.asOf())
            .param("assessor", assessor.account())
            .param("name", assessor.name())
            .update();
    if (asked == 0) {
      throw conflict("digital.conflict.asked");
    }
  }

  private static NodeProblem conflict(String key, Object... arguments) {
    return new NodeProblem(ProblemCode.CONFLICT, Saying.of(key, arguments));
  }

  /// Takes what the assessor did: `accept`, `decline`, `save` or `finish`.
  ///
  /// @throws NodeProblem INPUT_INVALID with what is missing; CHANGED_MEANWHILE; CONFLICT where the
  ///   state does not allow it
  @Transactional
  public void act(long id, String action, Map<String, String> sent, long edit) {
    Review now = find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    Long account = Actors.current().account();
    if (account == null || now.assessor().account() != account) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    boolean first = action.equals("accept") || action.equals("decline");
    if (!now.progress().state().equals(first ? "asked" : "accepted")) {
      throw conflict("digital.conflict.review-state");
    }
    var questions = Questionnaire.of(now.stage());
    var answers = Questionnaire.taken(questions, sent);
    switch (action) {
      case "accept" -> {
        if (!sent.getOrDefault("free", "").equals("yes")) {
          throw invalid(Map.of("free", "digital.fault.free"));
        }
        write(now, "accepted", Map.of(), "", edit);
      }
      case "decline" -> {
        String why = sent.getOrDefault("why", "").strip();
        if (why.isEmpty()) {
          throw invalid(Map.of("why", "digital.fault.needed"));
        }
        write(now, "declined", Map.of(), why, edit);
      }
      case "finish" -> {
        var faults = StoredAssessments.missing(questions, answers);
        faults.putAll(rules.faults(questions, answers));
        if (!faults.isEmpty()) {
          throw invalid(faults);
        }
        write(now, "finished", answers, "", edit);
      }
      default -> write(now, "accepted", answers, "", edit);
    }
  }

  private static NodeProblem invalid(Map<String, String> faults) {
    return new NodeProblem(ProblemCode.INPUT_INVALID, faults);
  }

  private void write(
      Review review, String state, Map<String, String> answers, String why, long edit) {
    int changed =
        jdbc.sql(
                """
                UPDATE digital_review SET state = :state, answers = :answers::jsonb, why = :why, edit = edit + 1,
                  changed = now() WHERE id = :id AND edit = :edit\
                """)
            .param("state", state)
            .param("answers", AssessmentRows.json(answers))
            .param("why", why)
            .param("id", review.id())
            .param("edit", edit)
            .update();
    if (changed == 0) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
  }
}
