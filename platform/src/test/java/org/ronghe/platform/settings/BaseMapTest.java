package org.ronghe.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.problem.OperatorProblem;

/// A standard map with its approval number: uploaded on the page, sent to the API, or configured.
class BaseMapTest {
  private static final String MAP =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":
      {"type":"Polygon","coordinates":[[[100,20],[120,20],[120,40],[100,40],[100,20]]]}}]}\
      """;
  private static final String APPROVAL = "GS(2024)0650号";

  @Test
  void anAdministratorSuppliesAMapAndTakesItBack() {
    try (var database = TestDatabase.fresh();
        var node = TestNode.start(database)) {
      node.grant(node.person("administrator"), Role.ADMINISTRATOR, null);
      TestBrowser browser = node.browser().signIn("administrator");
      HttpResponse<String> none = send(node, browser, "POST", "/settings/map", "no map at all");
      assertThat(none.statusCode()).isEqualTo(400);
      assertThat(browser.get("/api/v1/settings/map").statusCode()).isEqualTo(404);

      HttpResponse<String> taken = send(node, browser, "POST", "/settings/map", MAP);
      assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
      assertThat(browser.get("/settings").body()).contains(APPROVAL);
      String href = href(browser);
      HttpResponse<String> map = node.browser().get(href);
      assertThat(map.body()).isEqualTo(MAP);
      assertThat(map.headers().firstValue("Content-Type").orElse("")).contains("geo+json");

      String other = MAP.replace("120", "121");
      HttpResponse<String> put = send(node, browser, "PUT", "/api/v1/settings/map", other);
      assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
      assertThat(node.browser().get(href).statusCode()).as("the old address").isEqualTo(404);
      assertThat(node.browser().get(href(browser)).body()).isEqualTo(other);
      assertThat(send(node, browser, "PUT", "/api/v1/settings/map", "{}").statusCode())
          .isEqualTo(400);

      assertThat(browser.post("/settings/map/remove").statusCode()).isEqualTo(303);
      assertThat(browser.get("/api/v1/settings/map").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aConfiguredMapIsTakenAtTheStart(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("standard.geojson"), MAP);
    var options = Map.of("base-map", file.toString(), "base-map-approval", APPROVAL);
    try (var database = TestDatabase.fresh()) {
      for (int start = 0; start < 2; start++) {
        try (var node = TestNode.startWith(database, options)) {
          if (start == 0) {
            node.grant(node.person("administrator"), Role.ADMINISTRATOR, null);
          }
          TestBrowser browser = node.browser().signIn("administrator");
          assertThat(browser.get("/api/v1/settings/map").body())
              .contains(APPROVAL)
              .contains("standard.geojson");
          assertThat(browser.get("/api/v1/audit?filter=subject:setting").body())
              .as("taken once, and not again at the second start")
              .containsOnlyOnce("\"action\":\"update\"");
        }
      }
      Files.writeString(file, "no map");
      assertThatExceptionOfType(OperatorProblem.class)
          .isThrownBy(() -> TestNode.startWith(database, options));
      Files.delete(file);
      assertThatExceptionOfType(OperatorProblem.class)
          .isThrownBy(() -> TestNode.startWith(database, options));
    }
  }

  private static String href(TestBrowser browser) {
    String body = browser.get("/api/v1/settings/map").body();
    return body.replaceFirst(".*\"href\":\"([^\"]+)\".*", "$1");
  }

  private static HttpResponse<String> send(
      TestNode node, TestBrowser browser, String method, String path, String map) {
    String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String body =
        part.formatted("_csrf", browser.token())
            + part.formatted("approval", APPROVAL)
            + "--x\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"map.geojson\"\r\n\r\n"
            + map
            + "\r\n--x--\r\n";
    return browser.send(
        HttpRequest.newBuilder(node.at(path))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("X-XSRF-TOKEN", browser.token())
            .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
            .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }
}
