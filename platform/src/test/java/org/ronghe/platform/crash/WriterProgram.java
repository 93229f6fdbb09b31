package org.ronghe.platform.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.database.Migrations;

/// A program of a test: starts the embedded server and writes into the node's tables from several
/// threads until it is killed or its server is. Says each transaction on standard output once the
/// database has acknowledged it, and not before.
///
/// | line | what was committed |
/// |---|---|
/// | `ready PID` | nothing yet: the server's process |
/// | `one ID` | an account and its password |
/// | `set ID N` | the account's display name is `v` and N |
/// | `bulk KEY` | [#BULK] accounts whose names begin with KEY |
public final class WriterProgram {
  /// Accounts of one bulk write.
  static final int BULK = 300;

  private static final int THREADS = 4;
  private static final PrintStream OUT = System.out;

  private WriterProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(Path.of(arguments[0]), EmbeddedPostgres.FREE_PORT);
    postgres.closeAtExit();
    Migrations.migrate(postgres.settings());
    say("ready " + postgres.pid());
    long seed = Long.parseLong(arguments[1]);
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      var random = new Random(seed + i);
      writers.add(Thread.ofPlatform().start(() -> write(postgres.settings(), random)));
    }
    for (Thread writer : writers) {
      writer.join();
    }
  }

  /// Ends when the server does.
  private static void write(DatabaseSettings settings, Random random) {
    try (Connection connection = settings.connectAsOwner()) {
      connection.setSchema(Migrations.SCHEMA);
      connection.setAutoCommit(false);
      List<Long> own = new ArrayList<>();
      for (int n = 1; ; n++) {
        switch (random.nextInt(10)) {
          case 0 -> bulk(connection, random);
          case 1, 2, 3, 4 -> own.add(one(connection, random));
          default -> {
            if (!own.isEmpty()) {
              set(connection, own.get(random.nextInt(own.size())), n);
            }
          }
        }
      }
    } catch (SQLException e) {
      System.err.println("server gone: " + e.getSQLState());
    }
  }

  private static long one(Connection connection, Random random) throws SQLException {
    long id;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "INSERT INTO account (name, display_name) VALUES ('one-"
                    + key(random)
                    + "', 'v0') RETURNING id")) {
      rows.next();
      id = rows.getLong(1);
    }
    execute(connection, "INSERT INTO account_password (account, hash) VALUES (?, 'x')", id);
    connection.commit();
    say("one " + id);
    return id;
  }

  private static void set(Connection connection, long id, int n) throws SQLException {
    execute(connection, "UPDATE account SET display_name = 'v" + n + "' WHERE id = ?", id);
    execute(connection, "UPDATE account_password SET hash = 'v" + n + "' WHERE account = ?", id);
    connection.commit();
    say("set " + id + " " + n);
  }

  private static void bulk(Connection connection, Random random) throws SQLException {
    String key = "bulk-" + key(random);
    execute(
        connection,
        "INSERT INTO account (name, display_name) SELECT '"
            + key
            + "-' || n, 'b'"
            + " FROM generate_series(1, ?) AS n",
        BULK);
    connection.commit();
    say("bulk " + key);
  }

  private static void execute(Connection connection, String sql, long argument)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, argument);
      statement.execute();
    }
  }

  private static String key(Random random) {
    return Long.toHexString(random.nextLong());
  }

  private static void say(String line) {
    synchronized (OUT) {
      OUT.println(line);
      OUT.flush();
    }
  }
}
