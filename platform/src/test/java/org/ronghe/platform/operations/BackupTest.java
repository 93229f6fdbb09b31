package org.ronghe.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

class BackupTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  private static final String NEW_ACCOUNT =
      "INSERT INTO ronghe.account (name, display_name) VALUES ('new', 'New') RETURNING id";

  @TempDir private Path folder = Path.of("unset");
  private Path data = Path.of("unset");
  private Path file = Path.of("unset");

  @BeforeEach
  void chooseFolders() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    file = folder.resolve("node.ronghe-backup");
  }

  @Test
  void whatIsRestoredIsWhatWasSaved() throws Exception {
    try (var source = TestDatabase.fresh();
        var target = TestDatabase.empty()) {
      fill(source.settings());
      Path evidence = Files.createDirectories(data.resolve("evidence/ab"));
      Files.writeString(evidence.resolve("abcdef"), "证据");
      Files.writeString(data.resolve("second-factor.key"), "key");
      BackupManifest manifest = backup(source.settings()).write(file, false);
      Map<String, String> before = content(source.settings());
      assertThat(manifest.origin().at()).isEqualTo("2026-11-25T12:00:00Z");
      assertThat(manifest.files()).hasSize(2);
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));

      Path other = folder.resolve("other");
      var restored = new Restore(target.settings(), other).from(file);

      assertThat(content(target.settings())).isEqualTo(before);
      assertThat(before.get("account")).contains("一行\\n两行\\t\\\\", "person 500");
      assertThat(before.get("audit_entry")).contains("1.0000000000000002");
      assertThat(before).doesNotContainKeys("session", "flyway_schema_history", "audit_pending");
      assertThat(restored.audit()).isInstanceOf(AuditChain.Whole.class);
      assertThat(((AuditChain.Whole) restored.audit()).hash()).isEqualTo(manifest.audit().hash());
      assertThat(other.resolve("evidence/ab/abcdef")).hasContent("证据");
      assertThat(other.resolve("second-factor.key")).hasContent("key");
      assertThat(ask(target.settings(), NEW_ACCOUNT))
          .as("numbers go on where they were")
          .isEqualTo(ask(source.settings(), NEW_ACCOUNT));
    }
  }

  @Test
  void aBackupIsOfOneMomentWhileOthersWrite() throws Exception {
    try (var source = TestDatabase.fresh()) {
      fill(source.settings());
      // Each transaction keeps the two tables equal; a backup of two moments would not.
      execute(
          source.settings(),
          "CREATE TABLE ronghe.a_first (n int)",
          "CREATE TABLE ronghe.z_last (n int)");
      var stop = new java.util.concurrent.atomic.AtomicBoolean();
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                while (!stop.get()) {
                  try (Connection connection = source.settings().connectAsOwner();
                      Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.execute("INSERT INTO ronghe.a_first VALUES (1)");
                    statement.execute("INSERT INTO ronghe.z_last VALUES (1)");
                    connection.commit();
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                }
              });
      try {
        for (int i = 0; i < 5; i++) {
          var tables = backup(source.settings()).write(file, true).tables();
          assertThat(rows(tables, "a_first")).isEqualTo(rows(tables, "z_last"));
        }
      } finally {
        stop.set(true);
        writer.join();
      }
    }
  }

  @Test
  void nothingIsOverwrittenUnlessTold() throws Exception {
    try (var source = TestDatabase.fresh()) {
      Files.writeString(file, "something else");
      assertThat(codeOf(() -> backup(source.settings()).write(file, false)))
          .isEqualTo(OperatorCode.BACKUP_EXISTS);
      assertThat(file).hasContent("something else");
      backup(source.settings()).write(file, true);
      assertThat(codeOf(() -> new Restore(source.settings(), folder.resolve("x")).from(file)))
          .as("a database that holds tables")
          .isEqualTo(OperatorCode.DATABASE_NOT_EMPTY);
      Files.createFile(Files.createDirectories(data.resolve("evidence/ab")).resolve("abc"));
      try (var target = TestDatabase.empty()) {
        assertThat(codeOf(() -> new Restore(target.settings(), data).from(file)))
            .as("a data folder that holds evidence")
            .isEqualTo(OperatorCode.DATABASE_NOT_EMPTY);
      }
      Path nowhere = Files.createFile(folder.resolve("plain")).resolve("backup");
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> backup(source.settings()).write(nowhere, false))
          .withMessageContaining("cannot be written");
    }
  }

  @Test
  void aDamagedBackupIsFoundBeforeAnythingIsChanged() throws Exception {
    try (var source = TestDatabase.fresh();
        var target = TestDatabase.empty()) {
      fill(source.settings());
      Files.writeString(Files.createDirectories(data.resolve("evidence")).resolve("e"), "evidence");
      backup(source.settings()).write(file, false);
      byte[] whole = Files.readAllBytes(file);
      var random = new java.util.Random(20_261_125);
      int refused = 0;
      for (int i = 0; i < 40; i++) {
        byte[] damaged = whole.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, damaged);
        try {
          new Restore(target.settings(), folder.resolve("to" + i)).from(file);
          // A bit that carries nothing, such as a time of day in the directory: all must be there.
          assertThat(content(target.settings())).isEqualTo(content(source.settings()));
          execute(target.settings(), "DROP SCHEMA ronghe CASCADE");
        } catch (OperatorProblem e) {
          assertThat(e.code()).isEqualTo(OperatorCode.BACKUP_DAMAGED);
          assertThat(Schema.of(target.settings()).current()).isEmpty();
          refused++;
        }
      }
      assertThat(refused).isGreaterThan(20);
      try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
        cut.setLength(whole.length / 2);
      }
      assertThat(codeOf(() -> new Restore(target.settings(), data).from(file)))
          .isEqualTo(OperatorCode.BACKUP_DAMAGED);
      assertThat(codeOf(() -> new Restore(target.settings(), data).from(folder.resolve("none"))))
          .isEqualTo(OperatorCode.BACKUP_MISSING);
    }
  }

  @Test
  void aDamagedManifestIsNotBelieved() throws Exception {
    try (var source = TestDatabase.fresh()) {
      backup(source.settings()).write(file, false);
    }
    byte[] whole = Files.readAllBytes(file);
    BackupManifest manifest;
    long length;
    try (var zip = new ZipFile(file.toFile());
        var backup = BackupFile.open(file)) {
      manifest = backup.manifest();
      length = zip.getEntry(BackupManifest.ENTRY).getCompressedSize();
    }
    int start =
        new String(whole, StandardCharsets.ISO_8859_1).indexOf(BackupManifest.ENTRY)
            + BackupManifest.ENTRY.length();
    int refused = 0;
    for (int i = 0; i < length; i++) {
      byte[] damaged = whole.clone();
      damaged[start + i] ^= (byte) (1 << i % 8);
      Files.write(file, damaged);
      try (var backup = BackupFile.open(file)) {
        assertThat(backup.manifest()).as("bit %d of byte %d", i % 8, i).isEqualTo(manifest);
      } catch (OperatorProblem e) {
        assertThat(e.code()).isEqualTo(OperatorCode.BACKUP_DAMAGED);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan((int) (length * 9 / 10));
  }

  @Test
  void aRestoreThatWasKilledCanBeRepeated() throws Exception {
    try (var source = TestDatabase.fresh();
        var target = TestDatabase.empty()) {
      fill(source.settings());
      backup(source.settings()).write(file, false);
      execute(
          target.settings(),
          "CREATE SCHEMA ronghe",
          "COMMENT ON SCHEMA ronghe IS 'a restore is under way'",
          "CREATE TABLE ronghe.half (n int)");
      new Restore(target.settings(), data).from(file);
      assertThat(content(target.settings())).isEqualTo(content(source.settings()));
      assertThat(codeOf(() -> new Restore(target.settings(), data).from(file)))
          .as("after it is done the schema is no longer marked")
          .isEqualTo(OperatorCode.DATABASE_NOT_EMPTY);
    }
  }

  @Test
  void aFailureTakesEverythingBack() throws Exception {
    try (var source = TestDatabase.fresh();
        var target = TestDatabase.empty()) {
      fill(source.settings());
      Files.writeString(Files.createDirectories(data.resolve("evidence")).resolve("e"), "evidence");
      // A table no migration makes: the target cannot have it.
      execute(source.settings(), "CREATE TABLE ronghe.stranger (n int)");
      backup(source.settings()).write(file, false);
      Path other = folder.resolve("other");
      assertThatExceptionOfType(OperatorProblem.class)
          .isThrownBy(() -> new Restore(target.settings(), other).from(file))
          .withMessageContaining("stranger");
      assertThat(Schema.of(target.settings()).current()).isEmpty();
      assertThat(other.resolve("evidence/e")).doesNotExist();
    }
  }

  private Backup backup(DatabaseSettings settings) {
    return new Backup(settings, data, NOON);
  }

  /// Rows of several types in audited tables, and sequences that have moved.
  private static void fill(DatabaseSettings settings) throws SQLException {
    execute(
        settings,
        "SET search_path = ronghe",
        "INSERT INTO account (name, display_name) SELECT 'p' || n, 'person ' || n"
            + " FROM generate_series(1, 500) AS n",
        "INSERT INTO account_password SELECT id, E'$argon2id$\\\\' || id FROM account",
        "INSERT INTO totp (account, secret) SELECT id, decode('00ff0a5c', 'hex') FROM account",
        "UPDATE account SET display_name = E'一行\\n两行\\t\\\\' WHERE name = 'p3'",
        "DELETE FROM account WHERE id % 7 = 0",
        "SELECT audit_event('measured', 'x', 'y', '{\"f\": 1.0000000000000002, \"n\": null}')",
        "INSERT INTO session VALUES ('a', 'b', 1, 1, 1, 1, 'c')");
  }

  /// All rows of all tables, as text, by table.
  private static Map<String, String> content(DatabaseSettings settings) throws Exception {
    Map<String, String> content = new TreeMap<>();
    try (Connection connection = settings.connectAsOwner()) {
      connection.setAutoCommit(false);
      var tables = new BackupTables(connection);
      tables.prepare();
      for (var table : tables.tables()) {
        var out = new java.io.ByteArrayOutputStream();
        tables.write(table, out);
        content.put(table.name(), out.toString(StandardCharsets.UTF_8));
      }
      connection.rollback();
    }
    return content;
  }

  private static long rows(List<BackupManifest.Table> tables, String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .mapToLong(BackupManifest.Table::rows)
        .sum();
  }

  private static void execute(DatabaseSettings settings, String... statements) throws SQLException {
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(DatabaseSettings settings, String sql) throws SQLException {
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static OperatorCode codeOf(ThrowingCallable callable) {
    return catchThrowableOfType(OperatorProblem.class, callable).code();
  }
}
