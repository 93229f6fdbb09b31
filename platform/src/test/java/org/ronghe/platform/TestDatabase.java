package org.ronghe.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.ronghe.platform.database.Credentials;
import org.ronghe.platform.database.DatabaseRoles;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.database.Migrations;

/// A fresh, migrated database for one test class, on a server that all tests of this JVM share.
///
/// ```
/// private static final TestDatabase DATABASE = TestDatabase.fresh();
/// ```
///
/// The server is our own embedded one, or the one `RONGHE_TEST_DATABASE_URL` names
/// (`jdbc:postgresql://host:port/database?user=…&password=…`, a user that may create databases and
/// roles).
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final DatabaseSettings settings;
  private final String name;

  private TestDatabase(DatabaseSettings settings, String name) {
    this.settings = settings;
    this.name = name;
  }

  /// A copy of the migrated database.
  public static TestDatabase fresh() {
    return copyOf(Server.SHARED.template);
  }

  /// A database nothing was done in yet.
  public static TestDatabase empty() {
    return copyOf("template0");
  }

  private static TestDatabase copyOf(String template) {
    Server server = Server.SHARED;
    String name = "ronghe_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    server.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return new TestDatabase(server.settings(name), name);
  }

  /// Where the database is and as whom to connect.
  public DatabaseSettings settings() {
    return settings;
  }

  /// Connections as the role the node works as.
  public DataSource app() {
    return source(settings.app());
  }

  /// Connections as the owner of the schema, whom row-level security does not bind.
  public DataSource owner() {
    return source(settings.owner());
  }

  private DataSource source(Credentials who) {
    var source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(who.user());
    source.setPassword(who.password());
    source.setCurrentSchema(Migrations.SCHEMA);
    return source;
  }

  /// Drops the database, with whoever is still connected to it. Not needed at the end of a test
  /// class: the embedded server is thrown away as a whole.
  @Override
  public void close() {
    Server.SHARED.drop(name);
  }

  /// The server of this JVM.
  private static final class Server {
    static final Server SHARED = new Server();

    private final DatabaseSettings main;
    private final String template;

    private Server() {
      String external = System.getenv("RONGHE_TEST_DATABASE_URL");
      main = external == null ? embedded() : external(external);
      template = "ronghe_template_" + ProcessHandle.current().pid();
      execute("DROP DATABASE IF EXISTS " + template);
      execute("CREATE DATABASE " + template + " TEMPLATE template0");
      Migrations.migrate(settings(template));
      if (external != null) {
        Runtime.getRuntime()
            .addShutdownHook(
                Thread.ofPlatform()
                    .unstarted(() -> execute("DROP DATABASE IF EXISTS " + template)));
      }
    }

    private static DatabaseSettings embedded() {
      try {
        Path folder = TemporaryFolders.make("ronghe-test-postgres-");
        Files.createDirectory(folder.resolve("postgres"));
        // A test's data may be lost with the machine; being killed loses nothing even so.
        Files.writeString(
            folder.resolve("postgres").resolve("local.conf"),
            "fsync = off\n"
                + "full_page_writes = off\n"
                + "synchronous_commit = off\n"
                + "max_connections = 200\n");
        var postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.FREE_PORT);
        TemporaryFolders.atExit(() -> {
          postgres.close();
          TemporaryFolders.delete(folder);
        });
        return postgres.settings();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static DatabaseSettings external(String url) {
      try (Connection connection = DriverManager.getConnection(url)) {
        var properties = org.postgresql.Driver.parseURL(url, null);
        if (properties == null) {
          throw new IllegalArgumentException("not a JDBC URL of PostgreSQL: " + url);
        }
        var owner =
            new Credentials(
                connection.getMetaData().getUserName(), properties.getProperty("password", ""));
        var app = new Credentials(EmbeddedPostgres.APP, EmbeddedPostgres.APP);
        DatabaseRoles.ensureApp(connection, app);
        return new DatabaseSettings(url.replaceFirst("\\?.*", ""), owner, app);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    DatabaseSettings settings(String database) {
      return new DatabaseSettings(
          main.url().replaceFirst("/[^/]*$", "/" + database), main.owner(), main.app());
    }

    /// An autovacuum worker in the database belongs to nobody, so that its owner may not end it; it
    /// goes by itself soon.
    void drop(String database) {
      String sql = "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)";
      for (int tried = 1; ; tried++) {
        try (Connection connection = main.connectAsOwner();
            Statement statement = connection.createStatement()) {
          statement.execute(sql);
          return;
        } catch (SQLException e) {
          boolean notAllowed = INSUFFICIENT_PRIVILEGE.equals(e.getSQLState());
          if (!notAllowed || tried == 40) {
            throw new IllegalStateException(sql, e);
          }
          LockSupport.parkNanos(250_000_000);
        }
      }
    }

    void execute(String sql) {
      try (Connection connection = main.connectAsOwner();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
