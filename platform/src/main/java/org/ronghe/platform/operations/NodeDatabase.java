package org.ronghe.platform.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// The database of a node for a command: the external server, the one a running node has started,
/// or the node's own, started for the command and stopped after it.
public final class NodeDatabase implements AutoCloseable {
  private final DatabaseSettings settings;
  private final @Nullable EmbeddedPostgres started;

  private NodeDatabase(DatabaseSettings settings, @Nullable EmbeddedPostgres started) {
    this.settings = settings;
    this.started = started;
  }

  /// The database of a node that was started before.
  ///
  /// @throws OperatorProblem DATA_FOLDER_EMPTY if there is no database yet, or why it does not
  ///   start
  public static NodeDatabase openExisting(NodeConfiguration configuration) throws IOException {
    boolean external = configuration.findExternalDatabase().isPresent();
    Path data = configuration.dataFolder();
    if (!external && !EmbeddedPostgres.isThere(data)) {
      throw new OperatorProblem(OperatorCode.DATA_FOLDER_EMPTY, data);
    }
    return open(configuration);
  }

  /// The same, making the node's own database if it is not there.
  public static NodeDatabase open(NodeConfiguration configuration) throws IOException {
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

  public DatabaseSettings settings() {
    return settings;
  }

  /// A connection as the owner.
  ///
  /// @throws OperatorProblem DATABASE_UNREACHABLE
  public static Connection connect(DatabaseSettings settings) {
    try {
      return settings.connectAsOwner();
    } catch (SQLException e) {
      throw new OperatorProblem(
          OperatorCode.DATABASE_UNREACHABLE,
          settings.url(),
          settings.owner().user(),
          String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    if (started != null) {
      started.close();
    }
  }
}
