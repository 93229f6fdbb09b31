package org.ronghe.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.database.DatabaseRoles;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.operations.Finding.Status;
import org.ronghe.platform.problem.OperatorProblem;

/// A doctor's look into the database.
final class DatabaseExamination {
  private static final int VERSION_NEEDED = 18;
  private static final int VERSION_UNIT = 10_000;
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);

  private final DatabaseSettings settings;
  private final NodeConfiguration configuration;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();

  DatabaseExamination(DatabaseSettings settings, NodeConfiguration configuration, Clock clock) {
    this.settings = settings;
    this.configuration = configuration;
    this.clock = clock;
  }

  List<Finding> examine() throws IOException {
    try (Connection connection = NodeDatabase.connect(settings)) {
      add("database", Status.OK, "ok", settings.url());
      examineVersion(connection);
      examineSettings(connection);
      examineRole(connection);
      examineClock(connection);
      Schema schema = Schema.of(settings);
      examineSchema(schema);
      if (!schema.current().isEmpty()) {
        examineAudit(connection);
        examineIndex(connection);
      }
    } catch (SQLException e) {
      add("database", Status.FAULT, "failed", String.valueOf(e.getMessage()));
    }
    return findings;
  }

  private void examineVersion(Connection connection) throws SQLException {
    int version = Integer.parseInt(ask(connection, "SHOW server_version_num")) / VERSION_UNIT;
    boolean enough = version >= VERSION_NEEDED;
    add(
        "database-version",
        enough ? Status.OK : Status.FAULT,
        enough ? "ok" : "old",
        ask(connection, "SHOW server_version"),
        Integer.toString(VERSION_NEEDED));
  }

  private void examineSettings(Connection connection) throws SQLException {
    boolean fine = true;
    for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      if (ask(connection, "SHOW " + setting).equals("off")) {
        add("durability", Status.FAULT, "off", setting);
        fine = false;
      }
    }
    if (fine) {
      add("durability", Status.OK, "ok");
    }
    String encryption = ask(connection, "SHOW password_encryption");
    boolean scram = encryption.equals("scram-sha-256");
    add("passwords", scram ? Status.OK : Status.FAULT, scram ? "ok" : "weak", encryption);
  }

  private void examineRole(Connection connection) throws SQLException {
    try {
      DatabaseRoles.mustBeSound(connection, settings.app());
    } catch (OperatorProblem e) {
      findings.add(Finding.of("role", e));
      return;
    }
    try (Connection app = settings.connectAsApp()) {
      add("role", Status.OK, "ok", app.getMetaData().getUserName());
    } catch (SQLException e) {
      add("role", Status.FAULT, "refused", settings.app().user(), String.valueOf(e.getMessage()));
    }
  }

  private void examineClock(Connection connection) throws SQLException {
    Instant before = clock.instant();
    Instant there;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT clock_timestamp()")) {
      rows.next();
      there = rows.getObject(1, OffsetDateTime.class).toInstant();
    }
    Instant after = clock.instant();
    Duration off =
        there.isBefore(before) ? Duration.between(there, before) : Duration.between(after, there);
    if (off.compareTo(CLOCK_DIFFERENCE) > 0) {
      add("database-clock", Status.FAULT, "off", off.toSeconds());
    } else {
      add("database-clock", Status.OK, "ok");
    }
  }

  private void examineSchema(Schema schema) {
    if (schema.failed()) {
      add("schema", Status.FAULT, "failed", schema.current());
    } else if (schema.isNewerThanKnown()) {
      add("schema", Status.FAULT, "newer", schema.current(), schema.newest());
    } else if (schema.current().isEmpty()) {
      add("schema", Status.NOTE, "none");
    } else if (!schema.current().equals(schema.newest())) {
      add("schema", Status.NOTE, "older", schema.current(), schema.newest());
    } else {
      add("schema", Status.OK, "ok", schema.current());
    }
  }

  private void examineAudit(Connection connection) throws SQLException {
    connection.setSchema(Migrations.SCHEMA);
    switch (AuditChain.check(connection, null)) {
      case AuditChain.Whole whole -> add("audit", Status.OK, "ok", whole.entries());
      case AuditChain.Broken broken ->
          add("audit", Status.FAULT, "broken", Long.toString(broken.number()));
    }
  }

  /// An index that is missing is made at the next start: worth a word, since searches find nothing
  /// until then.
  private void examineIndex(Connection connection) throws SQLException, IOException {
    if (!isTrue(connection, "SELECT to_regclass('ronghe.organisation') IS NOT NULL")
        || !isTrue(connection, "SELECT EXISTS (SELECT FROM ronghe.organisation)")) {
      return;
    }
    Path folder = NodeFolders.searchIndex(configuration.dataFolder());
    boolean there = false;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        there = files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
      }
    }
    add("index", there ? Status.OK : Status.NOTE, there ? "ok" : "missing", folder.toString());
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    return ask(connection, sql).equals("t");
  }

  private void add(String check, Status status, String kind, Object... arguments) {
    findings.add(Finding.of(check, status, kind, arguments));
  }
}
