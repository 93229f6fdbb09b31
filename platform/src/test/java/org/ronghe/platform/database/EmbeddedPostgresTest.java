package org.ronghe.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TemporaryFolders;

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
