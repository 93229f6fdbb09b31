package org.ronghe.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

class EmbeddedPostgresTest {
  private Path folder = Path.of("unset");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = TemporaryFolders.make("ronghe-embedded-");
  }

  @AfterEach
  void deleteFolder() throws IOException {
    TemporaryFolders.delete(folder);
  }

  @Test
  void whatWasCommittedIsThereAfterAStopAndAStart() throws Exception {
    DatabaseSettings first;
    try (var postgres = start()) {
      first = postgres.settings();
      execute(first, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (42)");
    }
    try (var postgres = start()) {
      assertThat(postgres.settings().owner()).isEqualTo(first.owner());
      assertThat(ask(postgres.settings(), "SELECT n FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void itKeepsItsPromisesAboutDurabilityAndPasswords() throws Exception {
    try (var postgres = start()) {
      var settings = postgres.settings();
      assertThat(ask(settings, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(settings, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(settings, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(settings, "SHOW data_checksums")).isEqualTo("on");
      assertThat(ask(settings, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(settings, "SHOW password_encryption")).isEqualTo("scram-sha-256");
      assertThat(ask(settings, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(ask(settings, "SELECT upper('é') || left('融合平台', 2)")).isEqualTo("É融合");
      var wrong = new Credentials(EmbeddedPostgres.OWNER, "guessed");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() ->
              new DatabaseSettings(settings.url(), wrong, settings.app()).connectAsOwner().close())
          .matches(e -> e.getSQLState().equals("28P01"));
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("database.passwords")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void oneNodeAtATimeUsesAFolder() throws Exception {
    try (var postgres = start()) {
      assertThat(codeOf(this::start)).isEqualTo(OperatorCode.DATA_FOLDER_LOCKED);
      try (var other = ServerInOtherProcess.start(folder)) {
        assertThat(other.said()).isEqualTo("problem data-folder-locked");
      }
      // The refusals have not harmed the one that runs, nor dropped its lock.
      assertThat(ask(postgres.settings(), "SELECT 1")).isEqualTo("1");
      try (var other = ServerInOtherProcess.start(folder)) {
        assertThat(other.said()).isEqualTo("problem data-folder-locked");
      }
    }
  }

  @Test
  void commandsFindTheServerOfARunningNode() throws Exception {
    assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
    try (var node = ServerInOtherProcess.start(folder)) {
      var settings = EmbeddedPostgres.findRunning(folder).orElseThrow();
      assertThat(ask(settings, "SELECT 1")).isEqualTo("1");
      assertThat(runs(node.serverPid())).isTrue();
    }
    assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
  }

  @Test
  void aKilledServerComesBackWithEveryCommittedRow() throws Exception {
    try (var postgres = start()) {
      execute(postgres.settings(), "CREATE TABLE kept (n int)");
      try (Connection open = postgres.settings().connectAsOwner();
          Statement statement = open.createStatement()) {
        statement.execute("INSERT INTO kept SELECT generate_series(1, 1000)");
        open.setAutoCommit(false);
        statement.execute("INSERT INTO kept SELECT generate_series(1, 500)");
        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        // Its child that serves this connection notices soon, but not at once.
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> askUntilItFails(statement));
      } catch (SQLException e) {
        // Closing what the dead server held open.
      }
    }
    try (var postgres = start()) {
      assertThat(ask(postgres.settings(), "SELECT count(*) FROM kept")).isEqualTo("1000");
    }
  }

  @Test
  void theServerOfAKilledNodeIsStoppedAndItsRowsAreThere() throws Exception {
    var node = ServerInOtherProcess.start(folder);
    execute(
        EmbeddedPostgres.findRunning(folder).orElseThrow(),
        "CREATE TABLE kept (n int)",
        "INSERT INTO kept VALUES (7)");
    node.kill();
    assertThat(runs(node.serverPid())).as("orphan").isTrue();
    try (var postgres = start()) {
      assertThat(postgres.pid()).isNotEqualTo(node.serverPid());
      assertThat(runs(node.serverPid())).isFalse();
      assertThat(ask(postgres.settings(), "SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void aPidFileWhoseNumberBelongsToSomebodyElseByNowIsNoHindrance() throws Exception {
    start().close();
    Path pidFile = folder.resolve("postgres/18/postmaster.pid");
    Files.writeString(
        pidFile,
        "%d\n%s\n1\n5432\n\n127.0.0.1\n\nready\n"
            .formatted(ProcessHandle.current().pid(), folder.resolve("postgres/18")));
    try (var postgres = start()) {
      assertThat(ask(postgres.settings(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aNodeThatIsAskedToEndStopsItsServer() throws Exception {
    long server;
    try (var node = ServerInOtherProcess.start(folder)) {
      server = node.serverPid();
    }
    assertThat(runs(server)).isFalse();
    assertThat(folder.resolve("postgres/18/postmaster.pid")).doesNotExist();
  }

  @Test
  void itRunsAsAnOrdinaryUserAndSaysWhenTheFolderIsNotTheirs() throws Exception {
    assumeTrue(ServerAccount.isRoot(), "only root can become somebody else");
    Path home = TemporaryFolders.make("ronghe-home-");
    try {
      Path theirs = Files.createDirectory(home.resolve("data"));
      Files.setOwner(
          theirs,
          theirs.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
      Files.setOwner(
          home,
          theirs.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
      try (var node = ServerInOtherProcess.startAs("nobody", home, theirs)) {
        assertThat(node.said()).startsWith("ready ");
        assertThat(Files.getOwner(Path.of("/proc/" + node.serverPid())).getName())
            .isEqualTo("nobody");
      }
    } finally {
      TemporaryFolders.delete(home);
    }
    Path other = TemporaryFolders.make("ronghe-home-");
    try (var node =
        ServerInOtherProcess.startAs("nobody", other, Files.createDirectory(other.resolve("d")))) {
      assertThat(node.said()).isEqualTo("problem data-folder-unusable");
    } finally {
      TemporaryFolders.delete(other);
    }
  }

  @Test
  void rootsServerRunsAsAnotherAccountWhichMustReachTheFolder() throws Exception {
    assumeTrue(ServerAccount.isRoot(), "only root has to become somebody else");
    try (var postgres = start()) {
      assertThat(Files.getOwner(Path.of("/proc/" + postgres.pid())).getName()).isNotEqualTo("root");
    }
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(
            codeOf(
                () -> EmbeddedPostgres.start(closed.resolve("data"), EmbeddedPostgres.FREE_PORT)))
        .isEqualTo(OperatorCode.ACCOUNT_SHUT_OUT);
  }

  @Test
  void whatIsWrongWithAFolderIsSaid() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(codeOf(() -> EmbeddedPostgres.start(file.resolve("data"), 0)))
        .isEqualTo(OperatorCode.DATA_FOLDER_UNUSABLE);
    start().close();
    Path passwords = folder.resolve("database.passwords");
    String kept = Files.readString(passwords);
    Files.delete(passwords);
    assertThat(codeOf(this::start)).isEqualTo(OperatorCode.DATABASE_PASSWORDS_LOST);
    Passwords.writePrivate(passwords, kept);
    Path version = folder.resolve("postgres/18/PG_VERSION");
    Files.writeString(version, "17\n");
    assertThat(codeOf(this::start)).isEqualTo(OperatorCode.DATABASE_VERSION_OTHER);
    Files.writeString(version, "18\n");
    Files.writeString(folder.resolve("postgres/local.conf"), "shared_buffers = 'plenty'\n");
    assertThatExceptionOfType(OperatorProblem.class)
        .isThrownBy(this::start)
        .withMessageContaining("shared_buffers")
        .matches(e -> e.code() == OperatorCode.DATABASE_FAILED);
    Files.delete(folder.resolve("postgres/local.conf"));
    start().close();
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(OperatorProblem.class)
          .isThrownBy(() -> EmbeddedPostgres.start(folder, taken.getLocalPort()))
          .withMessageContaining("could not bind");
    }
  }

  private static void askUntilItFails(Statement statement) throws SQLException {
    for (int i = 0; i < 200; i++) {
      statement.execute("SELECT 1");
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// A dead process whose parent has not looked at it yet has no program any more.
  private static boolean runs(long pid) {
    return Files.exists(Path.of("/proc/" + pid + "/exe"));
  }

  private static OperatorCode codeOf(ThrowingCallable start) {
    return catchThrowableOfType(OperatorProblem.class, start).code();
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.start(folder, EmbeddedPostgres.FREE_PORT);
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
}
