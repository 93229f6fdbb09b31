package org.ronghe.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthTest {
  @Test
  void aNodeSaysHowItIsWithoutSayingMoreThanThat() {
    try (var database = TestDatabase.fresh();
        var node = TestNode.start(database)) {
      HttpResponse<String> answer = node.browser().get("/actuator/health");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode components = JsonMapper.shared().readTree(answer.body()).get("components");
      for (String part : new String[] {"db", "diskSpace", "schema", "searchIndex"}) {
        assertThat(components.path(part).path("status").asString("")).as(part).isEqualTo("UP");
        assertThat(components.get(part).has("details")).as(part).isFalse();
      }
      assertThat(node.browser().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = node.browser().get("/actuator/health/readiness");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(JsonMapper.shared().readTree(ready.body()).get("components").propertyNames())
          .containsExactlyInAnyOrder("db", "readinessState", "schema");

      node.grant(node.person("auditor"), Role.AUDITOR, null);
      assertThat(node.browser().get("/actuator/prometheus").statusCode()).isIn(303, 401, 403);
      String figures = node.browser().signIn("auditor").get("/actuator/prometheus").body();
      assertThat(figures).contains("jvm_memory_used_bytes").contains("http_server_requests");
    }
  }

  @Test
  void tablesOfAnotherVersionMakeANodeUnready() throws SQLException {
    try (var database = TestDatabase.fresh()) {
      Instant now = Instant.parse("2026-01-01T00:00:00Z");
      assertThat(at(database, now).health().getStatus()).isEqualTo(Status.UP);
      execute(
          database,
          "INSERT INTO ronghe.flyway_schema_history SELECT 10000, '9999', 'newer', 'SQL', 'x', 0,"
              + " current_user, now(), 1, true");
      assertThat(at(database, now).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
      execute(
          database,
          "DELETE FROM ronghe.flyway_schema_history WHERE installed_rank >= (SELECT"
              + " max(installed_rank) FROM ronghe.flyway_schema_history WHERE installed_rank <"
              + " 10000)");
      assertThat(at(database, now).health().getStatus())
          .as("a migration is pending")
          .isEqualTo(Status.OUT_OF_SERVICE);
    }
  }

  private static SchemaHealth at(TestDatabase database, Instant now) {
    return new SchemaHealth(database.settings(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.settings().connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
