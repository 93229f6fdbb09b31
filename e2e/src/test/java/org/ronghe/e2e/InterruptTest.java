package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
  private static final int POINTS = 400_000;
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  @Test
  void ctrlCLeavesNothingHalfWritten() throws Exception {
    assumeThat(System.getProperty("os.name")).as("env --default-signal").contains("Linux");
    Path points = manyPoints();
    Path out = Files.createFile(folder.resolve("out.txt"));
    Path err = Files.createFile(folder.resolve("err.txt"));
    Path result = Files.createDirectory(folder.resolve("result"));
    Process process =
        Launch.ronghe(
                "cluster",
                points.toString(),
                "--radius-km=15",
                "--min-weight=50",
                "--out=" + result.resolve("labels.csv"))
            .interruptible()
            .start(out, err);
    waitForAFileIn(result, process);
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(result).isEmptyDirectory();
    assertThat(err).content().doesNotContain("Exception");
  }

  @Test
  void aDemoThatIsStoppedWhileItFillsItsCityEndsWithoutAWord() throws Exception {
    assumeThat(System.getProperty("os.name")).as("env --default-signal").contains("Linux");
    Path out = Files.createFile(folder.resolve("out.txt"));
    Path err = Files.createFile(folder.resolve("err.txt"));
    int port = freePort();
    // A name of its own: root's demo keeps its data under this name, away from the result.
    Path result = folder.resolve("ronghe-e2e-stopped-" + ProcessHandle.current().pid());
    Path data =
        System.getProperty("user.name", "").equals("root")
            ? Path.of("/var/lib", result.getFileName() + "-node")
            : result.resolveSibling(result.getFileName() + "-node");
    try {
      for (Moment moment : Moment.values()) {
        Process process =
            Launch.ronghe("demo", "--port=" + port, "--out=" + result)
                .interruptible()
                .start(out, err);
        await(() -> moment == Moment.LISTENS ? listens(port) : runsADatabase(data), process);
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s", moment).isTrue();
        assertThat(process.exitValue()).as("%s", moment).isEqualTo(130);
        assertThat(err).content().as("%s", moment).doesNotContain("Exception", "bug");
        assertThat(runsADatabase(data)).as("a database outlives %s", moment).isFalse();
      }
    } finally {
      RunningNode.delete(data);
    }
  }

  /// When a demo is stopped.
  private enum Moment {
    /// PostgreSQL has begun to start.
    DATABASE_STARTS,
    /// The node answers, and fills its city.
    LISTENS
  }

  /// PostgreSQL takes the file away when it stops.
  private static boolean runsADatabase(Path data) throws IOException {
    return Files.exists(data.resolve("postgres/18/postmaster.pid"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /// Something that will come true.
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition, Process process) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (condition.holds()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("what was waited for never came");
  }

  private static void waitForAFileIn(Path result, Process process) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      String[] names = result.toFile().list();
      if (names != null && names.length > 0) {
        return;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("the run ended or never began to write");
  }

  private Path manyPoints() throws IOException {
    var random = new SplittableRandom(7);
    Path points = folder.resolve("points.csv");
    try (var writer = Files.newBufferedWriter(points)) {
      writer.write("id,lat,lon,weight\n");
      for (int i = 0; i < POINTS; i++) {
        writer.write(
            String.format(
                Locale.ROOT,
                "p%d,%.4f,%.4f,1%n",
                i,
                random.nextDouble(20, 50),
                random.nextDouble(80, 120)));
      }
    }
    return points;
  }
}
