package org.ronghe.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;

/// A node's database, for a command that needs no more of the node: the external one, the one a
/// running node keeps, or else the node's own, started for as long as the command lasts.
final class NodeDatabase implements AutoCloseable {
  private final DatabaseSettings settings;
  private final @Nullable EmbeddedPostgres started;

  private NodeDatabase(DatabaseSettings settings, @Nullable EmbeddedPostgres started) {
    this.settings = settings;
    this.started = started;
  }

  static NodeDatabase open(NodeConfiguration configuration) throws IOException {
    Optional<DatabaseSettings> external = configuration.findExternalDatabase();
    if (external.isPresent()) {
      return new NodeDatabase(external.get(), null);
    }
    Optional<DatabaseSettings> running = EmbeddedPostgres.findRunning(configuration.dataFolder());
    if (running.isPresent()) {
      return new NodeDatabase(running.get(), null);
    }
    var started = EmbeddedPostgres.start(configuration.dataFolder(), configuration.databasePort());
    return new NodeDatabase(started.settings(), started);
  }

  DatabaseSettings settings() {
    return settings;
  }

  @Override
  public void close() throws IOException {
    if (started != null) {
      started.close();
    }
  }
}
