package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of the embedded server inside the node's data folder.
///
/// | path | what |
/// |---|---|
/// | `node.lock` | held while a node uses the folder |
/// | `database.passwords` | passwords of the three database roles, readable by the node's user alone |
/// | `postgres/18` | PostgreSQL's own data folder |
/// | `postgres/log` | the server's log, one file a weekday |
/// | `postgres/start.log` | what the server says before that log begins |
/// | `postgres/ronghe.conf` | our settings, written at every start |
/// | `postgres/local.conf` | settings of the operator, which win over ours |
///
/// Where the node runs as root, `18` and `log` belong to the account the server runs as, all else
/// to root: the server can change nothing that root reads or writes.
record PostgresFolder(Path node) {
  /// The major version whose files stand in the cluster's folder.
  static final int VERSION = 18;

  Path lock() {
    return node.resolve("node.lock");
  }

  Path holder() {
    return node.resolve("node.pid");
  }

  Path passwords() {
    return node.resolve("database.passwords");
  }

  Path postgres() {
    return node.resolve("postgres");
  }

  Path cluster() {
    return postgres().resolve(Integer.toString(VERSION));
  }

  Path log() {
    return postgres().resolve("log");
  }

  Path startLog() {
    return postgres().resolve("start.log");
  }

  Path settings() {
    return postgres().resolve("ronghe.conf");
  }

  Path localSettings() {
    return postgres().resolve("local.conf");
  }

  /// What the running server wrote about itself: PostgreSQL's `postmaster.pid`.
  ///
  /// @param pid process of the server
  /// @param port its port, 0 if it is not known yet
  /// @param ready whether it takes connections
  record Postmaster(long pid, int port, boolean ready) {}

  /// Reads `postmaster.pid`; empty if there is none or its first line is not written yet.
  Optional<Postmaster> findPostmaster() throws IOException {
    Path file = cluster().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    // One line each: pid, data folder, start, port, socket folder, address, shared memory, state.
    List<String> lines;
    try {
      lines = Files.readString(file, StandardCharsets.UTF_8).lines().map(String::strip).toList();
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(lines.isEmpty() ? "" : lines.getFirst());
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3)) : 0;
      return Optional.of(
          new Postmaster(pid, port, lines.size() > 7 && lines.get(7).equals("ready")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
