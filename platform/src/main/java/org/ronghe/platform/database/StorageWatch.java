package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// Keeps the server from running into a full disk: where too little room is left it takes no more
/// writes, and takes them again when there is room.
///
/// A table that cannot grow fails one statement; a log that cannot grow takes the whole server
/// down, and then nothing can be read either. So writing ends while the log still has room.
final class StorageWatch implements AutoCloseable {
  /// Room for the log's files in use, being prepared and kept for a checkpoint.
  private static final long RESERVE_BYTES = 256L << 20;

  /// On a small disk the reserve is a part of it.
  private static final int RESERVE_PART = 8;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Path folder;
  private final String url;
  private final Credentials superuser;
  private final Thread thread;
  private volatile boolean stopped;

  StorageWatch(Path folder, String url, Credentials superuser) {
    this.folder = folder;
    this.url = url;
    this.superuser = superuser;
    this.thread = Thread.ofPlatform().daemon().name("storage-watch").unstarted(this::watch);
  }

  /// Begins to watch. The state a killed node left behind is put right at once.
  void start() {
    thread.start();
  }

  /// Whether there is room for writing.
  static boolean hasRoom(Path folder) throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.getUsableSpace() >= Math.min(RESERVE_BYTES, store.getTotalSpace() / RESERVE_PART);
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }

  private void watch() {
    boolean known = false;
    boolean room = true;
    while (!stopped) {
      try {
        boolean now = hasRoom(folder);
        if (!known || now != room) {
          allowWriting(now);
          room = now;
          known = true;
        }
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      } catch (IOException | SQLException e) {
        known = false; // the server is busy, starting or gone: tried again
        pause();
      }
    }
  }

  /// For all transactions that begin from now on, whoever begins them.
  private void allowWriting(boolean allow) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url, superuser.user(), superuser.password());
        Statement statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = off");
      statement.execute(
          allow
              ? "ALTER SYSTEM RESET default_transaction_read_only"
              : "ALTER SYSTEM SET default_transaction_read_only = on");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
