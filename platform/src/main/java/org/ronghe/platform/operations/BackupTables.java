package org.ronghe.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.operations.BackupManifest.Sequence;
import org.ronghe.platform.operations.BackupManifest.Table;

/// The tables of a node as streams of bytes that are the same for the same rows.
final class BackupTables {
  /// Flyway's own table comes from migrating; sessions would sign people in again who have signed
  /// out since.
  private static final Set<String> LEFT_OUT =
      Set.of("flyway_schema_history", "session", "session_attributes");

  private static final String TABLES =
      """
      SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'ronghe'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      GROUP BY c.relname ORDER BY c.relname
      """;

  private final Connection connection;

  BackupTables(Connection connection) {
    this.connection = connection;
  }

  /// Makes values print the same on every server, and a hidden row an error: a backup must not miss
  /// one because of row-level security.
  void prepare() throws SQLException {
    execute(
        "SET LOCAL search_path = ronghe",
        "SET LOCAL row_security = off",
        "SET LOCAL extra_float_digits = 1",
        "SET LOCAL intervalstyle = 'iso_8601'",
        "SET LOCAL datestyle = 'ISO'",
        "SET LOCAL timezone = 'UTC'",
        "SET LOCAL bytea_output = 'hex'");
  }

  /// The tables that are saved, without their rows.
  List<Table> tables() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        if (!LEFT_OUT.contains(rows.getString(1))) {
          String[] columns = (String[]) rows.getArray(2).getArray();
          tables.add(new Table(rows.getString(1), List.of(columns), 0, ""));
        }
      }
    }
    return tables;
  }

  List<Sequence> sequences() throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = '"
                    + Migrations.SCHEMA
                    + "' ORDER BY sequencename")) {
      while (rows.next()) {
        sequences.add(new Sequence(rows.getString(1), rows.getObject(2, Long.class)));
      }
    }
    return sequences;
  }

  void setSequence(Sequence sequence) throws SQLException {
    if (sequence.last() != null) {
      try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
        statement.setString(1, quoted(sequence.name()));
        statement.setLong(2, sequence.last());
        statement.execute();
      }
    }
  }

  /// Writes a table's rows and returns the table with their number and checksum.
  Table write(Table table, OutputStream out) throws SQLException, IOException {
    var digesting = new DigestOutputStream(out, sha256());
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + target(table) + " TO STDOUT", digesting);
    return new Table(table.name(), table.columns(), rows, hex(digesting.getMessageDigest()));
  }

  /// Fills a table and returns it with the number and checksum of what was read.
  Table read(Table table, InputStream in) throws SQLException, IOException {
    var digesting = new DigestInputStream(in, sha256());
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + target(table) + " FROM STDIN", digesting);
    return new Table(table.name(), table.columns(), rows, hex(digesting.getMessageDigest()));
  }

  void truncate(List<Table> tables) throws SQLException {
    var names = new ArrayList<String>();
    for (Table table : tables) {
      names.add(quoted(table.name()));
    }
    execute("TRUNCATE " + String.join(", ", names));
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private String target(Table table) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String column : table.columns()) {
      columns.add(quoted(column));
    }
    return quoted(table.name()) + columns.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  private String quoted(String name) throws SQLException {
    return connection.unwrap(PGConnection.class).escapeIdentifier(name);
  }
}
