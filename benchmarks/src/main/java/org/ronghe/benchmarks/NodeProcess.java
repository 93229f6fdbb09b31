package org.ronghe.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A node in another process, and what it costs.
final class NodeProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private NodeProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts one and waits until it shows the page for signing in.
  static NodeProcess start(Path data, int port, String heap)
      throws IOException, InterruptedException {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx" + heap,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            NodeServer.class.getName(),
            data.toString(),
            Integer.toString(port));
    Process process =
        new ProcessBuilder(command)
            .redirectError(data.resolveSibling(data.getFileName() + ".log").toFile())
            .start();
    String line;
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    do {
      line = out.readLine();
    } while (line != null && !line.startsWith("ready "));
    if (line == null) {
      throw new IOException("the node did not start: see " + data + ".log");
    }
    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {})); // nothing may block on its log
    int chosen = Integer.parseInt(line.substring("ready ".length()));
    try (var client = HttpClient.newHttpClient()) {
      int status = new NodeUser(client, chosen).get("/sign-in").statusCode();
      if (status != 200) {
        throw new IOException("the page for signing in gives " + status);
      }
    }
    return new NodeProcess(process, chosen);
  }

  int port() {
    return port;
  }

  /// Memory of the JVM that is no other process's, in megabytes.
  double jvmMegabytes() throws IOException {
    return megabytes(process.pid());
  }

  /// The same of all PostgreSQL processes below it; what they share is counted once.
  double postgresMegabytes() throws IOException {
    double sum = 0;
    List<ProcessHandle> children;
    try (Stream<ProcessHandle> all = process.descendants()) {
      children = all.toList();
    }
    for (ProcessHandle child : children) {
      sum += megabytes(child.pid());
    }
    return sum;
  }

  /// Proportional set size of a process: pages shared by n processes count one nth for each.
  static double megabytes(long pid) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    if (!Files.isReadable(file)) {
      return 0;
    }
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("Pss:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
