package org.ronghe.platform.digital.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessment.Stage;
import org.ronghe.platform.digital.Assessment.State;
import org.ronghe.platform.digital.Assessments;
import org.ronghe.platform.digital.demo.DemoAssessments;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.PageRules;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The digital level from the first answer to what a person settled.
@TestInstance(Lifecycle.PER_CLASS)
class DigitalTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final RegistryNode world = new RegistryNode();
  private final Assessments assessments = world.node.part(Assessments.class);
  private final AnswerEvidence evidence = world.node.part(AnswerEvidence.class);
  private final Reviews reviews = world.node.part(Reviews.class);
  private final long firm = world.organisation("江夏精密零部件有限公司");
  private final Actor owner = world.person("owner", Map.of(firm, Set.of(Role.ENTERPRISE)));
  private final Actor assessor = world.person("assessor", Map.of());
  private final Actor stranger =
      world.person("stranger", Map.of(world.organisation("光谷食品有限公司"), Set.of(Role.ENTERPRISE)));
  private final TestBrowser ownerBrowser = world.node.browser().signIn("owner");
  private final TestBrowser officerBrowser = world.node.browser().signIn("officer");
  private final TestBrowser assessorBrowser = world.node.browser().signIn("assessor");

  @AfterAll
  void stop() {
    world.close();
  }

  /// Answers that come to 64.875 points and level 3.
  private static Map<String, String> answers(int scenes) {
    Map<String, String> answers = new HashMap<>();
    for (var question : Questionnaire.scored()) {
      if (question.key().startsWith("scene_")) {
        answers.put(question.key(), String.valueOf(scenes));
      }
    }
    answers.put("digital_network_options", "4");
    answers.put("digital_equipment_share", "55");
    answers.put("networked_equipment_share", "40%");
    answers.put("auto_collection_links", "10");
    answers.put("auto_collection_hr", "yes");
    answers.put("information_services", "over_80");
    answers.put("network_security_measures", "3");
    answers.put("data_security_measures", "3");
    answers.put("digital_awareness_step", "4");
    answers.put("digital_rules", "3");
    answers.put("digital_talent_measures", "3");
    for (int back = 1; back <= 3; back++) {
      answers.put("digital_spend." + back, "1,500,000");
      answers.put("sales_revenue." + back, "30000000");
    }
    answers.put("energy_per_revenue_trend", "down");
    answers.put("pass_rate_trend", "up");
    answers.put("revenue_per_head_trend", "up");
    answers.put("cost_per_revenue_trend", "flat");
    return answers;
  }

  private Assessment filled(Stage stage, Map<String, String> answers) {
    return as(
        owner,
        () -> {
          Assessment begun = assessments.begin(firm, stage, DAY);
          for (var question : Questionnaire.of(stage)) {
            evidence.addLink(begun, question.key(), "https://example.org/" + question.key());
          }
          return assessments.save(begun.id(), answers, begun.standing().edit());
        });
  }

  private Assessment submitted(Stage stage, Map<String, String> answers) {
    Assessment draft = filled(stage, answers);
    return as(owner, () -> assessments.submit(draft.id(), draft.standing().edit()));
  }

  private static void hasCode(Runnable work, ProblemCode code) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            NodeProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private static void checked(TestBrowser browser, String path) {
    for (String language : List.of("zh", "en")) {
      browser.get("/choose/language/" + language);
      HttpResponse<String> page = browser.get(path);
      assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
      PageRules.check(page, language.equals("zh") ? "zh-CN" : "en");
    }
  }

  @Test
  void anAnswerThatGivesPointsNeedsEvidence() {
    Assessment begun = as(owner, () -> assessments.begin(firm, Stage.BEFORE, DAY));
    Assessment saved =
        as(owner, () -> assessments.save(begun.id(), answers(0), begun.standing().edit()));
    assertThatThrownBy(
            () -> as(owner, () -> assessments.submit(saved.id(), saved.standing().edit())))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem ->
                assertThat(problem.fields())
                    .containsEntry("digital_network_options", "digital.fault.evidence")
                    .doesNotContainKey("scene_marketing"));
    hasCode(
        () -> as(owner, () -> assessments.save(saved.id(), answers(1), begun.standing().edit())),
        ProblemCode.CHANGED_MEANWHILE);
    var page = ownerBrowser.get("/digital/" + saved.id() + "/edit");
    assertThat(page.body()).contains("digital_network_options");
    var stale = ownerBrowser.post("/digital/" + saved.id() + "/edit", "version", "1", "do", "save");
    assertThat(stale.statusCode()).isEqualTo(412);
    checked(ownerBrowser, "/digital/" + saved.id() + "/edit");
  }

  @Test
  void nobodyElseSeesAFirmsAssessment() {
    Assessment one = submitted(Stage.BEFORE, answers(3));
    assertThat(as(stranger, () -> assessments.find(one.id()))).isEmpty();
    assertThat(as(assessor, () -> assessments.find(one.id()))).isEmpty();
    assertThat(as(world.officer, () -> assessments.find(one.id()))).isPresent();
    hasCode(
        () -> as(stranger, () -> assessments.begin(firm, Stage.BEFORE, DAY)),
        ProblemCode.NOT_ALLOWED);
    hasCode(
        () -> as(owner, () -> assessments.save(one.id(), answers(4), one.standing().edit())),
        ProblemCode.CONFLICT);
  }

  @Test
  void twoAssessAndAThirdSettles() {
    var firmSays = new HashMap<>(answers(3));
    firmSays.putAll(
        Map.of(
            "size_industry",
            "industry",
            "pilot_trade",
            "auto_parts",
            "employees_total",
            "120",
            "digital_upgrade_cost",
            "800000"));
    Assessment one = submitted(Stage.AFTER, firmSays);
    long id = one.id();
    as(
        world.officer,
        () -> {
          hasCodeNow(() -> reviews.ask(one, "firm", new Review.Assessor(account(owner), "owner")));
          return id;
        });
    officerBrowser.post("/digital/" + id + "/reviews", "assessor", "nobody-here");
    assertThat(officerBrowser.get("/digital/" + id).body())
        .contains("nobody-here")
        .contains("invalid-feedback");
    officerBrowser.post("/digital/" + id + "/reviews", "assessor", "assessor");
    Review review = as(assessor, () -> reviews.mine()).getFirst();
    String page = "/digital/reviews/" + review.id();
    checked(assessorBrowser, page);
    assertThat(as(assessor, () -> evidence.of(id))).as("not before they are free").isEmpty();
    assertThat(
            assessorBrowser.post(page, "do", "accept", "version", "1", "free", "yes").statusCode())
        .isEqualTo(303);
    assertThat(as(assessor, () -> evidence.of(id))).hasSize(Questionnaire.of(Stage.AFTER).size());
    checked(assessorBrowser, page);
    assertThat(assessorBrowser.get(page).body()).doesNotContain("1,500,000");
    var assessorSays = new HashMap<>(firmSays);
    assessorSays.put("digital_equipment_share", "35");
    assessorSays.put("scene_finance", "1");
    as(
        assessor,
        () -> {
          reviews.act(review.id(), "finish", assessorSays, 2);
          return id;
        });
    String shown = "/digital/" + id;
    checked(officerBrowser, shown);
    var undecided =
        officerBrowser.post(shown + "/settle", "version", String.valueOf(one.standing().edit()));
    assertThat(undecided.statusCode()).isEqualTo(303);
    assertThat(officerBrowser.get(shown).body())
        .as("said at the field")
        .contains("invalid-feedback");
    assertThat(officerBrowser.get(shown).body()).as("once").doesNotContain("invalid-feedback");
    hasCode(
        () ->
            as(
                world.officer,
                () ->
                    assessments.settle(
                        id, Map.of("q2", "firm"), Map.of("q2", "盘点表"), one.standing().edit())),
        ProblemCode.INPUT_INVALID);
    Assessment settled =
        as(
            world.officer,
            () ->
                assessments.settle(
                    id,
                    Map.of("q2", "assessor", "scene_finance", "firm"),
                    Map.of("q2", "设备清单只有35%", "scene_finance", "现场看过"),
                    one.standing().edit()));
    assertThat(settled.standing().state()).isEqualTo(State.SETTLED);
    assertThat(settled.settled())
        .containsEntry("digital_equipment_share", "35")
        .containsEntry("scene_finance", "3");
    // 8 + 3 + 3 + 7.9 + 7.5 + 3.75 + 3.75 + 6 + 5.625 + 4.5 + 0 + 7 + 7 + 3 + 1.5
    assertThat(settled.standing().base()).isEqualTo("71.525");
    assertThat(settled.standing().level()).isEqualTo(3);
    holdsTheLevel(settled, "3", "71.525");
    Level level = world.node.part(LevelRules.class).judge(settled, settled.settled());
    assertThat(level.award()).as("40 %, at most 400,000").isEqualTo("320000");
    assertThat(level.awardAnswer()).isEqualTo("met");
    checked(officerBrowser, shown);
    checked(ownerBrowser, shown);
    checked(ownerBrowser, shown + "/print");
    checked(ownerBrowser, "/organisations/" + firm + "/digital");
    assertThat(ownerBrowser.get("/organisations/" + firm + "/digital").body()).contains("320000");
    checked(officerBrowser, "/digital");
    checked(officerBrowser, "/digital/doubts");
    checked(assessorBrowser, "/digital/reviews");
    assertThat(assessorBrowser.get("/digital/reviews/export?format=csv").body())
        .startsWith("\uFEFFfirm,stage,as-of,state\r\n")
        .contains("江夏精密零部件有限公司");
    assertThat(ownerBrowser.get("/digital/reviews/export?format=csv").body())
        .as("others' reviews are nobody's business")
        .doesNotContain("江夏精密零部件有限公司");
    assertThat(officerBrowser.get("/digital/export?format=csv").body()).contains("71.525");
    hasCode(
        () -> as(world.officer, () -> assessments.sendBack(id, "again", settled.standing().edit())),
        ProblemCode.CONFLICT);
  }

  /// What was settled is a fact for the day, from the assessment, by whoever settled it.
  private void holdsTheLevel(Assessment settled, String level, String base) {
    Facts facts = world.node.part(Facts.class);
    var known = as(world.officer, () -> facts.history(firm, "digital_level"));
    assertThat(known.getLast())
        .satisfies(fact -> {
          assertThat(fact.value().plain()).isEqualTo(level);
          assertThat(fact.valid()).isEqualTo(Validity.day(DAY));
          assertThat(fact.provenance().source())
              .contains("digital assessment " + settled.id() + ",");
          assertThat(fact.provenance().enteredBy()).isEqualTo(world.officer.name());
        });
    assertThat(
            as(world.officer, () -> facts.history(firm, "digital_base_score"))
                .getLast()
                .value()
                .plain())
        .isEqualTo(base);
    // Settled once more for the same day: the first stays in the history.
    int before = known.size();
    as(
        world.officer,
        () -> {
          var again =
              new Assessment(
                  settled.id(),
                  firm,
                  settled.stage(),
                  DAY,
                  settled.answers(),
                  settled.settled(),
                  settled.reasons(),
                  new Assessment.Standing(
                      State.SETTLED,
                      settled.standing().edit(),
                      "officer",
                      "",
                      2,
                      "50",
                      settled.standing().changed()));
          world.node.part(LevelFacts.class).enter(again);
          return again;
        });
    var now = as(world.officer, () -> facts.history(firm, "digital_level"));
    assertThat(now).hasSize(before + 1);
    assertThat(now.getLast().value().plain()).isEqualTo("2");
    assertThat(now.get(before - 1).recorded().to()).isNotNull();
  }

  /// The demo's sheets are settled, waiting and doubtful.
  @Test
  void theDemoHasSheetsOfEveryKind() {
    var firms = new ArrayList<Long>();
    for (int i = 0; i < DemoAssessments.FIRMS; i++) {
      firms.add(world.organisation("示例企业" + i));
    }
    world.node.part(InventedAssessments.class).enter(firms, world.person("second", Map.of()));
    var levels = new TreeSet<Integer>();
    int waiting = 0;
    for (long one : firms) {
      for (Assessment assessment : as(world.officer, () -> assessments.of(one))) {
        Integer level = assessment.standing().level();
        if (level == null) {
          waiting++;
        } else {
          levels.add(level);
        }
      }
    }
    assertThat(levels).hasSizeGreaterThanOrEqualTo(2);
    assertThat(waiting).isGreaterThan(40);
    assertThat(as(world.officer, () -> assessments.of(firms.getFirst()))).hasSize(2);
    var doubts = as(world.officer, () -> world.node.part(SheetDoubts.class).find());
    assertThat(doubts.doubts())
        .anyMatch(org.ronghe.rules.sheet.SheetDoubt.Copied.class::isInstance);
  }

  private static long account(Actor actor) {
    return Objects.requireNonNull(actor.account());
  }

  private static void hasCodeNow(Runnable work) {
    hasCode(work, ProblemCode.CONFLICT);
  }

  @Test
  void whatIsSentBackCanBeHandedInAgain() {
    Assessment one = submitted(Stage.BEFORE, answers(2));
    Assessment back =
        as(world.officer, () -> assessments.sendBack(one.id(), "附件看不清", one.standing().edit()));
    assertThat(back.standing().state()).isEqualTo(State.DRAFT);
    assertThat(ownerBrowser.get("/digital/" + one.id()).body()).contains("附件看不清");
    Assessment again = as(owner, () -> assessments.submit(back.id(), back.standing().edit()));
    assertThat(again.standing().note()).isEmpty();
  }

  @Test
  void copiedSheetsAreShownToTheBureau() {
    var random = new Random(3);
    Map<String, String> copied = random(random);
    for (int i = 0; i < 60; i++) {
      long other = world.organisation("测试企业" + i);
      Map<String, String> answers = i == 20 || i == 40 ? copied : random(random);
      JdbcClient.create(world.database.owner())
          .sql(
              "INSERT INTO ronghe.digital_assessment (organisation, stage, as_of, state, answers)"
                  + " VALUES (:o, 'before', '2026-03-01', 'submitted', :a::jsonb)")
          .param("o", other)
          .param("a", AssessmentRows.json(answers))
          .update();
    }
    var page = officerBrowser.get("/digital/doubts");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("测试企业20").contains("测试企业40");
    assertThat(officerBrowser.get("/digital/doubts/export?format=csv").body())
        .contains("测试企业20")
        .contains("测试企业40");
    checked(officerBrowser, "/digital/doubts");
    assertThat(as(world.officer, () -> assessments.list(ListQuery.all())).results()).isNotEmpty();
  }

  private static Map<String, String> random(Random random) {
    var answers = new HashMap<>(answers(0));
    double far = random.nextGaussian();
    for (var question : Questionnaire.scored()) {
      var field = question.fields().getFirst();
      if (field.kind() == Question.Kind.COUNT) {
        long value = Math.round(field.most() * (0.5 + 0.2 * far + 0.2 * random.nextGaussian()));
        answers.put(field.name(), String.valueOf(Math.clamp(value, 0, field.most())));
      }
    }
    return answers;
  }
}
