package org.ronghe.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Jobs from their start to their end, or to the end of the node.
@TestInstance(Lifecycle.PER_CLASS)
class JobsTest {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private static final long HELD_NANOS = 500_000_000;

  private static final int AT_A_TIME = 2;

  private final TestDatabase database = TestDatabase.fresh();
  @TempDir static Path folder;
  private TestNode node;
  private TestBrowser officer;

  @BeforeAll
  void start() {
    node = begin();
    node.grant(node.person("officer"), Role.BUREAU_OFFICER, null);
    node.grant(node.person("registrar"), Role.DATA_USER, null);
    officer = node.browser().signIn("officer");
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  private TestNode begin() {
    return TestNode.startWith(
        database,
        Map.of("ranking-folders", folder.toString()),
        Map.of("spring.main.sources", HeldJob.class.getName()));
  }

  /// An order of a ranking of two towns with so many patents.
  private static String twoTowns(int patents) throws IOException {
    var rows = new StringBuilder("id,year,person,organisation,lat,lon\n");
    for (int i = 0; i < patents; i++) {
      boolean wuhan = i % 2 == 0;
      rows.append(
          "P%d,2020,Somebody %d,Firm %d,%s\n"
              .formatted(i, i, i % 5, wuhan ? "30.50,114.41" : "31.23,121.47"));
    }
    Path table = Files.writeString(folder.resolve(patents + ".csv"), rows);
    return "{\"patents\":[\"%s\"],\"method\":\"gii-2024\",\"minWeight\":\"3\",\"note\":\"two towns\"}"
        .formatted(table);
  }

  @Test
  void aRankingOfFilesOfTheServerIsMadeAndTakenIn() throws IOException {
    HttpResponse<String> order = order(twoTowns(40));
    assertThat(order.statusCode()).as(order.body()).isEqualTo(202);
    JsonNode job = awaitEnd(order);
    assertThat(job.at("/progress/state").asString()).as(job.toString()).isEqualTo("DONE");
    assertThat(job.get("subject").asString()).isEqualTo("two towns");
    String ranking = job.get("result").asString();
    assertThat(officer.get(ranking).statusCode()).isEqualTo(200);
    JsonNode clusters = json(officer.get("/api/v1" + ranking + "/clusters"));
    assertThat(clusters.get("results").size()).isEqualTo(2);
    assertThat(json(officer.get("/api/v1/jobs/" + job.get("id").asLong() + "/lines")).size())
        .isGreaterThan(2);
    assertThat(officer.get("/jobs/" + job.get("id").asLong()).body()).contains("two towns");
  }

  @Test
  void whatCannotBeRankedIsSaidBeforeAnythingStarts() {
    HttpResponse<String> outside = order("{\"patents\":[\"/etc/passwd\"],\"method\":\"gii-2024\"}");
    assertThat(outside.statusCode()).isEqualTo(400);
    assertThat(json(outside).get("fields").has("patents")).isTrue();
    assertThat(order("{\"method\":\"no-such\"}").statusCode()).isEqualTo(400);
    assertThat(order(node.browser().signIn("registrar"), "{\"demo\":true}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRankingThatFailsSaysWhy() throws IOException {
    Path table = Files.writeString(folder.resolve("other.csv"), "nothing,here\n1,2\n");
    JsonNode job =
        awaitEnd(order("{\"patents\":[\"%s\"],\"method\":\"gii-2024\"}".formatted(table)));
    assertThat(job.at("/progress/state").asString()).isEqualTo("FAILED");
    assertThat(job.get("problem").asString()).isNotBlank();
  }

  @Test
  void aJobThatTheEndOfTheNodeInterruptedIsSaidSoAndDoneAgain() throws IOException {
    List<String> held = IntStream.range(0, AT_A_TIME).mapToObj(_ -> held()).toList();
    HttpResponse<String> order = order(twoTowns(60));
    assertThat(order.statusCode()).as(order.body()).isEqualTo(202);
    String path = order.headers().firstValue("Location").orElseThrow();
    node.close();
    node = begin();
    officer = node.browser().signIn("officer");
    assertThat(state(path)).isEqualTo("INTERRUPTED");
    assertThat(held).extracting(this::state).containsOnly("INTERRUPTED");
    HttpResponse<String> again = send(officer, path + "/repeat", "{}");
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    JsonNode job = awaitEnd(again);
    assertThat(job.at("/progress/state").asString()).as(job.toString()).isEqualTo("DONE");
    assertThat(officer.get(job.get("result").asString()).body()).contains("two towns");
    assertThat(send(officer, path + "/repeat", "{}").statusCode())
        .as("this very result is there already")
        .isEqualTo(201);
  }

  @Test
  void aJobOfATransactionBeginsWhenThatIsCommitted() {
    // Long enough for a thread that does not wait to look for a row that is not there.
    String job = verifying(_ -> LockSupport.parkNanos(HELD_NANOS));
    assertThat(awaitEnd(job).at("/progress/state").asString()).isEqualTo("DONE");
    String never = verifying(TransactionStatus::setRollbackOnly);
    assertThat(officer.get(never).statusCode()).isEqualTo(404);
  }

  /// The path of a job that was started in a transaction in which something else is done then.
  private String verifying(Consumer<TransactionStatus> then) {
    var transaction = new TransactionTemplate(node.part(PlatformTransactionManager.class));
    Supplier<String> work =
        () ->
            transaction.execute(status -> {
              long job = node.part(Jobs.class).start("audit.verify", "held", Map.of());
              then.accept(status);
              return "/api/v1/jobs/" + job;
            });
    return Actors.getAs(Actor.system("test"), work);
  }

  /// The path of a job that lasts until it is interrupted.
  private String held() {
    long job =
        Actors.getAs(
            Actor.system("test"),
            () -> node.part(Jobs.class).start(HeldJob.CODE, "held", Map.of()));
    return "/api/v1/jobs/" + job;
  }

  private HttpResponse<String> order(String json) {
    return order(officer, json);
  }

  private HttpResponse<String> order(TestBrowser browser, String json) {
    return send(browser, "/api/v1/ranking-sources/run", json);
  }

  private HttpResponse<String> send(TestBrowser browser, String path, String json) {
    return browser.send(
        HttpRequest.newBuilder(node.at(path))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", browser.token())
            .POST(BodyPublishers.ofString(json)));
  }

  private JsonNode awaitEnd(HttpResponse<String> started) {
    return awaitEnd(started.headers().firstValue("Location").orElseThrow());
  }

  private JsonNode awaitEnd(String path) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      JsonNode job = json(officer.get(path));
      String state = job.at("/progress/state").asString();
      if (!JobState.valueOf(state).open()) {
        return job;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("the job does not end: " + officer.get(path).body());
  }

  private String state(String path) {
    return json(officer.get(path)).at("/progress/state").asString();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /// Keeps its thread until the node stops: what is ordered behind as many of these as are done at
  /// a time has not begun, however fast the machine is.
  static final class HeldJob implements JobKind {
    static final String CODE = "test.held";

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public void run(JobRun run) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }
}
