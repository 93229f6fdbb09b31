package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// Starting the server's process: done when it takes connections.
final class ServerStart {
  private static final int MOST_SAID = 2_000;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private ServerStart() {}

  /// @throws OperatorProblem DATABASE_FAILED with the server's own words if it ends or takes too
  ///   long
  static void run(PostgresFolder folder, List<String> command, Duration patience)
      throws IOException {
    Instant start = Instant.now();
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(folder.startLog().toFile()));
    ChildProcess.cleanEnvironment(builder);
    Process process = builder.start();
    process.getOutputStream().close();
    long end = System.nanoTime() + patience.toNanos();
    try (var _ = new EarlyEnd(process::destroy)) {
      while (!isReady(folder, process.pid())) {
        if (!process.isAlive()) {
          throw new OperatorProblem(OperatorCode.DATABASE_FAILED, lastWords(folder, start));
        }
        if (System.nanoTime() > end) {
          process.destroy();
          throw new OperatorProblem(OperatorCode.DATABASE_FAILED, said(folder, start));
        }
        ServerProcesses.pause();
      }
    }
  }

  /// An old server's file may lie there until the new one has looked at it.
  private static boolean isReady(PostgresFolder folder, long pid) throws IOException {
    return folder
        .findPostmaster()
        .filter(postmaster -> postmaster.pid() == pid && postmaster.ready())
        .isPresent();
  }

  /// The last words of a server that ended. Its log is written by a process of its own, which is
  /// done a little later: they are complete when nothing is added any more.
  private static String lastWords(PostgresFolder folder, Instant start) throws IOException {
    long end = System.nanoTime() + LAST_WORDS.toNanos();
    String before;
    String words = said(folder, start);
    do {
      before = words;
      ServerProcesses.pause();
      words = said(folder, start);
    } while (System.nanoTime() < end && (!words.equals(before) || !isLogged(folder, start)));
    return words;
  }

  private static boolean isLogged(PostgresFolder folder, Instant start) throws IOException {
    try (Stream<Path> logs = Files.list(folder.log())) {
      for (Path log : logs.toList()) {
        if (!Files.getLastModifiedTime(log).toInstant().isBefore(start) && Files.size(log) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// What the server said, from its start log and the log it goes on with.
  private static String said(PostgresFolder folder, Instant start) throws IOException {
    var said = new StringBuilder(Files.readString(folder.startLog()).strip());
    try (Stream<Path> logs = Files.list(folder.log())) {
      for (Path log : logs.sorted().toList()) {
        if (!Files.getLastModifiedTime(log).toInstant().isBefore(start)) {
          said.append('\n').append(Files.readString(log).strip());
        }
      }
    }
    return said.substring(Math.max(0, said.length() - MOST_SAID));
  }
}
