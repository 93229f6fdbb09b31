package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronghe.platform.registry.RegistryNode.as;
import static org.ronghe.platform.registry.internal.FormByHand.found;
import static org.ronghe.platform.registry.internal.FormByHand.leads;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.Duplicates;
import org.ronghe.platform.registry.Likeness;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.registry.SampleForm;
import org.ronghe.platform.web.PageRules;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Duplicates, evaluation, pools and the preferred plan.
@TestInstance(Lifecycle.PER_CLASS)
class AfterRegistrationTest {
  private final RegistryNode world = new RegistryNode();
  private final TestBrowser officer = world.node.browser().signIn("officer");
  private final TestBrowser registrar = world.node.browser().signIn("registrar");
  private TestBrowser evaluator = world.node.browser();

  @BeforeAll
  void somebodyWhoEvaluates() {
    assertThat(world.person("evaluator", Map.of()).account()).isNotNull();
    evaluator = world.node.browser().signIn("evaluator");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  private void checked(TestBrowser browser, String path) {
    for (String language : List.of("zh", "en")) {
      browser.get("/choose/language/" + language);
      var page = browser.get(path);
      assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
      PageRules.check(page, language.equals("zh") ? "zh-CN" : "en");
    }
  }

  @Test
  void likelyDuplicatesAreShownWithTheEvidenceAndADecisionIsRemembered() {
    Achievement first = world.registered("一种低成本锂电池隔膜制备方法");
    Achievement second = world.draft("低成本锂电池隔膜的制备方法及应用");
    Duplicates duplicates = world.node.part(Duplicates.class);
    List<Likeness> alike = as(world.officer, () -> duplicates.of(second));
    assertThat(alike).extracting(Likeness::achievement).contains(first.id());
    Likeness one =
        alike.stream().filter(l -> l.achievement() == first.id()).findFirst().orElseThrow();
    assertThat(one.titlePercent()).isBetween(60, 99);
    assertThat(one.people()).containsExactly("李华", "王敏");
    assertThat(one.verdict()).isEmpty();
    String page = "/achievements/" + second.id();
    assertThat(registrar.get(page).body()).contains("一种低成本锂电池隔膜制备方法");
    checked(officer, page);
    checked(officer, page + "/beside/" + first.id());
    leads(officer.post(page + "/beside/" + first.id(), "same", "false", "reason", "不同体系"));
    assertThat(as(world.officer, () -> duplicates.of(first)))
        .filteredOn(l -> l.achievement() == second.id())
        .extracting(Likeness::verdict)
        .containsExactly("different");
  }

  @Test
  void theSameTextUnderAnotherNameOfOtherPeopleIsFound() {
    String text =
        """
        本项工作针对高功率光纤激光器在长时间运行中光束质量下降的问题，建立了热致折射率变化与模式耦合的模型，
        提出了分布式冷却与自适应预补偿相结合的方法，在三千瓦样机上连续运行五百小时，光束质量因子变化小于百分之三，
        并在两家单位的焊接产线上完成了试用，结果表明焊缝深宽比的离散程度明显降低，具有推广价值。\
        """;
    Achievement known = world.registered("高功率光纤激光器热管理");
    Achievement copied =
        as(
            world.registrar,
            () ->
                world.achievements.create(
                    world.university, SampleForm.right("一种全新的焊接设备").with("summary", text)));
    Achievement first =
        as(
            world.registrar,
            () ->
                world.achievements.create(
                    world.university,
                    SampleForm.right("束流品质的保持").with("summary", "简述：" + text + "已申请专利。")));
    assertThat(as(world.officer, () -> world.node.part(Duplicates.class).of(copied)))
        .extracting(Likeness::achievement)
        .contains(first.id())
        .doesNotContain(known.id());
  }

  @Test
  void aStrangersDraftIsNoEvidenceForAnybody() {
    world.draft("绝密新型光子芯片封装工艺");
    Duplicates duplicates = world.node.part(Duplicates.class);
    assertThat(
            as(world.otherRegistrar, () -> duplicates.of(List.of(SampleForm.right("绝密新型光子芯片封装工艺"))))
                .getFirst())
        .isEmpty();
    assertThat(
            as(world.registrar, () -> duplicates.of(List.of(SampleForm.right("绝密新型光子芯片封装工艺"))))
                .getFirst())
        .isNotEmpty();
  }

  @Test
  void aNamedEvaluatorReadsOnlyAfterSayingThatTheyAreFreeAndGivesNoSingleNumber() {
    Achievement done = world.registered("待评价的光源");
    String page = "/achievements/" + done.id();
    leads(officer.post(page + "/evaluations", "evaluator", "evaluator", "due", "2020-01-01"));
    assertThat(officer.get(page).body()).as("nobody can keep that day").contains("2020-01-01 ");
    leads(officer.post(page + "/evaluations", "evaluator", "evaluator", "purpose", "转化前评价"));
    assertThat(evaluator.get("/").body()).contains("待评价的光源");
    checked(evaluator, "/evaluations");
    String evaluation = found("href=\"(/evaluations/\\d+)\"", evaluator.get("/evaluations").body());
    assertThat(evaluator.get(evaluation).body()).doesNotContain("样机试验");
    checked(evaluator, evaluation);
    assertThat(evaluator.post(evaluation, "do", "accept", "edit", "1").statusCode()).isEqualTo(400);
    leads(evaluator.post(evaluation, "do", "accept", "free", "yes", "edit", "1"));
    assertThat(evaluator.get(evaluation).body()).contains("样机试验");
    checked(evaluator, evaluation);
    var incomplete =
        evaluator.post(evaluation, "do", "finish", "edit", "2", "grade.technical", "high");
    assertThat(incomplete.statusCode()).isEqualTo(400);
    assertThat(officer.post(evaluation, "do", "finish", "edit", "2").statusCode()).isEqualTo(403);
    leads(
        evaluator.post(
            evaluation,
            "do",
            "finish",
            "edit",
            "2",
            "grade.technical",
            "high",
            "reason.technical",
            "指标领先",
            "grade.economic",
            "fair",
            "reason.economic",
            "市场尚小",
            "grade.potential",
            "good",
            "reason.potential",
            "两家企业有意",
            "conclusion",
            "建议转化"));
    assertThat(registrar.get(page).body()).contains("建议转化").contains("evaluator");
    checked(registrar, evaluation);
    assertThat(evaluator.post(evaluation, "do", "save", "edit", "3").statusCode()).isEqualTo(409);
  }

  @Test
  void anAchievementEntersAPoolByItsRulesIsRemindedOfAndLeavesForAReason() {
    Achievement done = world.registered("入库的光源");
    String page = "/achievements/" + done.id();
    leads(officer.post(page + "/pool", "pool", "pilot", "reason", "中试"));
    assertThat(stays(done.id())).as("readiness 4 is not pilot scale").isZero();
    leads(officer.post(page + "/pool", "pool", "concept", "reason", "有用户"));
    assertThat(stays(done.id())).isEqualTo(1);
    assertThat(officer.post(page + "/pool", "pool", "concept", "reason", "再次").statusCode())
        .isEqualTo(409);
    checked(officer, "/pools?pool=concept");
    checked(registrar, "/pools?pool=concept");
    assertThat(registrar.get("/pools?pool=concept").body()).contains("入库的光源");
    JdbcClient.create(world.database.owner())
        .sql("UPDATE pool_stay SET until = current_date + 10 WHERE achievement = :id")
        .param("id", done.id())
        .update();
    assertThat(registrar.get("/").body()).contains("入库的光源");
    String leave =
        found("action=\"(/pools/\\d+/leave)\"", officer.get("/pools?pool=concept").body());
    leads(officer.post(leave, "outcome", "reached", "reason", ""));
    assertThat(officer.get("/pools?pool=concept").body()).contains("入库的光源");
    leads(officer.post(leave, "outcome", "reached", "reason", "验证完成"));
    assertThat(officer.get("/pools?pool=concept").body()).doesNotContain("入库的光源");
    assertThat(officer.get("/pools?pool=concept&left=true").body()).contains("验证完成");
    assertThat(registrar.post(leave, "outcome", "reached", "reason", "x").statusCode())
        .isEqualTo(403);
    assertThat(
            world
                .node
                .browser()
                .signIn("other-registrar")
                .get("/pools?pool=concept&left=true")
                .body())
        .doesNotContain("入库的光源");
  }

  @Test
  void poolsAreNarrowedAndTakenAwayAsShownAndWhatIsWithdrawnLeavesThem() {
    Achievement late = world.registered("过期的光源");
    Achievement fresh = world.registered("新入库的光源");
    for (Achievement one : List.of(late, fresh)) {
      leads(officer.post("/achievements/" + one.id() + "/pool", "pool", "key", "reason", "跟踪"));
    }
    leads(officer.post("/achievements/" + late.id() + "/pool", "pool", "no", "reason", "跟踪"));
    assertThat(stays(late.id())).as("there is no such pool").isEqualTo(1);
    JdbcClient.create(world.database.owner())
        .sql("UPDATE pool_stay SET until = current_date - 1 WHERE achievement = :id")
        .param("id", late.id())
        .update();
    for (String page : List.of("/pools?pool=key", "/pools/export?format=csv&pool=key")) {
      assertThat(officer.get(page + "&clock=over").body())
          .as(page)
          .contains("过期的光源")
          .doesNotContain("新入库的光源");
      assertThat(officer.get(page + "&clock=soon&q=x").body()).doesNotContain("过期的光源");
    }
    as(world.registrar, () -> world.achievements.withdraw(late.id(), "专利失效"));
    assertThat(officer.get("/pools?pool=key").body()).doesNotContain("过期的光源");
    assertThat(officer.get("/pools?pool=key&left=true&outcome=stopped").body())
        .contains("过期的光源")
        .contains("专利失效");
    assertThat(officer.get("/pools?pool=key&left=true&outcome=moved").body())
        .doesNotContain("过期的光源");
  }

  private long stays(long achievement) {
    return JdbcClient.create(world.database.owner())
        .sql("SELECT count(*) FROM pool_stay WHERE achievement = :id")
        .param("id", achievement)
        .query(Long.class)
        .single();
  }

  @Test
  void thePreferredPlanIsChosenWithReasonsAndPublishedForEverybody() {
    Achievement one = world.registered("优选一");
    Achievement other = world.registered("优选二");
    String plan = leads(officer.post("/plans", "year", "2027"));
    TestBrowser stranger = world.node.browser();
    assertThat(stranger.get(plan).statusCode()).isEqualTo(404);
    for (Achievement candidate : List.of(one, other)) {
      String number = ((AchievementState.Registered) candidate.state()).number().text();
      leads(officer.post(plan + "/candidates", "number", number, "reason", "用户多"));
    }
    leads(officer.post(plan + "/candidates", "number", "0001999Y0001", "reason", "x"));
    assertThat(officer.post(plan + "/publish").statusCode()).isEqualTo(409);
    leads(officer.post(plan + "/candidates/" + one.id(), "chosen", "true", "reason", "成熟"));
    leads(officer.post(plan + "/candidates/" + other.id(), "chosen", "false", "reason", "尚早"));
    checked(officer, plan);
    leads(officer.post(plan + "/publish"));
    String shown = stranger.get(plan).body();
    assertThat(shown).contains("优选一").contains("成熟").doesNotContain("优选二");
    assertThat(registrar.get(plan).body()).contains("尚早");
    checked(stranger, plan);
    checked(stranger, "/plans");
    assertThat(
            officer
                .post(plan + "/candidates/" + one.id(), "chosen", "false", "reason", "x")
                .statusCode())
        .isEqualTo(409);
    assertThat(stranger.get(plan + "/export?format=csv").body())
        .contains("优选一")
        .doesNotContain("优选二");
  }

  @Test
  void onlyTheBureauDecidesWhatIsTheSame() {
    Achievement one = world.draft("甲乙丙");
    Achievement other = world.draft("甲乙丁");
    Duplicates duplicates = world.node.part(Duplicates.class);
    assertThatThrownBy(() ->
            as(
                world.registrar,
                () -> {
                  duplicates.decide(one.id(), other.id(), true, "");
                  return true;
                }))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
  }
}
