package org.ronghe.platform.ranking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.web.PageRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class RankingPagesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private TestBrowser officer = node.browser();
  private TestBrowser reader = node.browser();
  private String first = "";
  private String second = "";

  @BeforeAll
  void twoRankings() throws IOException {
    node.grant(node.person("officer"), Role.BUREAU_OFFICER, null);
    node.grant(node.person("reader"), Role.AUDITOR, null);
    node.grant(node.person("administrator"), Role.ADMINISTRATOR, null);
    officer = node.browser().signIn("officer");
    reader = node.browser().signIn("reader");
    first = taken(upload(officer, SampleResult.good().zip()));
    second =
        taken(
            upload(
                officer,
                SampleResult.good()
                    .change(ResultFolder.CLUSTERS, "\"score\": 12.5", "\"score\": 13.5")
                    .zip()));
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  private static String taken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> upload(TestBrowser browser, byte[] zip) throws IOException {
    String boundary = "----ronghe";
    var body = new ByteArrayOutputStream();
    String head =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.zip\"\r\nContent-Type: application/zip\r\n\r\n"
            .formatted(boundary, browser.token());
    body.write(head.getBytes(StandardCharsets.UTF_8));
    body.write(zip);
    body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return browser.send(
        HttpRequest.newBuilder(node.at("/rankings/import"))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  @Test
  void everyPageIsThereInBothLanguages() {
    for (String language : List.of("en", "zh")) {
      assertThat(officer.get("/choose/language/" + language).statusCode()).isEqualTo(303);
      for (String path :
          List.of(
              "/",
              "/about",
              "/api",
              "/rankings",
              "/rankings/import",
              second,
              second + "?q=shanghai&sort=pct:desc",
              second + "?q=nothing-like-this",
              second + "/clusters/3",
              second + "/clusters/8",
              second + "/collaboration",
              second + "/method",
              second + "/quality",
              "/jobs")) {
        HttpResponse<String> page = officer.get(path);
        assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
        PageRules.check(page, language.equals("zh") ? "zh-CN" : "en");
      }
      HttpResponse<String> missing = officer.get("/nowhere");
      assertThat(missing.statusCode()).isEqualTo(404);
      PageRules.check(missing, language.equals("zh") ? "zh-CN" : "en");
    }
  }

  @Test
  void namesFromFilesAreTextsAndNoMarkup() {
    String page = reader.get(second + "/clusters/3").body();
    assertThat(page).contains("University of &lt;Tokyo&gt;").doesNotContain("<Tokyo>");
  }

  @Test
  void tableAndMapShowTheSameSelection() {
    String page = reader.get(second + "?q=shanghai").body();
    assertThat(page).contains("data-selection=\"8\"");
    assertThat(page).containsPattern("data-cluster=\"8\"[^>]*class=\" ?(own)?\"");
    assertThat(page).containsPattern("data-cluster=\"3\"[^>]*class=\"other ?\"");
    assertThat(reader.get(second + "?q=medicine+college").body()).contains("data-selection=\"\"");
    assertThat(reader.get(second + "?q=japan").body()).contains("data-selection=\"3\"");
  }

  @Test
  void aReaderNeitherTakesInNorRemoves() throws IOException {
    assertThat(reader.get("/rankings").body()).doesNotContain("/rankings/import");
    assertThat(reader.get("/rankings/import").statusCode()).isEqualTo(403);
    assertThat(upload(reader, SampleResult.good().zip()).statusCode()).isEqualTo(403);
    assertThat(reader.post(first + "/remove").statusCode()).isEqualTo(403);
    assertThat(reader.get(first).statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyIsSentToSignInAndBack() {
    HttpResponse<String> answer = node.browser().get(second + "?q=x");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in?next=" + org.ronghe.platform.web.View.encoded(second + "?q=x"));
  }

  @Test
  void whatIsWrongWithAResultIsToldAtOnceAndNothingIsKept() throws IOException {
    HttpResponse<String> answer =
        upload(
            officer,
            SampleResult.good()
                .change(ResultFolder.CLUSTERS, "\"rank\": 2", "\"rank\": 0")
                .without(ResultFolder.RUN)
                .zip());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("run.json");
    answer =
        upload(
            officer,
            SampleResult.good()
                .change(ResultFolder.CLUSTERS, "\"rank\": 2", "\"rank\": 0")
                .change(ResultFolder.COLLABORATION, "4.5", "much")
                .zip());
    assertThat(answer.body())
        .contains("clusters.json.clusters[1].rank")
        .contains("collaboration.csv:3");
    assertThat(json("/api/v1/rankings").path("results").size()).isEqualTo(2);
    HttpResponse<String> again = upload(officer, SampleResult.good().zip());
    assertThat(again.statusCode()).as("the same result twice").isEqualTo(409);
  }

  @Test
  void theApiPagesSortsFiltersAndChooses() {
    String clusters = "/api/v1" + second + "/clusters";
    JsonNode one = json(clusters + "?per_page=1&sort=score:desc");
    assertThat(one.path("meta").path("count").asInt()).isEqualTo(2);
    assertThat(one.path("results").get(0).path("label").asInt()).isEqualTo(3);
    String cursor = one.path("meta").path("nextCursor").asString("");
    JsonNode two = json(clusters + "?per_page=1&sort=score:desc&cursor=" + cursor);
    assertThat(two.path("results").get(0).path("label").asInt()).isEqualTo(8);
    assertThat(two.path("meta").has("nextCursor")).isFalse();
    assertThat(json(clusters + "?filter=economy:CN").path("results").size()).isEqualTo(1);
    assertThat(json(clusters + "?filter=pct:%3E90,near_tie:false").path("results").size())
        .isEqualTo(1);
    assertThat(json(clusters + "?fields=label").path("results").get(0).propertyNames())
        .containsExactly("label");
  }

  @Test
  void theApiSaysWhatItCannotRead() {
    HttpResponse<String> answer = reader.get("/api/v1" + second + "/clusters?filter=nonsense:1");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo("filter-invalid");
    assertThat(problem.path("detail").asString()).contains("nonsense");
    assertThat(api(reader, "/api/v1" + second + "/clusters?cursor=x").statusCode()).isEqualTo(400);
    assertThat(api(reader, "/api/v1/rankings/999999").statusCode()).isEqualTo(404);
    assertThat(api(node.browser(), "/api/v1/rankings").statusCode()).isEqualTo(401);
  }

  @Test
  void exportsWhatIsChosen() {
    HttpResponse<String> csv = reader.get(second + "/export?format=csv&q=shanghai");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("\uFEFFrank,name,name_zh")
        .contains("上海–苏州")
        .doesNotContain("Tokyo");
    JsonNode rows = JsonMapper.shared().readTree(reader.get(second + "/export?format=json").body());
    assertThat(rows.size()).isEqualTo(2);
    assertThat(reader.get(second + "/export?format=xlsx").statusCode()).isEqualTo(200);
    assertThat(reader.get(second + "/export?format=exe").statusCode()).isEqualTo(400);
  }

  @Test
  void theStoryIsToldFromOurSide() {
    TestBrowser administrator = node.browser().signIn("administrator");
    assertThat(administrator.get("/settings").statusCode()).isEqualTo(200);
    PageRules.check(administrator.get("/settings"), "en");
    assertThat(officer.get("/settings").statusCode()).isEqualTo(403);
    HttpResponse<String> saved =
        administrator.post(
            "/settings", "version", "1", "nameEnglish", "Suzhou Node", "ownCluster", "Suzhou");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    String page = node.browser().signIn("reader").get(second).body();
    assertThat(page).contains("Suzhou Node").contains("Shanghai–Suzhou: rank 2 of 2, as before");
    assertThat(page).contains("3.25 points behind Tokyo–Yokohama.");
    HttpResponse<String> late = administrator.post("/settings", "version", "1", "contact", "me");
    assertThat(late.statusCode()).as("an older version").isEqualTo(412);
  }

  @Test
  void placesAreGeoJsonForTheMap() {
    JsonNode places = json(second + "/places");
    assertThat(places.path("features").size()).isEqualTo(2);
    assertThat(places.path("features").get(0).path("geometry").path("type").asString())
        .isEqualTo("MultiPolygon");
  }

  private HttpResponse<String> api(TestBrowser browser, String path) {
    return browser.send(HttpRequest.newBuilder(node.at(path)));
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = api(reader, path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
