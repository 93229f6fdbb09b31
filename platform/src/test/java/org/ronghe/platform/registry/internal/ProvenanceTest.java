package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.registry.SampleForm;
import org.ronghe.platform.web.PageRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What everybody may know of where an achievement comes from, and what nobody else may.
@TestInstance(Lifecycle.PER_CLASS)
class ProvenanceTest {
  private final RegistryNode world = new RegistryNode();
  private final Actor adviser = world.person("顾问甲", Map.of());
  private final Actor evaluator =
      world.person("评价人乙", Map.of(world.institute, Set.of(Role.REVIEWER)));
  private final TestBrowser anybody = world.node.browser();
  private final Provenances provenances = world.node.part(Provenances.class);
  private final Evaluations evaluations = world.node.part(Evaluations.class);
  private final JdbcClient jdbc = world.node.part(JdbcClient.class);

  @AfterAll
  void stop() {
    world.close();
  }

  private HttpResponse<String> read(long achievement) {
    return anybody.send(
        HttpRequest.newBuilder(world.node.at("/api/v1/catalogue/" + achievement + "/provenance"))
            .header("Accept", "application/json"));
  }

  private <T> T inTransaction(Actor actor, Supplier<T> work) {
    return as(
        actor,
        () ->
            Objects.requireNonNull(
                new TransactionTemplate(world.node.part(PlatformTransactionManager.class))
                    .execute(_ -> work.get())));
  }

  /// One that was sent back, advised on, handed in again and registered, with all that is internal.
  private Achievement eventful(String title) {
    FilledForm form =
        SampleForm.right(title)
            .with("summary", "公开的简介。")
            .with("funding.0.programme", "内部资助项目")
            .with("trl_evidence.7", "还没有达到的级别");
    Achievement draft =
        as(world.registrar, () -> world.achievements.create(world.university, form));
    Achievement first =
        as(world.registrar, () -> world.achievements.submit(draft.id(), draft.edit()));
    as(
        world.officer,
        () -> world.achievements.sendBack(first.id(), Map.of("summary", "退回理由丙"), first.edit()));
    Achievement back = as(world.registrar, () -> world.achievements.find(first.id())).orElseThrow();
    Achievement again =
        as(world.registrar, () -> world.achievements.submit(back.id(), back.edit()));
    TestBrowser officer = world.node.browser().signIn("officer");
    officer.post("/achievements/" + again.id() + "/advice", "adviser", "顾问甲", "question", "征询的问题");
    world
        .node
        .browser()
        .signIn("顾问甲")
        .post("/achievements/" + again.id() + "/advice/answer", "opinion", "for", "words", "意见丁");
    Achievement now = as(world.officer, () -> world.achievements.find(again.id())).orElseThrow();
    return as(world.officer, () -> world.achievements.register(now.id(), now.edit()));
  }

  private long evaluated(Achievement achievement) {
    as(
        world.officer,
        () -> {
          evaluations.ask(
              achievement,
              Objects.requireNonNull(evaluator.account()),
              "评价人乙",
              "评价目的戊",
              LocalDate.now(ZoneOffset.UTC).plusDays(9));
          return true;
        });
    long id = as(evaluator, evaluations::mine).getFirst().id();
    as(
        evaluator,
        () -> {
          evaluations.act(id, "accept", Map.of("free", "yes"), 1);
          var answers = new java.util.HashMap<String, String>();
          for (String dimension : List.of("technical", "economic", "potential")) {
            answers.put("grade." + dimension, "good");
            answers.put("reason." + dimension, "评价理由己");
          }
          answers.put("conclusion", "评价结论庚");
          evaluations.act(id, "finish", answers, 2);
          return true;
        });
    return id;
  }

  @Test
  void everybodyReadsWhatHoldersMadePublicAndNothingOfWhoDidWhatOnTheWay() {
    Achievement one = eventful("有来历的光源");
    String number = ((AchievementState.Registered) one.state()).number().text();
    evaluated(one);
    for (String language : List.of("en", "zh")) {
      anybody.get("/choose/language/" + language);
      HttpResponse<String> page = anybody.get("/catalogue/" + one.id());
      PageRules.check(page, language.equals("en") ? "en" : "zh-CN");
      for (String shown : List.of(page.body(), read(one.id()).body())) {
        assertThat(shown)
            .contains(number)
            .contains("省技术评估中心", "2024-11-30", "实验记录", "测试报告")
            .as("internal, of other people, or above the level that was reached")
            .doesNotContain("退回理由丙", "征询的问题", "意见丁", "顾问甲", "内部资助项目", "还没有达到的级别")
            .doesNotContain("评价人乙", "评价目的戊", "评价理由己", "评价结论庚");
      }
    }
    anybody.get("/choose/language/en");
    assertThat(read(one.id()).body())
        .as("nobody's name, and no grade that holders did not make public")
        .doesNotContain("officer", "registrar", "good");
    assertThat(as(Actor.nobody("127.0.0.1"), () -> provenances.of(one.id())).history())
        .extracting(Provenance.Step::what)
        .containsExactly("handed_in", "registered");
  }

  @Test
  void ofWhatIsNotPublicNobodyIsToldAnything() {
    Achievement draft = world.draft("没有公开的草稿");
    Achievement closed = world.registered("关上的光源");
    evaluations(closed);
    as(world.registrar, () -> world.achievements.open(closed.id(), false));
    for (Achievement one : List.of(draft, closed)) {
      assertThat(read(one.id()).statusCode()).isEqualTo(404);
      assertThat(anybody.get("/catalogue/" + one.id()).statusCode()).isEqualTo(404);
      assertThat(as(world.otherRegistrar, () -> provenances.of(one.id())))
          .as("whoever asks the database")
          .isEqualTo(new Provenance(List.of(), null, List.of()));
    }
    as(world.registrar, () -> world.achievements.open(closed.id(), true));
    assertThat(read(closed.id()).body()).contains("\"technical\":\"good\"");
    as(world.registrar, () -> world.achievements.withdraw(closed.id(), "失效"));
    assertThat(read(closed.id()).statusCode()).isEqualTo(404);
  }

  /// An evaluation whose grades are public.
  private long evaluations(Achievement achievement) {
    long id = evaluated(achievement);
    return as(world.registrar, () -> evaluations.open(id, true)).id();
  }

  @Test
  void theHoldersDecideWhetherGradesArePublicAndNobodyElse() {
    Achievement one = world.registered("评过的光源");
    long id = evaluated(one);
    for (Actor actor : List.of(evaluator, world.auditor)) {
      assertThatThrownBy(() -> as(actor, () -> evaluations.open(id, true)))
          .isInstanceOfSatisfying(
              NodeProblem.class,
              problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }
    assertThatThrownBy(() -> as(world.otherRegistrar, () -> evaluations.open(id, true)))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND));
    TestBrowser registrar = world.node.browser().signIn("registrar");
    assertThat(registrar.get("/achievements/" + one.id()).body())
        .contains("Make the grades public");
    assertThat(registrar.post("/evaluations/" + id + "/open", "open", "true").statusCode())
        .isEqualTo(303);
    HttpResponse<String> page = anybody.get("/catalogue/" + one.id());
    assertThat(page.body()).contains("Potential for transfer").doesNotContain("评价人乙", "评价结论庚");
    PageRules.check(page, "en");
    assertThat(read(one.id()).body()).contains("\"technical\":\"good\"").doesNotContain("评价");
    assertThat(registrar.post("/evaluations/" + id + "/open", "open", "false").statusCode())
        .isEqualTo(303);
    assertThat(anybody.get("/catalogue/" + one.id()).body())
        .doesNotContain("Potential for transfer");
  }

  @Test
  void theDatabaseItselfOpensOnlyToHoldersAndOnlyWhatIsFinished() {
    Achievement one = world.registered("数据库守着的光源");
    long finished = evaluations(one);
    Supplier<Long> opened =
        () ->
            jdbc.sql("SELECT count(*) FROM evaluation_open WHERE evaluation = :id")
                .param("id", finished)
                .query(Long.class)
                .single();
    assertThat(inTransaction(world.registrar, opened)).isEqualTo(1);
    assertThat(inTransaction(world.otherRegistrar, opened)).isZero();
    assertThat(inTransaction(Actor.nobody("127.0.0.1"), opened)).isZero();
    assertThat(
            inTransaction(
                world.otherRegistrar, () -> jdbc.sql("DELETE FROM evaluation_open").update()))
        .isZero();
    Achievement other = world.registered("还在评的光源");
    as(
        world.officer,
        () -> {
          evaluations.ask(
              other,
              Objects.requireNonNull(adviser.account()),
              "顾问甲",
              "",
              LocalDate.now(ZoneOffset.UTC).plusDays(9));
          return true;
        });
    long asked = as(adviser, evaluations::mine).getFirst().id();
    for (Actor actor : List.of(world.registrar, world.otherRegistrar, world.officer)) {
      assertThatThrownBy(() ->
              inTransaction(
                  actor,
                  () ->
                      jdbc.sql(
                              "INSERT INTO evaluation_open (evaluation, keeper) VALUES (:id,"
                                  + " :keeper)")
                          .param("id", asked)
                          .param("keeper", world.university)
                          .update()))
          .as(actor.name())
          .hasStackTraceContaining("row-level security");
    }
  }

  @Test
  void whatWasChosenForAPublishedPlanSaysSo() {
    Achievement one = world.registered("入选的光源");
    TestBrowser officer = world.node.browser().signIn("officer");
    String plan =
        officer.post("/plans", "year", "2031").headers().firstValue("Location").orElseThrow();
    String number = ((AchievementState.Registered) one.state()).number().text();
    officer.post(plan + "/candidates", "number", number, "reason", "内部推荐理由");
    officer.post(plan + "/candidates/" + one.id(), "chosen", "true", "reason", "成熟");
    assertThat(read(one.id()).body()).doesNotContain("chosen");
    officer.post(plan + "/publish");
    assertThat(anybody.get("/catalogue/" + one.id()).body())
        .contains("Chosen for the preferred plan of 2031")
        .contains("href=\"" + plan + "\"")
        .doesNotContain("内部推荐理由");
  }
}
