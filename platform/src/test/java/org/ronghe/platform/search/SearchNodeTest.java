package org.ronghe.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.web.PageRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchNodeTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestNode NODE = TestNode.start(DATABASE);
  private static final JdbcClient OWNER = JdbcClient.create(owner());

  private static final String JIANGCHENG = URLEncoder.encode("江城", StandardCharsets.UTF_8);
  private static final TestBrowser READER = NODE.browser();

  @BeforeAll
  static void enter() throws InterruptedException {
    NODE.person("reader");
    READER.signIn("reader");
    organisation("武汉大学", "Wuhan University");
    organisation("<b>粗体</b>研究所", "<script>alert(1)</script> Institute");
    for (int i = 0; i < 25; i++) {
      organisation("江城第" + i + "中学", "");
    }
    awaitCount(JIANGCHENG, 25);
  }

  @AfterAll
  static void close() {
    NODE.close();
    DATABASE.close();
  }

  @Test
  void showsWhatWasFoundWithMarksInBothLanguages() {
    for (String language : List.of("zh", "en")) {
      assertThat(READER.get("/choose/language/" + language).statusCode()).isEqualTo(303);
      for (String path :
          List.of("/search", "/search?q=wuhan", "/search?q=qqqq", "/search?q=wuhon")) {
        HttpResponse<String> page = READER.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        PageRules.check(page, language.equals("zh") ? "zh-CN" : "en");
      }
      assertThat(READER.get("/search?q=wuhan").body())
          .contains("<mark>Wuhan</mark> University")
          .contains("<mark>武汉</mark>大学")
          .contains("href=\"/organisations/");
    }
  }

  @Test
  void escapesWhatNamesAndReadersWrite() {
    for (String path :
        new String[] {
          "/search?q=script", "/search/quick?q=script", "/search?q=%3Cscript%3Ealert(1)"
        }) {
      String body = READER.get(path).body();
      assertThat(body).as(path).doesNotContain("<script>").doesNotContain("<b>");
      assertThat(body).as(path).contains("&lt;<mark>script</mark>&gt;");
    }
  }

  @Test
  void offersTheBestWhileTyping() {
    HttpResponse<String> quick = READER.get("/search/quick?q=whd");
    assertThat(quick.statusCode()).isEqualTo(200);
    assertThat(quick.body()).doesNotContain("<html").contains("<mark>武汉大</mark>学");
    assertThat(READER.get("/search/quick?q=").body().strip()).isEmpty();
  }

  @Test
  void turnsPages() {
    String first = READER.get("/search?q=" + JIANGCHENG + "&kind=organisation").body();
    String second = READER.get("/search?q=" + JIANGCHENG + "&kind=organisation&page=2").body();
    assertThat(count(first, "class=\"hit\"")).isEqualTo(20);
    assertThat(count(second, "class=\"hit\"")).isEqualTo(5);
    assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
    assertThat(second).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    assertThat(count(READER.get("/search?q=" + JIANGCHENG).body(), "class=\"hit\"")).isEqualTo(5);
    for (String page : new String[] {"0", "-1", "x", "99999"}) {
      assertThat(
              READER
                  .get("/search?q=" + JIANGCHENG + "&kind=organisation&page=" + page)
                  .statusCode())
          .as(page)
          .isEqualTo(200);
    }
  }

  @Test
  void answersPrograms() {
    JsonNode first = api("q=" + JIANGCHENG + "&kind=organisation&per_page=20");
    assertThat(first.get("results").size()).isEqualTo(20);
    assertThat(first.get("meta").get("counts").get("organisation").asInt()).isEqualTo(25);
    JsonNode name = first.get("results").get(0).get("names").get(0);
    assertThat(name.get("parts").get(0).get("text").asString()).isEqualTo("江城");
    assertThat(name.get("parts").get(0).get("marked").asBoolean()).isTrue();
    String cursor = first.get("meta").get("nextCursor").asString();
    JsonNode second = api("q=" + JIANGCHENG + "&kind=organisation&per_page=20&cursor=" + cursor);
    assertThat(second.get("results").size()).isEqualTo(5);
    assertThat(status("/api/v1/search?q=a&kind=dragon", READER)).isEqualTo(400);
    assertThat(status("/api/v1/search?q=a&kind=person&cursor=" + cursor, READER)).isEqualTo(400);
  }

  @Test
  void answersNobodyWhoHasNotSignedIn() {
    TestBrowser stranger = NODE.browser();
    assertThat(status("/api/v1/search?q=" + JIANGCHENG, stranger)).isEqualTo(401);
    assertThat(stranger.get("/search?q=" + JIANGCHENG).body()).doesNotContain("江城第");
    assertThat(stranger.get("/search/quick?q=" + JIANGCHENG).body()).doesNotContain("江城第");
  }

  @Test
  void followsAnEditWithinAFewSeconds() throws InterruptedException {
    OWNER.sql("UPDATE organisation SET name_en = 'Luojia Hill' WHERE name_zh = '江城第7中学'").update();
    awaitCount("luojia", 1);
    assertThat(NODE.part(Search.class).health().complete()).isTrue();
  }

  private static JsonNode api(String query) {
    String body =
        READER
            .send(
                HttpRequest.newBuilder(NODE.at("/api/v1/search?" + query))
                    .header("Accept", "application/json"))
            .body();
    return JsonMapper.shared().readTree(body);
  }

  private static int status(String path, TestBrowser browser) {
    return browser
        .send(HttpRequest.newBuilder(NODE.at(path)).header("Accept", "application/json"))
        .statusCode();
  }

  private static void awaitCount(String text, int count) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    JsonNode found;
    do {
      Thread.sleep(100);
      found = api("q=" + text).get("meta").get("counts").get("organisation");
    } while ((found == null || found.asInt() != count) && Instant.now().isBefore(end));
    assertThat(found).as(text).isNotNull();
    assertThat(found.asInt()).as(text).isEqualTo(count);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static void organisation(String chinese, String english) {
    OWNER
        .sql(
            """
            WITH s AS (
              INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE
              SELECT n, 'organisation', n FROM nextval(pg_get_serial_sequence('ronghe.subject', 'id')) AS n
              RETURNING id)
            INSERT INTO organisation (id, name_zh, name_en, kind) SELECT id, ?, ?, 'institute' FROM s\
            """)
        .params(chinese, english)
        .update();
  }

  private static PGSimpleDataSource owner() {
    var source = (PGSimpleDataSource) DATABASE.owner();
    source.setCurrentSchema("ronghe");
    return source;
  }
}
