package org.ronghe.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.database.EmbeddedPostgres;

/// Kills the node's process and PostgreSQL at random moments while both are writing, and looks
/// after each start whether all that was acknowledged is there, and nothing is half there.
///
/// `-Dronghe.crashes=50` for more of them, `-Dronghe.seed=…` to repeat a run.
class CrashTest {
  private static final int CRASHES = Integer.getInteger("ronghe.crashes", 8);
  private static final long SEED = Long.getLong("ronghe.seed", System.nanoTime());
  private static final int LONGEST_LIFE_MILLIS = 1_500;

  private final Acknowledged acknowledged = new Acknowledged();

  @Test
  void whatWasAcknowledgedOutlivesEveryCrash() throws Exception {
    System.out.println("crash test: seed " + SEED + ", crashes " + CRASHES);
    var random = new Random(SEED);
    Path folder = TemporaryFolders.make("ronghe-crash-");
    int ofNodes = 0;
    long slowestMillis = 0;
    try (var _ = new Sweep(folder)) {
      for (int i = 0; i < CRASHES; i++) {
        long start = System.nanoTime();
        Process node = start(folder, random.nextLong());
        BufferedReader lines = node.inputReader();
        long server = awaitReady(lines);
        slowestMillis = Math.max(slowestMillis, (System.nanoTime() - start) / 1_000_000);
        if (i > 0) {
          acknowledged.check(EmbeddedPostgres.findRunning(folder).orElseThrow());
        }
        Thread reader = Thread.ofPlatform().start(() -> take(lines));
        Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
        boolean ofNode = i % 2 == 0;
        if (ofNode) {
          node.destroyForcibly();
          ofNodes++;
        } else {
          ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
        }
        node.waitFor();
        reader.join();
      }
      try (var postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.FREE_PORT)) {
        acknowledged.check(postgres.settings());
      }
    }
    assertThat(acknowledged.transactions()).as("the writers wrote").isGreaterThan(CRASHES * 5L);
    System.out.printf(
        "crash test: %d kills of the node, %d of PostgreSQL; %,d acknowledged transactions, all"
            + " there, none half; audit chain whole after each; slowest start %,d ms%n",
        ofNodes, CRASHES - ofNodes, acknowledged.transactions(), slowestMillis);
  }

  /// Stops what a failed test left running and removes its folder.
  private record Sweep(Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      EmbeddedPostgres.start(folder, EmbeddedPostgres.FREE_PORT).close();
      TemporaryFolders.delete(folder);
    }
  }

  /// Reads past what is logged to the process of the server.
  private static long awaitReady(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready ")) {
        return Long.parseLong(line.substring("ready ".length()));
      }
    }
    throw new AssertionError("the writers did not start");
  }

  private void take(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.take(line);
      }
    } catch (IOException e) {
      // The pipe of a killed process: what was said before has been read.
    }
  }

  private static Process start(Path folder, long seed) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(WriterProgram.class.getName(), folder.toString(), Long.toString(seed)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
