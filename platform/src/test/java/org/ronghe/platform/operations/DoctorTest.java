package org.ronghe.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.operations.Finding.Status;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

class DoctorTest {
  private static final Surroundings SOUND =
      new Surroundings(
          Runtime.Version.parse("25.0.3"), Clock.systemUTC(), Instant.EPOCH, folder -> 1L << 40);

  private Path data = Path.of("unset");

  @BeforeEach
  void makeFolder() throws IOException {
    data = TemporaryFolders.make("ronghe-doctor-");
  }

  @AfterEach
  void deleteFolder() throws IOException {
    TemporaryFolders.delete(data);
  }

  @Test
  void aNodeThatIsWellHasNoFault() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT)) {
      Migrations.migrate(postgres.settings());
    }
    Files.createFile(Files.createDirectory(data.resolve("b")).resolve("ronghe-2026-11-24.backup"));
    var findings = examine(SOUND, Map.of("backup.folder", data.resolve("b").toString()), Map.of());
    assertThat(statuses(findings))
        .containsOnlyKeys(
            "java",
            "configuration",
            "address",
            "data-folder",
            "disk",
            "clock",
            "database",
            "database-version",
            "durability",
            "passwords",
            "role",
            "database-clock",
            "schema",
            "audit",
            "backup");
    assertThat(findings).allMatch(finding -> finding.status() == Status.OK);
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.sentence().apply(Language.ENGLISH)).doesNotStartWith("[");
          assertThat(finding.sentence().apply(Language.CHINESE)).containsPattern("[。0-9]$");
        });
  }

  @Test
  void aMachineThatIsNotAsItShouldBe() throws Exception {
    var now = Instant.parse("2020-01-01T00:00:00Z");
    var old =
        new Surroundings(
            Runtime.Version.parse("24.0.1"),
            Clock.fixed(now, ZoneOffset.UTC),
            Instant.parse("2026-11-01T00:00:00Z"),
            folder -> 10L << 20);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path backups = Files.createDirectory(data.resolve("b"));
    Path backup = Files.createFile(backups.resolve("ronghe-2019-12-01.backup"));
    Files.setLastModifiedTime(backup, FileTime.from(now.minus(Duration.ofDays(31))));
    var findings =
        examine(
            old,
            Map.of("host", "0.0.0.0", "backup.folder", backups.toString()),
            Map.of("RONGHE_PROT", "1"));
    assertThat(statuses(findings))
        .containsEntry("java", Status.FAULT)
        .containsEntry("configuration", Status.FAULT)
        .containsEntry("address", Status.FAULT)
        .containsEntry("data-folder", Status.FAULT)
        .containsEntry("disk", Status.FAULT)
        .containsEntry("clock", Status.FAULT)
        .containsEntry("database", Status.NOTE)
        .containsEntry("backup", Status.FAULT);
    assertThat(sentence(findings, "configuration")).contains("Did you mean RONGHE_PORT?");
    assertThat(sentence(findings, "data-folder")).contains("chmod o-rw,g-w " + data);
    assertThat(sentence(findings, "disk")).startsWith("Only 10 MB");
    Files.delete(backup);
    assertThat(statuses(examine(old, Map.of("backup.folder", backups.toString()), Map.of())))
        .containsEntry("backup", Status.FAULT);
    assertThat(statuses(examine(SOUND, Map.of(), Map.of()))).containsEntry("backup", Status.NOTE);
    assertThat(
            statuses(
                examine(
                    SOUND, Map.of("data", Files.createFile(data.resolve("f")) + "/x"), Map.of())))
        .containsEntry("data-folder", Status.FAULT);
  }

  @Test
  void aDatabaseThatIsNotAsItShouldBe() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var settings = database.settings();
      var sound = external(settings);
      // The tests' server does without fsync, which is the first fault to be found.
      if (ask(settings, "SHOW fsync").equals("off")) {
        assertThat(statuses(examine(SOUND, Map.of(), sound)))
            .containsEntry("durability", Status.FAULT);
      }
      execute(
          settings,
          "SET search_path = ronghe",
          "SELECT audit_event('a', 'b', 'c', NULL)",
          "SELECT audit_event('d', 'e', 'f', NULL)",
          "ALTER TABLE audit_entry DISABLE TRIGGER USER",
          "UPDATE audit_entry SET action = 'x' WHERE number = (SELECT max(number) FROM"
              + " audit_entry)");
      var findings = examine(SOUND, Map.of(), sound);
      assertThat(statuses(findings)).containsEntry("audit", Status.FAULT);
      assertThat(sentence(findings, "audit"))
          .contains("entry " + ask(settings, "SELECT max(number) FROM ronghe.audit_entry"));

      var wrong = new HashMap<>(sound);
      wrong.put("RONGHE_DATABASE_APP_PASSWORD", "guessed");
      assertThat(statuses(examine(SOUND, Map.of(), wrong))).containsEntry("role", Status.FAULT);
      wrong.put("RONGHE_DATABASE_APP_USER", "ronghe_nobody");
      assertThat(sentence(examine(SOUND, Map.of(), wrong), "role")).contains("CREATE ROLE");
      wrong.put("RONGHE_DATABASE_PASSWORD", "guessed");
      assertThat(sentence(examine(SOUND, Map.of(), wrong), "database"))
          .contains("cannot be reached");

      var later =
          new Surroundings(
              SOUND.java(),
              Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)),
              Instant.EPOCH,
              SOUND.disk());
      assertThat(statuses(examine(later, Map.of(), sound)))
          .containsEntry("database-clock", Status.FAULT);

      execute(
          settings,
          "UPDATE ronghe.flyway_schema_history SET version = '9999' WHERE installed_rank ="
              + " (SELECT max(installed_rank) FROM ronghe.flyway_schema_history)");
      assertThat(sentence(examine(SOUND, Map.of(), sound), "schema"))
          .startsWith("The tables are of version 9999");
    }
    try (var empty = TestDatabase.empty()) {
      assertThat(statuses(examine(SOUND, Map.of(), external(empty.settings()))))
          .containsEntry("schema", Status.NOTE);
      Migrations.migrateTo(empty.settings(), "010");
      assertThat(sentence(examine(SOUND, Map.of(), external(empty.settings())), "schema"))
          .startsWith("The tables are of version 010; the next start brings them to");
    }
  }

  @Test
  void everySentenceIsUsed() throws IOException {
    String code = "";
    for (String name : List.of("Doctor", "DatabaseExamination")) {
      code +=
          Files.readString(
              org.ronghe.testkit.Project.root()
                  .resolve("platform/src/main/java/org/ronghe/platform/operations")
                  .resolve(name + ".java"));
    }
    for (String key : Texts.in(Language.ENGLISH).keys()) {
      if (key.startsWith("operations.doctor.")) {
        List<String> words = List.of(key.split("\\.", -1));
        assertThat(code).as(key).contains('"' + words.get(2) + '"', '"' + words.get(3) + '"');
      }
    }
  }

  private List<Finding> examine(
      Surroundings surroundings, Map<String, String> flags, Map<String, String> environment)
      throws IOException {
    var all = new HashMap<>(Map.of("data", data.toString()));
    all.putAll(flags);
    return new Doctor(new ConfigurationSources(all, environment, data, false), surroundings)
        .examine();
  }

  private static Map<String, String> external(DatabaseSettings settings) {
    return Map.of(
        "RONGHE_DATABASE_URL", settings.url(),
        "RONGHE_DATABASE_USER", settings.owner().user(),
        "RONGHE_DATABASE_PASSWORD", settings.owner().password(),
        "RONGHE_DATABASE_APP_USER", settings.app().user(),
        "RONGHE_DATABASE_APP_PASSWORD", settings.app().password());
  }

  private static Map<String, Status> statuses(List<Finding> findings) {
    Map<String, Status> statuses = new HashMap<>();
    findings.forEach(finding ->
        statuses.merge(finding.check(), finding.status(), (a, b) -> a.compareTo(b) > 0 ? a : b));
    return statuses;
  }

  private static String sentence(List<Finding> findings, String check) {
    return findings.stream()
        .filter(finding -> finding.check().equals(check))
        .map(finding -> finding.sentence().apply(Language.ENGLISH))
        .findFirst()
        .orElse("");
  }

  private static void execute(DatabaseSettings settings, String... statements) throws Exception {
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(DatabaseSettings settings, String sql) throws Exception {
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
