package org.ronghe.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// The node's own PostgreSQL: a child process that listens on this machine alone and keeps its
/// files in the node's data folder.
///
/// Every commit is on disk before it is acknowledged (`fsync`), passwords are SCRAM's, and pages
/// carry checksums. Being killed, node or server, loses nothing that was acknowledged: the next
/// start stops what was left running and PostgreSQL recovers from its log.
///
/// ```
/// try (var postgres = EmbeddedPostgres.start(dataFolder, EmbeddedPostgres.FREE_PORT)) {
///   Migrations.migrate(postgres.settings());
/// }
/// ```
public final class EmbeddedPostgres implements AutoCloseable {
  /// Asks for any free port.
  public static final int FREE_PORT = 0;

  /// The role that owns the schema.
  public static final String OWNER = "ronghe_owner";

  /// The role the node works as.
  public static final String APP = "ronghe_app";

  static final String DATABASE = "ronghe";
  static final String SUPERUSER = "postgres";

  private static final String LOOPBACK = "127.0.0.1";

  /// Recovery after a crash reads the log again, which may take minutes after a bulk load.
  private static final Duration START_PATIENCE = Duration.ofMinutes(10);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS_AT_A_PORT = 3;

  private final PostgresFolder folder;
  private final NodeLock lock;
  private final ServerProcesses processes;
  private final int port;
  private final Passwords passwords;
  private final StorageWatch watch;
  private final ServerRevival revival;
  private boolean closed;

  private EmbeddedPostgres(
      PostgresFolder folder,
      NodeLock lock,
      ServerProcesses processes,
      int port,
      Passwords passwords,
      Launch again) {
    this.folder = folder;
    this.lock = lock;
    this.processes = processes;
    this.port = port;
    this.passwords = passwords;
    this.watch =
        new StorageWatch(
            folder.node(),
            url(port, "postgres"),
            new Credentials(SUPERUSER, passwords.superuser()));
    this.revival =
        new ServerRevival(
            new ServerRevival.Server() {
              @Override
              public boolean isWell() throws IOException {
                return EmbeddedPostgres.this.isWell();
              }

              @Override
              public void startAgain() throws IOException {
                EmbeddedPostgres.this.startAgain(again);
              }
            });
  }

  /// Starts the server's process at a port and waits until it takes connections.
  @FunctionalInterface
  private interface Launch {
    /// @return the port
    int at(int port) throws IOException;
  }

  /// Starts the server and waits until it takes connections; makes a new one in an empty folder.
  ///
  /// @param dataFolder the node's data folder; made if it is not there
  /// @param port 1 to 65535, or [#FREE_PORT]
  /// @throws OperatorProblem if the folder is in use or unusable, this system has no binaries, or
  ///   the server does not start
  public static EmbeddedPostgres start(Path dataFolder, int port) throws IOException {
    var folder = new PostgresFolder(dataFolder.toAbsolutePath().normalize());
    PostgresFolders.make(folder);
    NodeLock lock = NodeLock.take(folder);
    try {
      return startLocked(folder, lock, port);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Whether a folder holds a database.
  public static boolean isThere(Path dataFolder) {
    return Files.exists(new PostgresFolder(dataFolder.toAbsolutePath().normalize()).cluster());
  }

  /// The settings of a server that runs in the folder now, started by another process.
  public static Optional<DatabaseSettings> findRunning(Path dataFolder) throws IOException {
    var folder = new PostgresFolder(dataFolder.toAbsolutePath().normalize());
    if (!NodeLock.isTaken(folder)) {
      return Optional.empty();
    }
    var postmaster = folder.findPostmaster().filter(PostgresFolder.Postmaster::ready);
    if (postmaster.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        settings(postmaster.get().port(), DATABASE, Passwords.read(folder.passwords())));
  }

  /// Where the server is and as whom to connect.
  public DatabaseSettings settings() {
    return settings(port, DATABASE, passwords);
  }

  /// The port the server listens on.
  public int port() {
    return port;
  }

  /// The server's own process.
  public long pid() throws IOException {
    return folder
        .findPostmaster()
        .orElseThrow(() -> new IllegalStateException("the server does not run"))
        .pid();
  }

  /// Stops the server when this process ends by itself or is asked to. A node that must answer its
  /// last requests first calls [#close] itself at the right time instead.
  public void closeAtExit() {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  try {
                    close();
                  } catch (IOException e) {
                    // Nobody is left to tell; the next start recovers.
                  }
                }));
  }

  /// Ends all connections, writes everything and stops the server. Does nothing the second time.
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    revival.close();
    watch.close();
    try {
      if (!processes.stop("fast", STOP_PATIENCE)) {
        processes.stop("immediate", STOP_PATIENCE);
      }
    } finally {
      lock.close();
    }
  }

  /// From now on starts the server again whenever it dies by itself.
  public void reviveWhenKilled() {
    revival.start();
  }

  private synchronized boolean isWell() throws IOException {
    return closed
        || folder.findPostmaster().flatMap(found -> ProcessHandle.of(found.pid())).isPresent();
  }

  private synchronized void startAgain(Launch again) throws IOException {
    if (!closed) {
      processes.stopOrphans(STOP_PATIENCE);
      again.at(port);
    }
  }

  private static EmbeddedPostgres startLocked(PostgresFolder folder, NodeLock lock, int port)
      throws IOException {
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(PostgresFolders.cache());
    ServerAccount account = ServerAccount.of(folder);
    PostgresFolders.hand(folder, account);
    account.mustReach(folder.log());
    account.mustReach(binaries.folder());
    var processes = new ServerProcesses(folder, binaries, account);
    processes.stopOrphans(STOP_PATIENCE);
    Passwords passwords = passwords(folder, binaries, account);
    PostgresFolders.mustBeOfVersion(folder);
    ServerSettings.write(folder);
    Launch launch = wanted -> launch(folder, binaries, account, wanted);
    int actual = launch.at(port);
    var server = new EmbeddedPostgres(folder, lock, processes, actual, passwords, launch);
    try {
      server.prepare();
    } catch (SQLException e) {
      processes.stop("fast", STOP_PATIENCE);
      throw new OperatorProblem(OperatorCode.DATABASE_FAILED, String.valueOf(e.getMessage()));
    }
    server.watch.start();
    return server;
  }

  private static Passwords passwords(
      PostgresFolder folder, PostgresBinaries binaries, ServerAccount account) throws IOException {
    if (Files.exists(folder.cluster())) {
      return Passwords.read(folder.passwords());
    }
    Passwords passwords = Passwords.create(folder.passwords());
    initialise(folder, binaries, account, passwords);
    return passwords;
  }

  /// Makes the cluster beside its place and renames it: a folder `18` is always a whole one.
  private static void initialise(
      PostgresFolder folder, PostgresBinaries binaries, ServerAccount account, Passwords passwords)
      throws IOException {
    Path partial = folder.postgres().resolve(PostgresFolder.VERSION + ".new");
    Path passwordFile = folder.postgres().resolve("superuser.password");
    PostgresBinaries.delete(partial);
    PostgresFolders.makeFolder(partial, "rwx------");
    account.own(partial);
    Files.deleteIfExists(passwordFile);
    try {
      Passwords.writePrivate(passwordFile, passwords.superuser());
      account.own(passwordFile);
      var ended =
          new ChildProcess(
                  account.command(
                      List.of(
                          binaries.program("initdb"),
                          "--pgdata=" + partial,
                          "--username=" + SUPERUSER,
                          "--pwfile=" + passwordFile,
                          "--auth=scram-sha-256",
                          "--encoding=UTF8",
                          "--locale=C",
                          "--locale-provider=builtin",
                          "--builtin-locale=C.UTF-8",
                          "--data-checksums",
                          "--no-instructions")))
              .run();
      if (!ended.succeeded()) {
        throw new OperatorProblem(OperatorCode.DATABASE_FAILED, ended.output());
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    ServerSettings.include(partial);
    Files.move(partial, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Starts the server's process and waits until it takes connections.
  ///
  /// @return its port
  private static int launch(
      PostgresFolder folder, PostgresBinaries binaries, ServerAccount account, int port)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      int tried = port == FREE_PORT ? freePort() : port;
      try {
        ServerStart.run(folder, command(folder, binaries, account, tried), START_PATIENCE);
        return tried;
      } catch (OperatorProblem e) {
        // Somebody else may have taken the port in between.
        boolean taken = String.valueOf(e.getMessage()).contains("could not bind");
        if (port != FREE_PORT || !taken || attempt == ATTEMPTS_AT_A_PORT) {
          throw e;
        }
      }
    }
  }

  private static List<String> command(
      PostgresFolder folder, PostgresBinaries binaries, ServerAccount account, int port) {
    var command = new ArrayList<String>();
    // A session of its own: Ctrl-C in the terminal is for the node, which stops the server last.
    ServerAccount.findProgram("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(account.command(List.of(binaries.program("postgres"))));
    command.addAll(List.of("-D", folder.cluster().toString()));
    command.add("--listen_addresses=" + LOOPBACK);
    command.add("--port=" + port);
    command.add("--unix_socket_directories=");
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Makes the roles and the database. A first start that was killed half-way is finished by the
  /// next one.
  private void prepare() throws SQLException {
    var superuser = new Credentials(SUPERUSER, passwords.superuser());
    var owner = new Credentials(OWNER, passwords.owner());
    try (Connection connection =
        DriverManager.getConnection(url(port, "postgres"), SUPERUSER, superuser.password())) {
      allowWriting(connection);
      if (!DatabaseRoles.exists(connection, OWNER)) {
        DatabaseRoles.create(
            connection, owner, "LOGIN NOSUPERUSER CREATEDB CREATEROLE NOBYPASSRLS");
      }
      // Again, since the first attempt may have ended between the two statements.
      DatabaseRoles.setPassword(connection, owner);
      var app = new Credentials(APP, passwords.app());
      DatabaseRoles.ensureApp(connection, app);
      DatabaseRoles.setPassword(connection, app);
      try (Statement statement = connection.createStatement()) {
        // A restore fills tables before the rules between them hold.
        statement.execute("GRANT SET ON PARAMETER session_replication_role TO " + OWNER);
        if (!DatabaseRoles.databaseExists(connection, DATABASE)) {
          statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
        }
        statement.execute("REVOKE CONNECT, TEMPORARY ON DATABASE " + DATABASE + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP);
      }
    }
  }

  /// Takes back for this connection what [StorageWatch] may have left behind.
  private static void allowWriting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = off");
    }
  }

  private static DatabaseSettings settings(int port, String database, Passwords passwords) {
    return new DatabaseSettings(
        url(port, database),
        new Credentials(OWNER, passwords.owner()),
        new Credentials(APP, passwords.app()));
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
  }
}
