package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.database.PostgresFolder.Postmaster;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// The processes of a PostgreSQL that works in a folder, whoever started them.
///
/// A node that was killed leaves its server running, and a server that was killed leaves its
/// children for a moment. Every process of a server has the cluster's folder as working folder, so
/// Linux knows them all; their numbers alone say nothing, since a number is used again.
final class ServerProcesses {
  private static final Path PROC = Path.of("/proc");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAUSE_MILLIS = 20;

  private final PostgresFolder folder;
  private final PostgresBinaries binaries;
  private final ServerAccount account;

  ServerProcesses(PostgresFolder folder, PostgresBinaries binaries, ServerAccount account) {
    this.folder = folder;
    this.binaries = binaries;
    this.account = account;
  }

  /// Stops what a killed node or server left behind. Called under the node's lock only: no living
  /// node has a server in the folder then.
  void stopOrphans(Duration patience) throws IOException {
    Optional<Postmaster> postmaster = folder.findPostmaster();
    List<Long> running = running();
    if (postmaster.isPresent() && running.contains(postmaster.get().pid())) {
      if (!stop("fast", patience) && !stop("immediate", PATIENCE)) {
        throw new OperatorProblem(OperatorCode.DATABASE_FAILED, "pid " + postmaster.get().pid());
      }
      postmaster = folder.findPostmaster();
    }
    if (!awaitNone(PATIENCE)) {
      throw new OperatorProblem(OperatorCode.DATABASE_FAILED, "pid " + running());
    }
    if (postmaster.isPresent() && ProcessHandle.of(postmaster.get().pid()).isPresent()) {
      // The number belongs to somebody else by now, which PostgreSQL itself cannot tell: it would
      // refuse to start. Otherwise the file stays, since it leads PostgreSQL to old shared memory.
      Files.deleteIfExists(folder.cluster().resolve("postmaster.pid"));
    }
  }

  /// Stops the server and waits for its end.
  ///
  /// @param mode `fast` ends connections and writes everything, `immediate` is a crash
  /// @return whether it ended in time
  boolean stop(String mode, Duration patience) throws IOException {
    new ChildProcess(
            account.command(
                List.of(
                    binaries.program("pg_ctl"),
                    "stop",
                    "--pgdata=" + folder.cluster(),
                    "--mode=" + mode,
                    "--timeout=" + patience.toSeconds(),
                    "--silent")))
        .run();
    return folder.findPostmaster().map(Postmaster::pid).filter(running()::contains).isEmpty();
  }

  private boolean awaitNone(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (!running().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    return true;
  }

  /// The numbers of all processes whose working folder is the cluster's.
  List<Long> running() throws IOException {
    List<Long> found = new ArrayList<>();
    if (!Files.exists(folder.cluster())) {
      return found;
    }
    Path cluster = folder.cluster().toRealPath();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      try {
        Path working = PROC.resolve(Long.toString(process.pid())).resolve("cwd");
        if (Files.readSymbolicLink(working).equals(cluster)) {
          found.add(process.pid());
        }
      } catch (IOException e) {
        // It has ended, or is another user's and so none of ours.
      }
    }
    return found;
  }

  static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted while waiting for PostgreSQL");
    }
  }
}
