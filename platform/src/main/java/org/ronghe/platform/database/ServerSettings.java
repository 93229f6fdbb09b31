package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The server's settings. Written at every start; the operator's `local.conf` is read after them
/// and wins.
final class ServerSettings {
  private static final String OURS =
      """
      # Written by Ronghe at every start. Put your own settings into postgres/local.conf.
      fsync = on
      full_page_writes = on
      synchronous_commit = on
      password_encryption = 'scram-sha-256'
      max_connections = 60
      shared_buffers = 256MB
      effective_cache_size = 1GB
      work_mem = 16MB
      maintenance_work_mem = 128MB
      random_page_cost = 1.1
      jit = off
      max_wal_size = 1GB
      wal_compression = on
      timezone = 'UTC'
      log_timezone = 'UTC'
      logging_collector = on
      log_directory = '../log'
      log_filename = 'postgres-%a.log'
      log_truncate_on_rotation = on
      log_rotation_age = 1d
      log_rotation_size = 0
      log_file_mode = 0600
      # Statements carry people's data.
      log_min_error_statement = panic
      log_parameter_max_length_on_error = 0
      log_checkpoints = off
      cluster_name = 'ronghe'
      """;

  private static final String INCLUDES =
      """

      include_if_exists = '../ronghe.conf'
      include_if_exists = '../local.conf'
      """;

  private ServerSettings() {}

  /// Lets a new cluster's own settings file read ours and the operator's.
  static void include(Path cluster) throws IOException {
    Files.writeString(cluster.resolve("postgresql.conf"), INCLUDES, StandardOpenOption.APPEND);
  }

  /// Writes our settings.
  static void write(PostgresFolder folder) throws IOException {
    Files.writeString(folder.settings(), OURS);
    // The server's account reads it whatever the umask of the node's user is.
    Files.setPosixFilePermissions(folder.settings(), PosixFilePermissions.fromString("rw-r--r--"));
  }
}
