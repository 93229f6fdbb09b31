package org.ronghe.platform.operations;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ronghe.atlas.problem.FileTrouble;
import org.ronghe.atlas.report.SoftwareVersion;
import org.ronghe.atlas.run.StagedOutput;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.operations.BackupManifest.Table;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// Saves a node into one file while it goes on working.
///
/// All tables are read in one transaction, so they are of one moment. Files of evidence are written
/// before the row that names them and never changed, so copying them after that moment misses none.
/// The file appears under its name only when it is complete and was read back.
public final class Backup {
  private final DatabaseSettings settings;
  private final Path dataFolder;
  private final Clock clock;

  public Backup(DatabaseSettings settings, Path dataFolder, Clock clock) {
    this.settings = settings;
    this.dataFolder = dataFolder;
    this.clock = clock;
  }

  /// Writes the backup.
  ///
  /// @param overwrite whether a file that is there may be replaced
  /// @throws OperatorProblem BACKUP_EXISTS, BACKUP_UNWRITABLE, DATABASE_UNREACHABLE, SCHEMA_OLDER
  public BackupManifest write(Path target, boolean overwrite) throws SQLException {
    if (Files.exists(target) && !overwrite) {
      throw new OperatorProblem(OperatorCode.BACKUP_EXISTS, target);
    }
    String version = Schema.mustBeNewest(settings);
    try (Connection connection = NodeDatabase.connect(settings);
        var staged = StagedOutput.file(target)) {
      note(connection, target);
      // People's data and hashed passwords.
      Files.setPosixFilePermissions(staged.path(), PosixFilePermissions.fromString("rw-------"));
      BackupManifest manifest = write(connection, version, staged.path());
      try (FileChannel written = FileChannel.open(staged.path(), StandardOpenOption.WRITE)) {
        written.force(true);
      }
      try (BackupFile read = BackupFile.open(staged.path())) {
        read.verify();
      }
      staged.commit();
      return manifest;
    } catch (IOException e) {
      throw new OperatorProblem(OperatorCode.BACKUP_UNWRITABLE, target, FileTrouble.of(e));
    }
  }

  /// Leaves an entry in the audit log, which the backup then holds too.
  private static void note(Connection connection, Path target) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT ronghe.audit_event('backup', 'node', ?, jsonb_build_object('file', ?))")) {
      statement.setString(1, String.valueOf(target.getFileName()));
      statement.setString(2, target.toString());
      statement.execute();
    }
  }

  private BackupManifest write(Connection connection, String version, Path file)
      throws SQLException, IOException {
    connection.setSchema(Migrations.SCHEMA);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    var tables = new BackupTables(connection);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        var zip = new ZipOutputStream(out)) {
      tables.prepare();
      List<Table> written = new ArrayList<>();
      for (Table table : tables.tables()) {
        zip.putNextEntry(new ZipEntry(table.entry()));
        written.add(tables.write(table, zip));
        zip.closeEntry();
      }
      var sequences = tables.sequences();
      var audit = audit(connection);
      connection.rollback();
      var manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              new BackupManifest.Origin(
                  SoftwareVersion.current(),
                  connection.getMetaData().getDatabaseProductVersion(),
                  clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()),
              version,
              written,
              sequences,
              writeFiles(zip),
              audit);
      zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
      zip.write(BackupFile.json(manifest));
      zip.closeEntry();
      return manifest;
    }
  }

  private static BackupManifest.Audit audit(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT number, encode(hash, 'hex') FROM audit_head")) {
      rows.next();
      return new BackupManifest.Audit(rows.getLong(1), rows.getString(2));
    }
  }

  private List<BackupManifest.File> writeFiles(ZipOutputStream zip) throws IOException {
    List<BackupManifest.File> written = new ArrayList<>();
    for (String saved : NodeFolders.SAVED) {
      Path root = dataFolder.resolve(saved);
      if (!Files.exists(root)) {
        continue;
      }
      List<Path> files;
      try (Stream<Path> walk = Files.walk(root)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      for (Path file : files) {
        String name = dataFolder.relativize(file).toString();
        zip.putNextEntry(new ZipEntry(name));
        var digesting = new DigestOutputStream(zip, BackupTables.sha256());
        long bytes = Files.copy(file, digesting);
        zip.closeEntry();
        written.add(
            new BackupManifest.File(name, bytes, BackupTables.hex(digesting.getMessageDigest())));
      }
    }
    return written;
  }
}
