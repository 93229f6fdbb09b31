package org.ronghe.platform.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.web.PageRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node with the language models that come along.
class MatchingNodeTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestNode NODE = TestNode.start(DATABASE);
  private static final CatalogueTable CATALOGUE = new CatalogueTable(DATABASE.owner());
  private static final String NEED = "锂离子电池防爆隔膜";
  private static final String DEMANDS = "需要一种耐高温的电池隔膜，厚度不超过20微米，孔隙率≥45%。";

  @BeforeAll
  static void enter() throws InterruptedException {
    CATALOGUE.standAlone();
    CATALOGUE.enter(
        1,
        "高安全锂电池陶瓷隔膜",
        "本成果研制的陶瓷涂覆隔膜厚度为16微米，孔隙率40%，180℃下不收缩。",
        "[{\"name\": \"李明\", \"organisation\": \"江城大学\", \"part\": \"研制\"}]");
    CATALOGUE.enter(2, "面向老人的语音提醒机器人", "语音提醒<script>alert(1)</script>。");
    CATALOGUE.enter(3, "一种活性染料", "用于棉织物染色，固色率高。");
    CATALOGUE.enter(4, "Thermally stable battery separators", "Separators that do not shrink.");
    CATALOGUE.enter(5, "锂电池隔膜的陶瓷涂覆工艺", "陶瓷涂覆，厚度16微米。");
    for (int i = 0; i < 600; i++) {
      if (NODE.part(Matching.class).health().waiting() == 0) {
        return;
      }
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void close() {
    NODE.close();
    DATABASE.close();
  }

  @Test
  void showsWhatAnswersWithReasonsInBothLanguages() {
    for (String language : List.of("zh", "en")) {
      TestBrowser stranger = NODE.browser();
      assertThat(stranger.get("/choose/language/" + language).statusCode()).isEqualTo(303);
      HttpResponse<String> empty = stranger.get("/match");
      assertThat(empty.statusCode()).isEqualTo(200);
      PageRules.check(empty, language.equals("zh") ? "zh-CN" : "en");
      HttpResponse<String> page = stranger.post("/match", "q", NEED, "text", DEMANDS);
      assertThat(page.statusCode()).isEqualTo(200);
      PageRules.check(page, language.equals("zh") ? "zh-CN" : "en");
      String body = page.body();
      assertThat(body.indexOf("/catalogue/1\"")).isPositive();
      assertThat(body.indexOf("/catalogue/1\"")).isLessThan(body.indexOf("/catalogue/3\""));
      assertThat(body).contains("<mark>").contains("16微米").contains("40%").contains("李明");
    }
  }

  @Test
  void showsWhatIsLikeAnAchievementButNotItself() {
    HttpResponse<String> page = NODE.browser().get("/catalogue/1/similar");
    assertThat(page.statusCode()).isEqualTo(200);
    String answers = page.body().substring(page.body().indexOf("id=\"answers\""));
    answers = answers.substring(0, answers.indexOf("</section>"));
    assertThat(answers).doesNotContain("/catalogue/1\"");
    assertThat(answers.indexOf("/catalogue/5\"")).isPositive();
    assertThat(NODE.browser().get("/catalogue/77/similar").statusCode()).isEqualTo(404);
  }

  @Test
  void whoSearchesSeesWhatAnswersByItsMeaning() {
    NODE.person("seeker");
    TestBrowser seeker = NODE.browser();
    seeker.signIn("seeker");
    String words = URLEncoder.encode("battery separator", StandardCharsets.UTF_8);
    assertThat(seeker.get("/search?q=" + words).body())
        .contains("data-hx-get=\"/match/brief?q=battery");
    String part = seeker.get("/match/brief?q=" + words).body();
    assertThat(part).doesNotContain("<html");
    assertThat(part).contains("/catalogue/4\"").contains("/catalogue/1\"").contains("隔膜");
    assertThat(part).doesNotContain("/catalogue/3\"");
    assertThat(seeker.get("/match/brief?kind=organisation&q=" + words).body())
        .contains("/organisations/")
        .doesNotContain("/catalogue/4\"");
    assertThat(seeker.get("/match/brief?q=91420100MA4K00000X").body())
        .doesNotContain("/catalogue/");
    assertThat(NODE.browser().get("/match/brief?q=" + words).statusCode()).isEqualTo(302);
  }

  @Test
  void escapesWhatIsTypedAndWhatIsFound() {
    String body =
        NODE.browser()
            .post("/match", "q", "<b>语音</b>提醒", "text", "<script>alert(2)</script>")
            .body();
    assertThat(body).doesNotContain("<script>alert").doesNotContain("<b>语音");
    assertThat(body).contains("&lt;b");
  }

  @Test
  void answersPrograms() {
    JsonNode answer = json("/api/v1/match?q=" + URLEncoder.encode(NEED, StandardCharsets.UTF_8));
    JsonNode best = answer.get("offers").get(0);
    assertThat(best.get("achievement").asInt()).isIn(1, 5);
    assertThat(best.get("reasons").get("terms").toString()).contains("隔膜");
    assertThat(best.get("reasons").get("answered").asString()).contains("[");
    assertThat(answer.get("organisations").size()).isPositive();
    assertThat(json("/api/v1/match").get("offers").size()).isZero();
    JsonNode similar = json("/api/v1/catalogue/1/similar?limit=2");
    assertThat(similar.get("offers").size()).isEqualTo(2);
    assertThat(similar.get("offers").get(0).get("achievement").asInt()).isEqualTo(5);
  }

  @Test
  void takesANeedWithItsDemandsFromPrograms() {
    NODE.person("reader");
    TestBrowser reader = NODE.browser();
    reader.signIn("reader");
    String need = JsonMapper.shared().writeValueAsString(new Need(NEED, DEMANDS));
    HttpResponse<String> answer =
        reader.send(
            HttpRequest.newBuilder(NODE.at("/api/v1/match"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", reader.token())
                .POST(HttpRequest.BodyPublishers.ofString(need)));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode offers = JsonMapper.shared().readTree(answer.body()).get("offers");
    JsonNode separator =
        offers
            .valueStream()
            .filter(offer -> offer.get("achievement").asInt() == 1)
            .findFirst()
            .orElseThrow();
    JsonNode demands = separator.get("reasons").get("demands");
    assertThat(demands.valueStream().map(one -> one.get("verdict").asString()).toList())
        .containsExactly("met", "not-met");
  }

  private record Need(String title, String text) {}

  @Test
  void whatIsNoLongerPublicDoesNotAnswer() {
    CATALOGUE.enter(6, "量子点显示薄膜", "量子点");
    CATALOGUE.remove(6);
    JsonNode answer =
        json("/api/v1/match?q=" + URLEncoder.encode("量子点显示薄膜", StandardCharsets.UTF_8));
    assertThat(
            answer
                .get("offers")
                .valueStream()
                .map(offer -> offer.get("achievement").asInt())
                .toList())
        .doesNotContain(6);
  }

  private static JsonNode json(String path) {
    HttpResponse<String> answer =
        NODE.browser()
            .send(HttpRequest.newBuilder(NODE.at(path)).header("Accept", "application/json"));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
