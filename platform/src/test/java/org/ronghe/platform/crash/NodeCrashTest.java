package org.ronghe.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;

/// Kills a running node, and PostgreSQL under a running node, at random moments while people work
/// through its API, and looks afterwards whether all that was acknowledged is there, and nothing is
/// half there. A node whose PostgreSQL was killed has to go on by itself.
///
/// `-Dronghe.crashes=50` for more of them, `-Dronghe.seed=…` to repeat a run.
class NodeCrashTest {
  private static final int CRASHES = Integer.getInteger("ronghe.crashes", 4);
  private static final long SEED = Long.getLong("ronghe.seed", System.nanoTime());
  private static final int WRITERS = 3;
  private static final int LONGEST_LIFE_MILLIS = 2_500;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final String PASSWORD = "a password of this test alone";

  @Test
  void whatWasAcknowledgedOutlivesEveryCrashOfARunningNode() throws Exception {
    System.out.println("node crash test: seed " + SEED + ", crashes " + CRASHES);
    var random = new Random(SEED);
    Path data = TemporaryFolders.make("ronghe-node-crash-");
    long slowestMillis = 0;
    long slowestRevivalMillis = 0;
    Process node = NodeProgram.start(data, PASSWORD);
    try {
      ApiClient api = ApiClient.signIn(NodeProgram.port(node), NodeProgram.OFFICER, PASSWORD);
      var edits = new Edits(api);
      for (int i = 0; i < CRASHES; i++) {
        List<Thread> writers = startWriters(edits, random);
        Thread.sleep(200 + random.nextInt(LONGEST_LIFE_MILLIS));
        long killed = System.nanoTime();
        if (i % 2 == 0) {
          node.destroyForcibly().waitFor();
          stop(writers);
          long start = System.nanoTime();
          node = NodeProgram.start(data, PASSWORD);
          api.moveTo(NodeProgram.port(node));
          slowestMillis = Math.max(slowestMillis, (System.nanoTime() - start) / 1_000_000);
        } else {
          ProcessHandle.of(NodeProgram.server(data)).ifPresent(ProcessHandle::destroyForcibly);
          awaitAnswer(api);
          slowestRevivalMillis =
              Math.max(slowestRevivalMillis, (System.nanoTime() - killed) / 1_000_000);
          stop(writers);
        }
        awaitAnswer(api);
        edits.check(settings(data));
      }
      assertThat(edits.acknowledged()).as("the writers wrote").isGreaterThan(CRASHES * 5L);
      System.out.printf(
          "node crash test: %d kills of the node, %d of PostgreSQL; %,d acknowledged requests, all"
              + " there, none half, %,d refused; audit chain whole after each; slowest start %,d"
              + " ms, slowest revival of PostgreSQL %,d ms%n",
          CRASHES - CRASHES / 2,
          CRASHES / 2,
          edits.acknowledged(),
          edits.refused(),
          slowestMillis,
          slowestRevivalMillis);
    } finally {
      node.destroyForcibly().waitFor();
      EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT).close();
      TemporaryFolders.delete(data);
    }
  }

  private static List<Thread> startWriters(Edits edits, Random random) {
    var writers = new ArrayList<Thread>();
    for (int i = 0; i < WRITERS; i++) {
      var own = new Random(random.nextLong());
      writers.add(Thread.ofPlatform().start(() -> edits.work(own)));
    }
    return writers;
  }

  private static void stop(List<Thread> writers) throws InterruptedException {
    writers.forEach(Thread::interrupt);
    for (Thread writer : writers) {
      writer.join();
    }
  }

  /// Until a write is taken again.
  private static void awaitAnswer(ApiClient api) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    String last = "";
    while (System.nanoTime() < end) {
      try {
        var answer = api.send("PUT", "/api/v1/account/language", "{\"language\":\"en\"}");
        if (answer.statusCode() == 204) {
          return;
        }
        last = answer.statusCode() + answer.body();
      } catch (IOException e) {
        last = e.toString();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the node did not go on: " + last);
  }

  private static DatabaseSettings settings(Path data) throws IOException {
    return EmbeddedPostgres.findRunning(data).orElseThrow();
  }
}
