package org.ronghe.platform.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A short command run to its end.
record ChildProcess(List<String> command) {
  /// How a command ended.
  ///
  /// @param exitCode 0 if all went well
  /// @param output what it printed, both streams
  record Ended(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /// @throws InterruptedIOException if this thread is interrupted meanwhile; the command is stopped
  Ended run() throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    cleanEnvironment(builder);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Ended(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while running " + command.getFirst());
    } finally {
      process.destroy();
    }
  }

  /// PostgreSQL's programs read PG… variables meant for other servers, and speak the language of
  /// the environment, which our reading of their logs does not know.
  static void cleanEnvironment(ProcessBuilder builder) {
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANGUAGE"));
    environment.put("LC_ALL", "C");
  }
}
