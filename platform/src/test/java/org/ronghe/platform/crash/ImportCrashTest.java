package org.ronghe.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.database.Migrations;
import tools.jackson.databind.JsonNode;

/// Kills a node with SIGKILL while it takes an import in, again and again, and looks whether the
/// import goes on each time where it was, so that every row is there once at the end.
///
/// `-Dronghe.crash-rows=50000` for a larger file, `-Dronghe.seed=…` to repeat a run.
class ImportCrashTest {
  private static final int ROWS = Integer.getInteger("ronghe.crash-rows", 8_000);
  private static final long SEED = Long.getLong("ronghe.seed", System.nanoTime());
  private static final int KILLS = 3;
  private static final int LONGEST_WAIT_MILLIS = 300;
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final String PASSWORD = "a password of this test alone";

  @Test
  void anImportGoesOnAfterEveryKillAndNothingIsDoubledOrLost() throws Exception {
    System.out.println("import crash test: seed " + SEED + ", rows " + ROWS);
    var random = new Random(SEED);
    Path data = TemporaryFolders.make("ronghe-import-crash-");
    Process node = NodeProgram.start(data, PASSWORD);
    try {
      ApiClient api = ApiClient.signIn(NodeProgram.port(node), NodeProgram.OFFICER, PASSWORD);
      String run = "/api/v1/imports/" + uploaded(api);
      await(api, run, "CHECKED", 0);
      int inTheMiddle = 0;
      long taken = 0;
      for (int i = 0; i < KILLS; i++) {
        assertThat(api.send("POST", run + "/take", "").statusCode()).isEqualTo(200);
        await(api, run, "TAKEN", taken + 1);
        Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
        node.destroyForcibly().waitFor();
        node = NodeProgram.start(data, PASSWORD);
        api.moveTo(NodeProgram.port(node));
        JsonNode now = ApiClient.json(api.send("GET", run, ""));
        taken = now.at("/counts/taken").asLong();
        if (now.get("state").asString().equals("TAKEN")) {
          break;
        }
        inTheMiddle++;
        assertThat(taken).as("what was entered stays").isBetween(1L, ROWS - 1L);
        assertThat(rows(data, "achievement")).as("and is what the import says").isEqualTo(taken);
      }
      assertThat(inTheMiddle).as("killed in the middle").isPositive();
      HttpResponse<String> again = api.send("POST", run + "/take", "");
      assertThat(again.statusCode()).as(again.body()).isIn(200, 409);
      JsonNode end = await(api, run, "TAKEN", Long.MAX_VALUE);
      assertThat(end.at("/counts/taken").asInt()).isEqualTo(ROWS);
      check(EmbeddedPostgres.findRunning(data).orElseThrow());
      System.out.printf(
          "import crash test: killed %d times in the middle, every row there once%n", inTheMiddle);
    } finally {
      node.destroyForcibly().waitFor();
      EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT).close();
      TemporaryFolders.delete(data);
    }
  }

  private static long uploaded(ApiClient api) throws IOException, InterruptedException {
    long organisation =
        ApiClient.json(
                api.send(
                    "POST",
                    "/api/v1/organisations",
                    "{\"name\":{\"zh\":\"导入大学\",\"en\":\"\"},\"kind\":\"university\"}"))
            .get("id")
            .asLong();
    var table = new StringBuilder("title_zh,work_class,contributors,holders\n");
    for (int i = 0; i < ROWS; i++) {
      table.append("成果").append(i).append(",applied,李华|导入大学|设计;王敏|导入大学|试验,导入大学=1\n");
    }
    HttpResponse<String> answer =
        api.upload(
            "/api/v1/imports",
            Map.of("kind", "achievements", "organisation", Long.toString(organisation)),
            "many.csv",
            table.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return ApiClient.json(answer).get("id").asLong();
  }

  /// Until an import is in a state, or has taken so many rows.
  private static JsonNode await(ApiClient api, String run, String state, long rows)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    JsonNode now = ApiClient.json(api.send("GET", run, ""));
    while (!now.get("state").asString().equals(state)
        && (rows == 0 || now.at("/counts/taken").asLong() < rows)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the import does not go on: " + now);
      }
      Thread.sleep(20);
      now = ApiClient.json(api.send("GET", run, ""));
    }
    return now;
  }

  private static long rows(Path data, String table) throws IOException, SQLException {
    return number(EmbeddedPostgres.findRunning(data).orElseThrow(), "count(*) FROM " + table);
  }

  private static long number(DatabaseSettings settings, String query) throws SQLException {
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement()) {
      connection.setSchema(Migrations.SCHEMA);
      try (var row = statement.executeQuery("SELECT " + query)) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void check(DatabaseSettings settings) throws SQLException {
    assertThat(number(settings, "count(*) FROM achievement")).isEqualTo(ROWS);
    assertThat(number(settings, "count(DISTINCT title) FROM achievement")).isEqualTo(ROWS);
    assertThat(number(settings, "count(*) FROM achievement_party")).isEqualTo(3L * ROWS);
    assertThat(number(settings, "count(DISTINCT achievement) FROM achievement_key"))
        .isEqualTo(ROWS);
    try (Connection connection = settings.connectAsOwner()) {
      connection.setSchema(Migrations.SCHEMA);
      assertThat(AuditChain.check(connection, null)).isInstanceOf(AuditChain.Whole.class);
    }
  }
}
