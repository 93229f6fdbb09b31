package org.ronghe.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.Node;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.operations.Doctor;
import org.ronghe.platform.operations.Finding;
import org.ronghe.platform.operations.Surroundings;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;
import org.ronghe.platform.text.Language;

/// A node on a server that somebody else keeps: roles and a database made by hand, as the
/// operator's guide says.
@TestInstance(Lifecycle.PER_CLASS)
class ExternalDatabaseTest {
  private static final String PASSWORD = "of the owner of this test";

  private Path server;
  private EmbeddedPostgres postgres;
  private Passwords passwords;

  @BeforeAll
  void startTheServer() throws IOException {
    server = TemporaryFolders.make("ronghe-external-");
    postgres = EmbeddedPostgres.start(server, EmbeddedPostgres.FREE_PORT);
    passwords = Passwords.read(new PostgresFolder(server).passwords());
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
    TemporaryFolders.delete(server);
  }

  @Test
  void aNodeBringsAnEmptyDatabaseUpToDateAndWorksOnIt() throws Exception {
    prepare("city", "city_owner", "CREATEROLE");
    Path data = TemporaryFolders.makeForThisRun("ronghe-external-data-");
    Map<String, String> options = options("city", "city_owner", "city_app", data);
    long organisation;
    try (Node node = Node.start(read(options))) {
      organisation = enter(node, "外部公司");
    }
    assertThat(Files.exists(data.resolve("postgres")))
        .as("no database of the node's own")
        .isFalse();
    List<Finding> findings = new Doctor(sources(options), Surroundings.ofProcess()).examine();
    assertThat(findings)
        .filteredOn(finding -> !finding.check().equals("backup") && !finding.check().equals("disk"))
        .as("%s", findings.stream().map(f -> f.sentence().apply(Language.ENGLISH)).toList())
        .allMatch(finding -> finding.status() == Finding.Status.OK);
    assertThat(findings).extracting(Finding::check).contains("database", "schema", "role", "audit");
    try (Node node = Node.start(read(options))) {
      assertThat(
              Actors.getAs(
                  Actor.system("test"),
                  () -> node.part(Organisations.class).find(organisation).orElseThrow()))
          .extracting(found -> found.profile().names().zh())
          .isEqualTo("外部公司");
      DatabaseSettings settings = read(options).findExternalDatabase().orElseThrow();
      try (Connection owner = settings.connectAsOwner()) {
        owner.setSchema(Migrations.SCHEMA);
        assertThat(AuditChain.check(owner, null)).isInstanceOf(AuditChain.Whole.class);
      }
      try (Connection app = settings.connectAsApp();
          Statement statement = app.createStatement();
          var rows = statement.executeQuery("SELECT count(*) FROM ronghe.organisation")) {
        rows.next();
        assertThat(rows.getInt(1)).as("row-level security holds there, too").isZero();
      }
    }
  }

  @Test
  void whatTheServerRefusesIsSaidAsWhatToDo() throws Exception {
    prepare("strict", "strict_owner", "NOCREATEROLE");
    Path data = TemporaryFolders.makeForThisRun("ronghe-external-data-");
    var options = new HashMap<>(options("strict", "strict_owner", "strict_app", data));
    problem(OperatorCode.APP_ROLE_MISSING, options);
    superuser("CREATE ROLE strict_app LOGIN BYPASSRLS PASSWORD '" + PASSWORD + "'");
    problem(OperatorCode.APP_ROLE_TOO_STRONG, options);
    superuser("ALTER ROLE strict_app NOBYPASSRLS");
    try (Node node = Node.start(read(options))) {
      assertThat(enter(node, "严格公司")).isPositive();
    }
    options.put("database.password", "another");
    problem(OperatorCode.DATABASE_UNREACHABLE, options);
  }

  private static void problem(OperatorCode code, Map<String, String> options) {
    assertThatExceptionOfType(OperatorProblem.class)
        .isThrownBy(() -> Node.start(read(options)))
        .matches(problem -> problem.code() == code, "is " + code);
  }

  private static long enter(Node node, String name) {
    var profile =
        new OrganisationProfile(
            new Names(name, ""),
            OrganisationKind.ENTERPRISE,
            new Place("CN", "武汉", "", null, null),
            "",
            "active");
    return Actors.getAs(
        Actor.system("test"),
        () ->
            node.part(Organisations.class)
                .create(new NewOrganisation(profile, List.of(), null))
                .id());
  }

  private void prepare(String database, String owner, String attribute) throws SQLException {
    superuser("CREATE ROLE " + owner + " LOGIN " + attribute + " PASSWORD '" + PASSWORD + "'");
    superuser("CREATE DATABASE " + database + " OWNER " + owner);
  }

  private void superuser(String sql) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres";
    try (Connection connection =
            DriverManager.getConnection(url, EmbeddedPostgres.SUPERUSER, passwords.superuser());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, String> options(String database, String owner, String app, Path data) {
    return Map.of(
        "data",
        data.toString(),
        "port",
        "0",
        "database.url",
        "postgresql://127.0.0.1:" + postgres.port() + "/" + database,
        "database.user",
        owner,
        "database.password",
        PASSWORD,
        "database.app-user",
        app);
  }

  private static ConfigurationSources sources(Map<String, String> options) {
    return new ConfigurationSources(options, Map.of(), Path.of("/nowhere"), false);
  }

  private static NodeConfiguration read(Map<String, String> options) {
    return NodeConfiguration.read(sources(options), Language.ENGLISH);
  }
}
