package org.ronghe.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.database.DatabaseRoles;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.operations.BackupManifest.Sequence;
import org.ronghe.platform.operations.BackupManifest.Table;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// Brings a node back from a backup, into an empty database.
///
/// The backup is read whole and compared with its checksums before anything is changed. All rows
/// come in one transaction and are written out again and compared before it commits. A restore that
/// was killed leaves a marked schema, which the next one replaces.
public final class Restore {
  private static final String MARK = "a restore is under way";

  private final DatabaseSettings settings;
  private final Path dataFolder;

  public Restore(DatabaseSettings settings, Path dataFolder) {
    this.settings = settings;
    this.dataFolder = dataFolder;
  }

  /// What was restored.
  ///
  /// @param audit whether the audit log that came with it is whole: it is as it was saved, so what
  ///   is broken was broken before
  public record Restored(BackupManifest manifest, AuditChain.Finding audit) {}

  /// Restores.
  ///
  /// @throws OperatorProblem BACKUP_MISSING, BACKUP_DAMAGED, DATABASE_NOT_EMPTY, SCHEMA_NEWER,
  ///   RESTORE_NOT_ALLOWED, RESTORE_DIFFERS
  public Restored from(Path file) throws SQLException, IOException {
    try (BackupFile backup = BackupFile.open(file);
        Connection connection = NodeDatabase.connect(settings)) {
      backup.verify();
      BackupManifest manifest = backup.manifest();
      mustBeEmpty(connection);
      String newest = Schema.of(settings).newest();
      if (Schema.isNewer(manifest.schemaVersion(), newest)) {
        throw new OperatorProblem(OperatorCode.SCHEMA_NEWER, manifest.schemaVersion(), newest);
      }
      DatabaseRoles.ensureApp(connection, settings.app());
      execute(connection, "CREATE SCHEMA ronghe", "COMMENT ON SCHEMA ronghe IS '" + MARK + "'");
      List<Path> files = new ArrayList<>();
      boolean done = false;
      try {
        Migrations.migrateTo(settings, manifest.schemaVersion());
        writeFiles(backup, files);
        writeRows(connection, backup);
        done = true;
      } finally {
        if (!done) {
          takeBack(connection, files);
        }
      }
      connection.setSchema(Migrations.SCHEMA);
      AuditChain.Finding audit = AuditChain.check(connection, null);
      Migrations.migrate(settings);
      return new Restored(manifest, audit);
    }
  }

  private void mustBeEmpty(Connection connection) throws SQLException, IOException {
    if (isMarked(connection)) {
      // Its files are the same as those to come.
      execute(connection, "DROP SCHEMA ronghe CASCADE");
      return;
    }
    int tables = Schema.tables(connection);
    if (tables > 0) {
      throw new OperatorProblem(
          OperatorCode.DATABASE_NOT_EMPTY, settings.url(), "tables: " + tables);
    }
    for (String name : NodeFolders.SAVED) {
      Path saved = dataFolder.resolve(name);
      if (Files.exists(saved)) {
        try (Stream<Path> files = Files.walk(saved)) {
          if (files.anyMatch(Files::isRegularFile)) {
            throw new OperatorProblem(OperatorCode.DATABASE_NOT_EMPTY, settings.url(), saved);
          }
        }
      }
    }
    execute(connection, "DROP SCHEMA IF EXISTS ronghe");
  }

  private static void takeBack(Connection connection, List<Path> files)
      throws SQLException, IOException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    execute(connection, "DROP SCHEMA IF EXISTS ronghe CASCADE");
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private void writeFiles(BackupFile backup, List<Path> written) throws IOException {
    for (BackupManifest.File saved : backup.manifest().files()) {
      Path file = dataFolder.resolve(saved.path()).normalize();
      boolean inside =
          NodeFolders.SAVED.stream().anyMatch(name -> file.startsWith(dataFolder.resolve(name)));
      if (!inside) {
        throw new OperatorProblem(OperatorCode.BACKUP_DAMAGED, saved.path(), "path");
      }
      Files.createDirectories(file.getParent());
      written.add(file);
      try (InputStream in = backup.stream(saved.path())) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  private void writeRows(Connection connection, BackupFile backup)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    var tables = new BackupTables(connection);
    tables.prepare();
    silenceTriggers(tables);
    mustHaveTheSameTables(backup.manifest().tables(), tables.tables());
    tables.truncate(backup.manifest().tables());
    for (Table table : backup.manifest().tables()) {
      try (InputStream in = backup.stream(table.entry())) {
        mustBe(table, tables.read(table, in));
      }
    }
    for (Sequence sequence : backup.manifest().sequences()) {
      tables.setSequence(sequence);
    }
    for (Table table : backup.manifest().tables()) {
      mustBe(table, tables.write(table, java.io.OutputStream.nullOutputStream()));
    }
    tables.execute(
        "SET LOCAL session_replication_role = origin",
        "COMMENT ON SCHEMA ronghe IS NULL",
        "ANALYZE");
    connection.commit();
    connection.setAutoCommit(true);
  }

  /// Rows come as they were: no trigger may audit or change them, and rules between tables, which
  /// held when they were saved, hold again when all are there.
  private static void silenceTriggers(BackupTables tables) throws SQLException {
    try {
      tables.execute("SET LOCAL session_replication_role = replica");
    } catch (SQLException e) {
      throw new OperatorProblem(OperatorCode.RESTORE_NOT_ALLOWED, String.valueOf(e.getMessage()));
    }
  }

  private static void mustHaveTheSameTables(List<Table> saved, List<Table> there) {
    if (!shapes(saved).equals(shapes(there))) {
      throw new OperatorProblem(
          OperatorCode.RESTORE_DIFFERS, shapes(saved) + " ≠ " + shapes(there));
    }
  }

  private static List<String> shapes(List<Table> tables) {
    return tables.stream().map(table -> table.name() + table.columns()).sorted().toList();
  }

  private static void mustBe(Table saved, Table now) {
    if (!saved.equals(now)) {
      throw new OperatorProblem(
          OperatorCode.RESTORE_DIFFERS,
          saved.name() + ": " + saved.rows() + " ≠ " + now.rows() + ", " + now.sha256());
    }
  }

  private static boolean isMarked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname ="
                    + " 'ronghe'")) {
      return rows.next() && MARK.equals(rows.getString(1));
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
