package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class FactsApiTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private TestBrowser officer = node.browser();
  private TestBrowser second = node.browser();
  private TestBrowser reader = node.browser();

  @BeforeAll
  void people() {
    node.grant(node.person("officer"), Role.BUREAU_OFFICER, null);
    node.grant(node.person("second"), Role.BUREAU_OFFICER, null);
    node.grant(node.person("reader"), Role.DATA_USER, null);
    officer = node.browser().signIn("officer");
    second = node.browser().signIn("second");
    reader = node.browser().signIn("reader");
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void anOrganisationIsChangedFromItsNewestVersionOnly() {
    String path = organisation("甲公司", "武汉");
    var read = get(officer, path);
    assertThat(read.headers().firstValue("ETag")).contains("\"1\"");
    String body = "{\"name\":{\"zh\":\"甲公司\",\"en\":\"\"},\"kind\":\"institute\"}";
    assertThat(send(officer, "PUT", path, body, null).statusCode()).isEqualTo(428);
    var changed = send(officer, "PUT", path, body, "\"1\"");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(json(changed).get("kind").asString()).isEqualTo("institute");
    assertThat(send(officer, "PUT", path, body, "\"1\"").statusCode()).isEqualTo(412);
    assertThat(send(reader, "PUT", path, body, "\"2\"").statusCode()).isEqualTo(403);
    assertThat(node.browser().send(HttpRequest.newBuilder(node.at(path)).GET()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aListIsFilteredSortedAndPagedWithoutGapsOrRepetitions() {
    for (int i = 0; i < 7; i++) {
      organisation("列表" + i, "宜昌");
    }
    var names = new java.util.ArrayList<String>();
    String path = "/api/v1/organisations?filter=region:%E5%AE%9C%E6%98%8C&sort=name:desc&per_page=3";
    String cursor = "";
    while (true) {
      JsonNode part = json(get(reader, path + cursor));
      assertThat(part.get("meta").get("count").asLong()).isEqualTo(7);
      part.get("results").forEach(row -> names.add(row.get("name").get("zh").asString()));
      JsonNode next = part.get("meta").get("next_cursor");
      if (next == null || next.isNull()) {
        next = part.get("meta").get("nextCursor");
      }
      if (next == null || next.isNull()) {
        break;
      }
      cursor = "&cursor=" + next.asString();
    }
    assertThat(names).containsExactly("列表6", "列表5", "列表4", "列表3", "列表2", "列表1", "列表0");
    assertThat(get(reader, "/api/v1/organisations?filter=colour:red").statusCode()).isEqualTo(400);
  }

  @Test
  void factsAreEnteredCorrectedAndReadAtBothTimes() {
    String path = organisation("乙公司", "武汉");
    long firm = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    String year = "\"valid\":{\"from\":\"2024-01-01\",\"to\":\"2025-01-01\"}";
    String revenue = "{\"subject\":" + firm + ",\"attribute\":\"sales_revenue\",\"value\":\"%s\"," + year + "}";
    var made = send(officer, "POST", "/api/v1/facts", revenue.formatted("1200 万元"), null);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode fact = json(made);
    assertThat(fact.get("value").asString()).isEqualTo("CNY 12000000.00");
    assertThat(send(officer, "POST", "/api/v1/facts", revenue.formatted("5"), null).statusCode())
        .isEqualTo(409);
    var wrong = send(officer, "POST", "/api/v1/facts", revenue.formatted("five"), null);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json(wrong).get("fields").get("value").asString()).contains("five", "CNY 1234.56");

    String correction = "/api/v1/facts/" + fact.get("id").asLong() + "/correction";
    String better = "{\"value\":\"1300 万元\",\"reason\":\"audit\"}";
    assertThat(send(officer, "POST", correction, better, null).statusCode()).isEqualTo(200);
    assertThat(send(second, "POST", correction, better, null).statusCode()).isEqualTo(412);
    String at = fact.get("recorded").get("from").asString();
    String state = "/api/v1/facts?subject=" + firm + "&valid=2024-06-01";
    assertThat(values(get(officer, state))).contains("CNY 13000000.00");
    assertThat(values(get(officer, state + "&recorded=" + at))).contains("CNY 12000000.00");
    assertThat(values(get(reader, state))).as("internal").containsExactly("乙公司");
    String history = "/api/v1/facts/history?attribute=sales_revenue&subject=" + firm;
    assertThat(values(get(officer, history))).containsExactly("CNY 12000000.00", "CNY 13000000.00");
  }

  @Test
  void manyFactsComeBackWithTheReasonsOfThoseNotTaken() {
    String path = organisation("丙公司", "武汉");
    String id = path.substring(path.lastIndexOf('/') + 1);
    var answer =
        send(
            officer,
            "POST",
            "/api/v1/facts/bulk",
            "[{\"subject\":" + id + ",\"attribute\":\"size_class\",\"value\":\"small\"},"
                + "{\"subject\":" + id + ",\"attribute\":\"size_class\",\"value\":\"smal\"},"
                + "{\"subject\":" + id + ",\"attribute\":\"nothing\",\"value\":\"1\"}]",
            null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode body = json(answer);
    assertThat(body.get("entered").size()).isEqualTo(1);
    assertThat(body.get("rejects").get(0).get("reason").asString()).contains("small");
    assertThat(body.get("rejects").get(1).get("code").asString()).isEqualTo("no-attribute");
  }

  @Test
  void aMergedOrganisationLeadsToItsSurvivor() {
    String merged = organisation("丁公司", "武汉");
    String survivor = organisation("戊公司", "武汉");
    String body =
        "{\"merged\":%s,\"survivor\":%s,\"reason\":\"same\"}"
            .formatted(
                merged.substring(merged.lastIndexOf('/') + 1),
                survivor.substring(survivor.lastIndexOf('/') + 1));
    JsonNode proposal = json(send(officer, "POST", "/api/v1/merges", body, null));
    String decision = "/api/v1/merges/" + proposal.get("id").asLong() + "/decision";
    assertThat(send(officer, "POST", decision, "{\"accept\":true}", null).statusCode())
        .as("their own proposal")
        .isEqualTo(409);
    assertThat(send(reader, "POST", decision, "{\"accept\":true}", null).statusCode())
        .isEqualTo(403);
    assertThat(send(second, "POST", decision, "{\"accept\":true}", null).statusCode())
        .isEqualTo(200);
    assertThat(get(reader, merged).statusCode()).isEqualTo(301);
    assertThat(get(reader, merged).headers().firstValue("Location").orElse("")).endsWith(survivor);
  }

  @Test
  void theDictionaryIsServed() {
    JsonNode all = json(get(reader, "/api/v1/attributes?subject=person"));
    assertThat(all.size()).isGreaterThan(10);
    assertThat(json(get(reader, "/api/v1/attributes/sales_revenue")).get("name").get("zh").asString())
        .isEqualTo("销售（营业）收入");
    assertThat(get(reader, "/api/v1/attributes/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void peopleAndWorksAreServed() {
    for (String what : java.util.List.of("people", "works")) {
      String kind = what.equals("people") ? "researcher" : "patent";
      var made =
          send(
              officer,
              "POST",
              "/api/v1/" + what,
              "{\"name\":{\"zh\":\"某\",\"en\":\"\"},\"kind\":\"" + kind + "\"}",
              null);
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      String path = made.headers().firstValue("Location").orElseThrow();
      assertThat(json(get(reader, path)).get("kind").asString()).isEqualTo(kind);
      assertThat(json(get(reader, "/api/v1/" + what)).get("results").size()).isEqualTo(1);
    }
  }

  /// Makes an organisation and answers its path.
  private String organisation(String name, String region) {
    var made =
        send(
            officer,
            "POST",
            "/api/v1/organisations",
            "{\"name\":{\"zh\":\"%s\",\"en\":\"\"},\"kind\":\"enterprise\",\"place\":{\"economy\":\"CN\",\"region\":\"%s\",\"district\":\"\"}}"
                .formatted(name, region),
            null);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> get(TestBrowser who, String path) {
    return who.send(
        HttpRequest.newBuilder(node.at(path)).header("Accept-Language", "en").GET());
  }

  private HttpResponse<String> send(
      TestBrowser who,
      String method,
      String path,
      String body,
      @org.jspecify.annotations.Nullable String ifMatch) {
    String token = who.token();
    var request =
        HttpRequest.newBuilder(node.at(path))
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .header("X-XSRF-TOKEN", token)
            .header("X-CSRF-TOKEN", token)
            .method(method, BodyPublishers.ofString(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return who.send(request);
  }

  private static java.util.List<String> values(HttpResponse<String> answer) {
    var values = new java.util.ArrayList<String>();
    json(answer).forEach(fact -> values.add(fact.get("value").asString()));
    return values;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
