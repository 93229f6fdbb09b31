package org.ronghe.platform.rulebooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.as;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.await;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.fact;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Numbers that documents leave to the operator count from when they are set, for all firms or one.
@TestInstance(Lifecycle.PER_CLASS)
class ParametersTest {
  private static final TitleKey POINTS = new TitleKey("cn-innovation-points", "innovation-points");

  private final RulebooksNode world = new RulebooksNode();
  private final JdbcClient database = JdbcClient.create(world.database.owner());
  private final TestBrowser officer = world.node.browser().signIn("officer");

  @AfterAll
  void stop() {
    world.close();
  }

  private HttpResponse<String> put(TestBrowser browser, Map<String, ?> body) {
    return browser.send(
        HttpRequest.newBuilder(world.node.at("/api/v1/parameters"))
            .header("X-XSRF-TOKEN", browser.token())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
  }

  private String answer(long firm) {
    return database
        .sql(
            """
            SELECT j.answer FROM ronghe.judgement j
            JOIN ronghe.judged_title t ON t.id = j.title
            WHERE j.organisation = ? AND t.rulebook = ? AND t.title = ?\
            """)
        .params(firm, POINTS.rulebook(), POINTS.title())
        .query(String.class)
        .list()
        .toString();
  }

  private String json(long firm, LocalDate day, @Nullable Instant known) {
    return as(
        world.officer,
        () ->
            world
                .node
                .part(TitleJudge.class)
                .of(firm, new Question(POINTS, day, known, null))
                .json());
  }

  @Test
  void numbersCountFromWhenTheyAreSetAndOldAnswersStay() {
    long firm = world.rightFirm("积分企业");
    long other = world.rightFirm("无得分率的企业");
    world.record(
        List.of(
            fact(firm, "enterprise_stage", "growth", Validity.from(LocalDate.of(2020, 1, 1))),
            fact(other, "enterprise_stage", "growth", Validity.from(LocalDate.of(2020, 1, 1)))));
    await("new facts are judged", () -> dues() == 0);
    assertThat(answer(firm)).isEqualTo("[needs-human]");
    LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
    Instant before = Instant.now();
    String then = json(firm, today, before);

    var weights = new TreeMap<String, String>();
    var reached = new TreeMap<String, String>();
    for (var asked : as(world.officer, () -> world.node.part(Parameters.class).asked())) {
      if (asked.name().startsWith("weight_")) {
        weights.put(asked.name(), "5");
      } else if (asked.name().startsWith("share_")) {
        reached.put(asked.name(), "0.8");
      }
    }
    weights.put("least_total", "60");
    // 18 indicators, for all stages and for each of three, and the line.
    assertThat(weights).hasSize(73);
    HttpResponse<String> set = put(officer, Map.of("numbers", weights, "source", "国科办区〔2026〕1号"));
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(set.body()).contains("\"changed\":73").contains("\"job\":");
    String total = json(firm, today, null);
    assertThat(total).as("from nothing to all weights").isNotEqualTo(then);
    await("all are judged anew", () -> jobsDone() == 1);
    assertThat(answer(firm)).isEqualTo("[needs-human]");

    HttpResponse<String> own =
        put(officer, Map.of("organisation", firm, "numbers", reached, "source", "评分表"));
    assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
    await("the firm is judged anew", () -> answer(firm).equals("[met]"));
    assertThat(answer(other)).isEqualTo("[needs-human]");

    assertThat(json(firm, today, before)).as("what was known then").isEqualTo(then);
    assertThat(officer.get("/titles/parameters").body()).contains("国科办区〔2026〕1号");
    assertThat(
            database
                .sql("SELECT count(*) FROM ronghe.audit_entry WHERE subject = 'rulebook_parameter'")
                .query(Long.class)
                .single())
        .isEqualTo(91);
  }

  private long jobsDone() {
    return database
        .sql("SELECT count(*) FROM ronghe.job WHERE kind = 'rulebooks.judge' AND state = 'done'")
        .query(Long.class)
        .single();
  }

  private long dues() {
    return database.sql("SELECT count(*) FROM ronghe.judgement_due").query(Long.class).single();
  }

  @Test
  void whatCannotBeIsRefusedAsAWhole() {
    HttpResponse<String> wrong =
        put(
            officer,
            Map.of(
                "numbers",
                Map.of("weight_pct", "101", "weight_awards", "many", "no_such", "1"),
                "source",
                "测试"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("weight_pct").contains("weight_awards").contains("no_such");
    assertThat(put(officer, Map.of("numbers", Map.of("weight_pct", "5"))).statusCode())
        .as("without a source")
        .isEqualTo(400);
    HttpResponse<String> page =
        officer.post("/titles/parameters", "p.weight_pct", "-1", "source", "测试");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("-1");
    long firm = world.rightFirm("自己的企业");
    world.owner("own", firm);
    TestBrowser own = world.node.browser().signIn("own");
    assertThat(put(own, Map.of("numbers", Map.of("weight_pct", "5"), "source", "x")).statusCode())
        .isEqualTo(403);
  }
}
