package org.ronghe.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// A start of the node as an operator starts it: `./ronghe serve`.
final class LauncherStart {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private LauncherStart() {}

  /// Starts it so many times and stops it again.
  ///
  /// @return the median of the seconds from the command to the page for signing in
  static double medianSeconds(Path launcher, Path data, int port, int times)
      throws IOException, InterruptedException {
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      seconds[i] = seconds(launcher, data, port);
    }
    Arrays.sort(seconds);
    return seconds[times / 2];
  }

  private static double seconds(Path launcher, Path data, int port)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                launcher.toString(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
            .start();
    try (var client = HttpClient.newHttpClient()) {
      var user = new NodeUser(client, port);
      // Knocking costs next to nothing; asking in vain would take processor time from the start.
      while (!listens(port) || !answers(user)) {
        if (!process.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
          throw new IOException("the node did not start: see " + data + ".log");
        }
        Thread.sleep(20);
      }
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      process.destroy();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(NodeUser user) throws IOException, InterruptedException {
    try {
      return user.get("/sign-in").statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }
}
