package org.ronghe.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A node that `./ronghe demo` keeps open, on any free port.
final class RunningDemo implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 240;

  private final Process process;
  private final Path rootsData;
  private final String said;

  private RunningDemo(Process process, Path rootsData, String said) {
    this.process = process;
    this.rootsData = rootsData;
    this.said = said;
  }

  /// Starts it and waits until it says how to sign in.
  static RunningDemo start(Path folder) throws IOException, InterruptedException {
    Path out = Files.createFile(folder.resolve("out.txt"));
    Path err = Files.createFile(folder.resolve("err.txt"));
    // A name of its own: root's demo keeps its data under this name, away from the result.
    Path result = folder.resolve("ronghe-e2e-" + ProcessHandle.current().pid());
    Process process =
        Launch.ronghe("demo", "--port", "0", "--out", result.toString()).start(out, err);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline && process.isAlive()) {
      String said = Files.readString(out);
      if (said.contains("Ctrl-C")) {
        return new RunningDemo(process, Path.of("/var/lib", result.getFileName() + "-node"), said);
      }
      Thread.sleep(200);
    }
    process.destroy();
    throw new AssertionError(
        "the demo did not start: " + Files.readString(out) + Files.readString(err));
  }

  /// The address, without a slash at its end.
  String url() {
    return find("The node is at (\\S+)");
  }

  /// The password of somebody of a role.
  String password(String role) {
    return find("demo-" + Pattern.quote(role) + "\\s+(\\S+)");
  }

  private String find(String pattern) {
    var found = Pattern.compile(pattern).matcher(said);
    if (!found.find()) {
      throw new AssertionError("no " + pattern + " in " + said);
    }
    return found.group(1);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (Files.exists(rootsData)) {
      try (var files = Files.walk(rootsData)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
