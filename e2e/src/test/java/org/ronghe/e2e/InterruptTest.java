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
    Process process =
        Launch.ronghe("demo", "--port=" + port, "--out=" + folder.resolve("demo"))
            .interruptible()
            .start(out, err);
    waitForALineAt(port, process);
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(err).content().doesNotContain("Exception").doesNotContain("bug");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void waitForALineAt(int port, Process process) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("the node never listened");
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
