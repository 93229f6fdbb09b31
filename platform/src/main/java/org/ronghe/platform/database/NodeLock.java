package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// One node at a time uses a data folder. The system drops the lock when the process ends, however
/// it ends.
final class NodeLock implements AutoCloseable {
  private final PostgresFolder folder;
  private final FileChannel channel;

  private NodeLock(PostgresFolder folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// @throws OperatorProblem DATA_FOLDER_LOCKED if another node uses the folder
  static NodeLock take(PostgresFolder folder) throws IOException {
    // Closing any channel on the file would drop a lock this process holds on it already (POSIX),
    // so that case must be seen before the file is opened.
    if (readHolder(folder.holder()).equals(thisProcess())) {
      throw locked(folder);
    }
    FileChannel channel =
        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw locked(folder);
    }
    Files.writeString(folder.holder(), thisProcess());
    return new NodeLock(folder, channel);
  }

  /// Whether a node uses the folder now. Only for folders this process does not hold itself.
  static boolean isTaken(PostgresFolder folder) throws IOException {
    if (!Files.exists(folder.lock())) {
      return false;
    }
    if (readHolder(folder.holder()).equals(thisProcess())) {
      return true;
    }
    try (var channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.holder());
    channel.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static OperatorProblem locked(PostgresFolder folder) throws IOException {
    String holder = readHolder(folder.holder());
    String pid = holder.isEmpty() ? "?" : holder.substring(0, holder.indexOf(' '));
    return new OperatorProblem(OperatorCode.DATA_FOLDER_LOCKED, folder.node(), pid);
  }

  private static String readHolder(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (java.nio.file.NoSuchFileException e) {
      return "";
    }
  }

  /// Number and start of this process: in a container every life has the same number.
  private static String thisProcess() {
    var process = ProcessHandle.current();
    return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
  }
}
