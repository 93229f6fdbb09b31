package org.ronghe.platform.digital.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessment.Stage;
import org.ronghe.platform.digital.Assessments;
import org.ronghe.platform.digital.demo.DemoAssessments;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.web.ListQuery;
import org.springframework.stereotype.Component;

/// Enters made-up assessments by the same steps as people do.
@Component
class InventedAssessments implements DemoAssessments {
  private static final Actor DEMO = Actor.system("demo");
  private static final long SEED = 20_260_056;
  private static final LocalDate BEFORE = LocalDate.of(2025, 4, 15);
  private static final LocalDate AFTER = LocalDate.of(2026, 4, 20);
  private static final int SETTLED = 20;

  /// How much further a firm has come by the upgrade.
  private static final double GAIN = 1.2;

  private static final String REASON = "见所附截图，虚构 / as the pictures show; invented";

  private final Assessments assessments;
  private final Reviews reviews;
  private final AnswerEvidence evidence;
  private final LevelRules rules;
  private final Organisations organisations;

  InventedAssessments(
      Assessments assessments,
      Reviews reviews,
      AnswerEvidence evidence,
      LevelRules rules,
      Organisations organisations) {
    this.assessments = assessments;
    this.reviews = reviews;
    this.evidence = evidence;
    this.rules = rules;
    this.organisations = organisations;
  }

  @Override
  public void load(List<Long> firms, Actor assessor) {
    boolean there =
        Actors.getAs(
            DEMO, () -> !assessments.list(new ListQuery("", "", "", null, 1)).results().isEmpty());
    if (!there) {
      enter(firms, assessor);
    }
  }

  void enter(List<Long> firms, Actor assessor) {
    var sheets = new InventedSheet(rules, new Random(SEED));
    Map<String, String> last = Map.of();
    for (int i = 0; i < firms.size(); i++) {
      double advance = sheets.advance();
      Map<String, String> answers = sheets.answers(Stage.BEFORE, advance);
      if (i == firms.size() - 1) {
        answers = last; // this one was copied
      } else if (i == firms.size() - 3) {
        answers = sheets.thrown(Stage.BEFORE);
      }
      Assessment before = submitted(firms.get(i), Stage.BEFORE, BEFORE, answers);
      if (i < SETTLED) {
        settle(finished(before, assessor));
      }
      if (i < 3) {
        Assessment after =
            submitted(
                firms.get(i), Stage.AFTER, AFTER, sheets.answers(Stage.AFTER, advance + GAIN));
        switch (i) {
          case 0 -> ask(after, assessor); // waits for the assessor
          case 1 -> settle(finished(after, assessor));
          default -> finished(after, assessor); // waits for an officer
        }
      }
      last = answers;
    }
  }

  private Assessment submitted(long firm, Stage stage, LocalDate day, Map<String, String> answers) {
    return Actors.getAs(
        DEMO,
        () -> {
          Assessment draft = assessments.begin(firm, stage, day);
          Assessment filled = assessments.save(draft.id(), answers, draft.standing().edit());
          Level level = rules.judge(stage, day, answers);
          for (Question question : Questionnaire.of(stage)) {
            if (rules.counts(question, answers, level)) {
              evidence.addLink(
                  filled,
                  question.key(),
                  "https://example.org/demo/" + filled.id() + "/" + question.key());
            }
          }
          return assessments.submit(filled.id(), filled.standing().edit());
        });
  }

  private void ask(Assessment assessment, Actor assessor) {
    Long account = assessor.account();
    if (account == null) {
      throw new IllegalArgumentException("an assessor without an account");
    }
    Actors.runAs(
        DEMO,
        () ->
            reviews.ask(
                assessment,
                organisations
                    .find(assessment.organisation())
                    .map(firm -> firm.names().zh())
                    .orElse(""),
                new Review.Assessor(account, assessor.name())));
  }

  /// Assessed a second time: the rules and one scene are seen a step lower.
  private Assessment finished(Assessment assessment, Actor assessor) {
    ask(assessment, assessor);
    var answers = new LinkedHashMap<>(assessment.answers());
    for (String question : List.of("digital_rules", "scene_production")) {
      answers.computeIfPresent(
          question, (_, value) -> String.valueOf(Math.max(0, Integer.parseInt(value) - 1)));
    }
    Actors.runAs(
        assessor,
        () -> {
          Review asked = open(assessment);
          reviews.act(asked.id(), "accept", Map.of("free", "yes"), asked.progress().edit());
          Review accepted = open(assessment);
          reviews.act(accepted.id(), "finish", answers, accepted.progress().edit());
        });
    return assessment;
  }

  private Review open(Assessment assessment) {
    return reviews.of(assessment.id()).orElseThrow();
  }

  private void settle(Assessment assessment) {
    Actors.runAs(
        DEMO,
        () -> {
          Review review = open(assessment);
          var chosen = new HashMap<String, String>();
          var reasons = new HashMap<String, String>();
          for (Question question : Questionnaire.of(assessment.stage())) {
            if (!question.same(assessment.answers(), review.answers())) {
              chosen.put(question.key(), question.key().startsWith("q") ? "firm" : "assessor");
              reasons.put(question.key(), REASON);
            }
          }
          assessments.settle(assessment.id(), chosen, reasons, assessment.standing().edit());
        });
  }
}
