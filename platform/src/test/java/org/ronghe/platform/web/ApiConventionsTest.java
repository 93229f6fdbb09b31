package org.ronghe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class ApiConventionsTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private TestBrowser administrator = node.browser();
  private long account;

  @BeforeAll
  void people() {
    account = node.person("administrator");
    node.grant(account, Role.ADMINISTRATOR, null);
    administrator = node.browser().signIn("administrator");
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  /// A job that waits for ever: no thread of this node knows of it.
  private long job() throws SQLException {
    try (Connection connection = database.settings().connectAsOwner();
        var statement =
            connection.prepareStatement(
                "INSERT INTO ronghe.job (kind, subject, input, account, actor)"
                    + " VALUES ('ranking.run', 'test', '{}', ?, 'test') RETURNING id")) {
      statement.setLong(1, account);
      var rows = statement.executeQuery();
      rows.next();
      return rows.getLong(1);
    }
  }

  private HttpResponse<String> post(String path, String key, String body) {
    String token = administrator.token();
    return administrator.send(
        HttpRequest.newBuilder(node.at(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("X-XSRF-TOKEN", token)
            .header("X-CSRF-TOKEN", token)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> api(String path) {
    return administrator.send(HttpRequest.newBuilder(node.at(path)));
  }

  @Test
  void aRequestSentTwiceIsDoneOnce() throws SQLException {
    String path = "/api/v1/jobs/" + job() + "/cancel";
    HttpResponse<String> once = post(path, "key-1", "{}");
    assertThat(once.statusCode()).as(once.body()).isEqualTo(200);
    HttpResponse<String> twice = post(path, "key-1", "{}");
    assertThat(twice.statusCode()).isEqualTo(200);
    assertThat(twice.body()).isEqualTo(once.body());
    assertThat(twice.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(post(path, "key-2", "{}").statusCode()).as("it is over").isEqualTo(409);
  }

  @Test
  void aKeyIsForOneRequest() throws SQLException {
    long job = job();
    String path = "/api/v1/jobs/" + job + "/cancel";
    assertThat(post(path, "key-3", "{}").statusCode()).isEqualTo(200);
    assertThat(post(path, "key-3", "{\"other\":1}").statusCode()).isEqualTo(422);
    String other = "/api/v1/jobs/" + job() + "/cancel";
    assertThat(post(other, "key-3", "{}").statusCode()).isEqualTo(422);
    assertThat(post(other, "x".repeat(201), "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void whileOneIsWorkedOnTheOtherWaits() throws SQLException {
    long job = job();
    String path = "/api/v1/jobs/" + job + "/cancel";
    // As a request leaves it that has taken its key and is not done.
    try (Connection connection = database.settings().connectAsOwner();
        var statement =
            connection.prepareStatement(
                "INSERT INTO ronghe.idempotency (account, key, request, digest)"
                    + " VALUES (?, 'key-4', ?, encode(sha256('{}'), 'hex'))")) {
      statement.setLong(1, account);
      statement.setString(2, "POST " + path);
      statement.executeUpdate();
    }
    assertThat(post(path, "key-4", "{}").statusCode()).isEqualTo(409);
  }

  @Test
  void changesNeedTheVersionTheyWereMadeFrom() {
    HttpResponse<String> read = api("/api/v1/settings");
    String etag = read.headers().firstValue("ETag").orElseThrow();
    String body = read.body();
    assertThat(put(body, null).statusCode()).isEqualTo(428);
    assertThat(put(body, "\"0\"").statusCode()).isEqualTo(412);
    assertThat(put(body, etag).statusCode()).isEqualTo(200);
    assertThat(put(body, etag).statusCode()).as("changed meanwhile").isEqualTo(412);
  }

  private HttpResponse<String> put(String body, @org.jspecify.annotations.Nullable String ifMatch) {
    String token = administrator.token();
    var request =
        HttpRequest.newBuilder(node.at("/api/v1/settings"))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token)
            .header("X-CSRF-TOKEN", token)
            .PUT(BodyPublishers.ofString(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return administrator.send(request);
  }

  @Test
  void tooManyRequestsAreHeldBack() {
    try (var other = TestDatabase.fresh();
        var slow = TestNode.start(other, java.util.Map.of("ronghe.api.requests-per-minute", "3"))) {
      TestBrowser nobody = slow.browser();
      for (int i = 0; i < 3; i++) {
        assertThat(nobody.get("/api/v1/settings").statusCode()).isEqualTo(401);
      }
      HttpResponse<String> held = nobody.get("/api/v1/settings");
      assertThat(held.statusCode()).isEqualTo(429);
      assertThat(held.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]?");
      assertThat(nobody.get("/about").statusCode()).as("pages go on").isEqualTo(200);
    }
  }

  @Test
  void everyEndpointIsDescribedAndEveryDescriptionAnswers() {
    JsonNode description = JsonMapper.shared().readTree(api("/api/v1/openapi.json").body());
    assertThat(description.path("openapi").asString("")).startsWith("3.1");
    Set<String> described = new TreeSet<>();
    for (var path : description.path("paths").properties()) {
      for (String verb : path.getValue().propertyNames()) {
        described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
      }
    }
    assertThat(mapped()).hasSizeGreaterThan(10);
    assertThat(described).isEqualTo(mapped());
    for (String operation : described) {
      String[] words = operation.split(" ", 2);
      String path = words[1].replaceAll("\\{[^}]+}", "1");
      var request = HttpRequest.newBuilder(node.at(path));
      request.method(words[0], BodyPublishers.noBody());
      HttpResponse<String> answer = node.browser().send(request);
      assertThat(answer.statusCode()).as(operation).isIn(200, 401, 403, 404, 415, 400);
      assertThat(answer.statusCode()).as(operation).isNotEqualTo(405);
    }
  }

  private Set<String> mapped() {
    Set<String> mapped = new TreeSet<>();
    var all = Objects.requireNonNull(node.part(DispatcherServlet.class).getHandlerMappings());
    for (HandlerMapping handlers : all) {
      if (handlers instanceof RequestMappingHandlerMapping mappings) {
        mappings
            .getHandlerMethods()
            .forEach((mapping, method) -> {
              boolean ours = method.getBeanType().getName().startsWith("org.ronghe.");
              mapping.getPatternValues().stream()
                  .filter(path -> ours && path.startsWith("/api/"))
                  .forEach(path ->
                      mapping
                          .getMethodsCondition()
                          .getMethods()
                          .forEach(verb -> mapped.add(verb + " " + path)));
            });
      }
    }
    return mapped;
  }

  @Test
  void assetsArePackedAndKept() {
    String style = Assets.url("node.css");
    HttpResponse<String> packed =
        node.browser()
            .send(HttpRequest.newBuilder(node.at(style)).header("Accept-Encoding", "gzip, br"));
    assertThat(packed.statusCode()).isEqualTo(200);
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("br");
    assertThat(packed.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(node.browser().get(style).body()).contains("--ronghe-accent");
    assertThat(node.browser().get("/assets/..%2fmanifest.json").statusCode()).isIn(400, 404);
    assertThat(node.browser().get("/assets/manifest.json").statusCode()).isEqualTo(404);
  }
}
