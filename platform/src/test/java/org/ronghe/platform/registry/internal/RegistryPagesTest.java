package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronghe.platform.registry.RegistryNode.as;
import static org.ronghe.platform.registry.internal.FormByHand.fields;
import static org.ronghe.platform.registry.internal.FormByHand.found;
import static org.ronghe.platform.registry.internal.FormByHand.leads;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.registry.SampleForm;
import org.ronghe.platform.web.PageRules;

@TestInstance(Lifecycle.PER_CLASS)
class RegistryPagesTest {
  private final RegistryNode world = new RegistryNode();
  private final TestBrowser registrar = world.node.browser().signIn("registrar");
  private final FormByHand hand = new FormByHand(registrar);
  private final TestBrowser officer = world.node.browser().signIn("officer");
  private final TestBrowser stranger = world.node.browser().signIn("other-registrar");
  private final TestBrowser auditor = world.node.browser().signIn("auditor");

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void everyPageIsThereInBothLanguages() {
    Achievement done = world.registered("页面");
    Achievement draft = world.draft("页面草稿");
    Achievement submitted =
        as(
            world.registrar,
            () -> {
              Achievement one = world.draft("页面提交");
              return world.achievements.submit(one.id(), one.edit());
            });
    for (String language : List.of("en", "zh")) {
      for (TestBrowser browser : List.of(registrar, officer)) {
        assertThat(browser.get("/choose/language/" + language).statusCode()).isEqualTo(303);
        for (String path :
            List.of(
                "/",
                "/achievements",
                "/achievements?state=draft&q=页",
                "/achievements?q=none-like-it",
                "/achievements/new",
                "/achievements/" + done.id(),
                "/achievements/" + done.id() + "/print",
                "/achievements/" + done.id() + "/versions?left=1",
                "/achievements/" + draft.id() + "/edit",
                "/achievements/" + submitted.id(),
                "/catalogue",
                "/catalogue?class=applied&q=页面",
                "/catalogue/" + done.id())) {
          var page =
              browser.get(path.replace("页面", "%E9%A1%B5%E9%9D%A2").replace("页", "%E9%A1%B5"));
          assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
          PageRules.check(page, language.equals("zh") ? "zh-CN" : "en");
        }
      }
      String industry =
          language.equals("zh")
              ? "C3976 计算机、通信和其他电子设备制造业"
              : "C3976 Manufacture of computers, communication and other electronic equipment";
      for (String path : List.of("/achievements/", "/catalogue/")) {
        assertThat(registrar.get(path + done.id()).body()).contains(industry);
      }
      for (String path :
          List.of("/achievements/rules", "/achievements/" + submitted.id() + "/decide")) {
        PageRules.check(officer.get(path), language.equals("zh") ? "zh-CN" : "en");
      }
      assertThat(registrar.get("/achievements/" + submitted.id() + "/decide").statusCode())
          .isEqualTo(403);
    }
    registrar.get("/choose/language/en");
    officer.get("/choose/language/en");
  }

  @Test
  void rowsAreAddedMovedAndTakenOut() {
    String page = hand.begun();
    leads(
        registrar.post(
            page + "/edit",
            fields(
                SampleForm.right("行"), "version", hand.version(page), "do", "up:contributor.1")));
    assertThat(registrar.get(page + "/edit").body())
        .containsPattern("name=\"contributor.0.name\"[^>]*value=\"王敏\"");
    leads(
        registrar.post(
            page + "/edit",
            fields(
                SampleForm.right("行"), "version", hand.version(page), "do", "drop:contributor.0")));
    String form = registrar.get(page + "/edit").body();
    assertThat(form)
        .containsPattern("name=\"contributor.0.name\"[^>]*value=\"王敏\"")
        .contains("contributor.1.name")
        .doesNotContain("contributor.2.name");
  }

  @Test
  void anOfficerSendsItBackFieldByFieldAndThenRegistersIt() {
    String page = hand.begun();
    var refused =
        registrar.post(
            page + "/edit",
            fields(
                SampleForm.right("光束").with("holder.1.share", "1/4"),
                "version",
                hand.version(page),
                "do",
                "submit"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("2/3 + 1/4");
    leads(
        registrar.post(
            page + "/edit",
            fields(SampleForm.right("光束"), "version", hand.version(page), "do", "submit")));
    assertThat(officer.get("/achievements?state=submitted").body()).contains("光束");
    leads(officer.post(page + "/receive"));
    String edit = found("name=\"edit\" value=\"(\\d+)\"", officer.get(page + "/decide").body());
    assertThat(officer.post(page + "/decide", "edit", edit, "do", "send-back").statusCode())
        .isEqualTo(400);
    leads(
        officer.post(
            page + "/decide",
            "edit",
            edit,
            "do",
            "send-back",
            "reason.summary",
            "请写明波长",
            "reason.whole",
            "另附报告"));
    assertThat(registrar.get("/").body()).contains("光束");
    assertThat(registrar.get(page + "/edit").body()).contains("请写明波长").contains("另附报告");
    leads(
        registrar.post(
            page + "/edit",
            fields(
                SampleForm.right("光束").with("summary", "一种用于测量的激光光源，波长一微米。"),
                "version",
                hand.version(page),
                "do",
                "submit")));
    String beside = officer.get(page + "/decide").body();
    assertThat(beside)
        .as("what was changed inside the text")
        .containsPattern(
            "一种用于测量的激光光源，<del><span[^>]*>\\[taken out: </span>功率稳定<span[^>]*> \\] </span></del>。")
        .containsPattern(
            "一种用于测量的激光光源，<ins><span[^>]*>\\[added: </span>波长一微米<span[^>]*> \\] </span></ins>。")
        .contains("请写明波长");
    String again = found("name=\"edit\" value=\"(\\d+)\"", beside);
    leads(officer.post(page + "/decide", "edit", again, "do", "register"));
    assertThat(registrar.get(page).body()).containsPattern("000\\d{4}Y\\d{4}");
    String catalogue = page.replace("achievements", "catalogue");
    assertThat(world.node.browser().get(catalogue).body()).contains("波长一微米。");
    assertThat(leads(stranger.get(page))).isEqualTo(catalogue);
  }

  @Test
  void signsThatNoTextHoldsAndTitlesOfAnyLengthAreNoFailureOfTheNode() {
    String page = hand.begun();
    var title = new StringBuilder();
    var random = new java.util.Random(4);
    for (int i = 0; i < 5000; i++) {
      title.append((char) ('一' + random.nextInt(20_000)));
    }
    String[] sent =
        fields(
            SampleForm.right(title.toString()).with("summary", "甲\u0000乙\u0007丙"),
            "version",
            hand.version(page));
    assertThat(registrar.post(page + "/autosave", sent).statusCode())
        .as("a draft holds what somebody typed, however long")
        .isEqualTo(200);
    assertThat(registrar.get(page).body()).contains("甲 乙 丙");
    assertThat(registrar.get("/achievements?sort=title").statusCode()).isEqualTo(200);
    for (String words : List.of("%00", "%FF%FE")) {
      assertThat(registrar.get("/achievements?q=" + words).statusCode()).as(words).isEqualTo(400);
    }
  }

  @Test
  void aStrangerFindsNoDraftAnywhere() {
    String page = hand.begun();
    for (String path : List.of(page, page + "/edit", page + "/print", page + "/versions")) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stranger.get("/achievements").body()).doesNotContain("新光源");
    assertThat(stranger.post(page + "/autosave", "version", "1", "title_zh", "x").statusCode())
        .isEqualTo(404);
    assertThat(world.node.browser().get("/catalogue").body()).doesNotContain("新光源");
  }

  @Test
  void othersAdviseAndTheReceiverDecides() {
    var adviser = world.person("adviser", Map.of());
    TestBrowser other = world.node.browser().signIn("adviser");
    Achievement one = world.draft("征求意见");
    as(world.registrar, () -> world.achievements.submit(one.id(), one.edit()));
    String page = "/achievements/" + one.id();
    assertThat(other.get(page).statusCode()).isEqualTo(404);
    leads(officer.post(page + "/advice", "adviser", "adviser", "question", "新颖吗？"));
    assertThat(other.get("/").body()).contains("征求意见");
    assertThat(other.get(page).body()).contains("新颖吗？");
    leads(other.post(page + "/advice/answer", "opinion", "against", "words", "已有先例"));
    assertThat(officer.get(page).body()).contains("已有先例");
    assertThat(officer.get(page + "/decide").body()).as("where it is needed").contains("已有先例");
    assertThat(registrar.get(page).body()).doesNotContain("已有先例");
    assertThat(other.post(page + "/decide", "do", "register", "edit", "9").statusCode())
        .isEqualTo(403);
    assertThat(adviser.account()).isNotNull();
  }

  @Test
  void programsDoTheSameWithETagsAndSafeRepetition() {
    String body =
        "{\"organisation\":"
            + world.university
            + ",\"form\":{\"title_zh\":\"程序\",\"industry\":null}}";
    var request =
        HttpRequest.newBuilder(world.node.at("/api/v1/achievements"))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", registrar.token())
            .header("Idempotency-Key", "one")
            .POST(BodyPublishers.ofString(body));
    var made = registrar.send(request);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(registrar.send(request).body()).isEqualTo(made.body());
    String id = found("\"id\":(\\d+)", made.body());
    String slip = body.replace("title_zh", "titel");
    var unknown =
        registrar.send(
            HttpRequest.newBuilder(world.node.at("/api/v1/achievements"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", registrar.token())
                .POST(BodyPublishers.ofString(slip)));
    assertThat(unknown.statusCode()).as("what stands in it would be lost").isEqualTo(400);
    assertThat(unknown.body()).contains("\"titel\"").contains("no field of this name");
    String etag = made.headers().firstValue("ETag").orElseThrow();
    var submit =
        HttpRequest.newBuilder(world.node.at("/api/v1/achievements/" + id + "/submit"))
            .header("X-XSRF-TOKEN", registrar.token())
            .POST(BodyPublishers.noBody());
    assertThat(registrar.send(submit).statusCode()).isEqualTo(428);
    var wrong = registrar.send(submit.header("If-Match", etag));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("\"summary\"").contains("\"holder.0.name\"");
    FilledForm foreign =
        SampleForm.right("别人的附件")
            .with("attachment.0.evidence", "999999")
            .with("attachment.0.kind", "other");
    Achievement one =
        as(world.registrar, () -> world.achievements.create(world.university, foreign));
    assertThatThrownBy(
            () -> as(world.registrar, () -> world.achievements.submit(one.id(), one.edit())))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.fields()).containsOnlyKeys("attachment.0.kind"));
    Achievement waiting =
        as(
            world.registrar,
            () -> {
              Achievement right = world.draft("退回的理由");
              return world.achievements.submit(right.id(), right.edit());
            });
    assertThatThrownBy(() ->
            as(
                world.officer,
                () ->
                    world.achievements.sendBack(
                        waiting.id(), Map.of("sumary", "?"), waiting.edit())))
        .as("no page could show it")
        .isInstanceOfSatisfying(
            NodeProblem.class, problem -> assertThat(problem.fields()).containsKey("sumary"));
    assertThat(
            stranger
                .send(HttpRequest.newBuilder(world.node.at("/api/v1/achievements/" + id)))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            world
                .node
                .browser()
                .send(HttpRequest.newBuilder(world.node.at("/api/v1/catalogue")))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void listsAreTakenAwayAsTheyAreShown() {
    world.draft("导出的草稿");
    String csv = registrar.get("/achievements/export?format=csv&state=draft").body();
    assertThat(csv).contains("导出的草稿");
    assertThat(stranger.get("/achievements/export?format=csv").body()).doesNotContain("导出的草稿");
    world.registered("导出的目录");
    assertThat(registrar.get("/catalogue/export?format=csv&class=applied").body())
        .as("as it is shown, in words")
        .contains("Applied technology")
        .contains("C3976 Manufacture");
    for (String list : List.of("/jobs", "/merges", "/rankings", "/accounts")) {
      String table = auditor.get(list + "/export?format=csv").body();
      assertThat(table).as(list).startsWith("\ufeff").contains(",");
      assertThat(auditor.get(list + "/export?format=json").body()).as(list).startsWith("[");
      assertThat(auditor.get(list + "/export?format=xlsx").statusCode()).isEqualTo(200);
    }
    assertThat(as(world.registrar, () -> world.draft("x").state()))
        .isInstanceOf(AchievementState.Draft.class);
  }
}
