package org.ronghe.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronghe.platform.database.Credentials;
import org.ronghe.platform.problem.OperatorProblem;
import org.ronghe.platform.text.Language;
import org.ronghe.testkit.Project;

class NodeConfigurationTest {
  private static final boolean RENEW = Boolean.getBoolean("ronghe.renew");

  @TempDir private Path home = Path.of("unset");

  @Test
  void nothingNeedsToBeSet() {
    NodeConfiguration configuration = read(Map.of(), Map.of());
    assertThat(configuration.dataFolder()).isEqualTo(home.resolve(".local/share/ronghe"));
    assertThat(configuration.publicUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(configuration.behindProxy()).isFalse();
    assertThat(configuration.sessionLength()).isEqualTo(Duration.ofHours(8));
    assertThat(configuration.importMaxBytes()).isEqualTo(200L << 20);
    assertThat(configuration.findExternalDatabase()).isEmpty();
    assertThat(configuration.findOidc()).isEmpty();
    assertThat(configuration.findDailyBackup()).isEmpty();
    assertThat(configuration.set()).containsOnlyKeys("data");
    var root = new ConfigurationSources(Map.of(), Map.of(), Path.of("/root"), true);
    assertThat(NodeConfiguration.read(root, Language.ENGLISH).dataFolder())
        .isEqualTo(Path.of("/var/lib/ronghe"));
  }

  @Test
  void everyDefaultIsAllowed() {
    assertThat(Options.ALL)
        .allSatisfy(option ->
            assertThat(option.otherwise().isEmpty() || option.type().accepts(option.otherwise()))
                .as(option.key())
                .isTrue());
  }

  @Test
  void flagsWinOverTheEnvironmentWhichWinsOverTheFile() throws IOException {
    Path file = write("port: 1001\nhost: file.example\nlanguage: zh\n");
    var environment =
        Map.of(
            "RONGHE_CONFIG", file.toString(), "RONGHE_PORT", "1002", "RONGHE_HOST", "env.example");
    NodeConfiguration configuration = read(Map.of("port", "1003"), environment);
    assertThat(configuration.port()).isEqualTo(1003);
    assertThat(configuration.host()).isEqualTo("env.example");
    assertThat(configuration.language()).isEqualTo(Language.CHINESE);
  }

  @Test
  void theFileInTheDataFolderIsRead() throws IOException {
    Path data = Files.createDirectories(home.resolve("d"));
    Files.writeString(data.resolve("ronghe.yaml"), "backup:\n  folder: ~/b\n  time: '04:15'\n");
    var daily = read(Map.of("data", data.toString()), Map.of()).findDailyBackup().orElseThrow();
    assertThat(daily.folder()).isEqualTo(home.resolve("b"));
    assertThat(daily.time()).isEqualTo(LocalTime.of(4, 15));
    assertThat(daily.keep()).isEqualTo(14);
    Files.writeString(data.resolve("ronghe.yaml"), "data: /elsewhere\n");
    assertThat(problems(Map.of("data", data.toString()), Map.of()))
        .containsExactly(
            data.resolve("ronghe.yaml")
                + ":1: data: this file was found through the data folder and cannot move it. Use"
                + " --data or RONGHE_DATA, or name the file with --config.");
  }

  @Test
  void anExternalDatabaseHasTwoRoles() throws IOException {
    Path secret = Files.writeString(home.resolve("secret"), "s3cret\n");
    var environment =
        Map.of(
            "RONGHE_DATABASE_URL", "postgresql://db:5433/city",
            "RONGHE_DATABASE_USER", "boss",
            "RONGHE_DATABASE_PASSWORD_FILE", secret.toString(),
            "RONGHE_DATABASE_APP_PASSWORD", "weak");
    var settings = read(Map.of(), environment).findExternalDatabase().orElseThrow();
    assertThat(settings.url()).isEqualTo("jdbc:postgresql://db:5433/city");
    assertThat(settings.owner()).isEqualTo(new Credentials("boss", "s3cret"));
    assertThat(settings.app()).isEqualTo(new Credentials("ronghe_app", "weak"));
    assertThat(read(Map.of(), environment).set())
        .containsEntry("database.password", "•")
        .containsEntry("database.app-password", "•");
  }

  @Test
  void allProblemsAreReportedTogether() throws IOException {
    Path file =
        write(
            """
            prt: 80
            session:
              length: 99d
            import.max-file: 1KB
            backup:
              folder: [a, b]
            database:
              url: postgresql://me:secret@db/city
            oidc:
              issuer: ftp://login.example
            """);
    var environment =
        Map.of(
            "RONGHE_CONFIG", file.toString(),
            "RONGHE_DATABSE_URL", "postgresql://db/city",
            "RONGHE_JAVA_OPTS", "-Xss4m",
            "RONGHE_OIDC_ISSUER", "https://login.example",
            "RONGHE_LANGUAGE", "fr");
    assertThat(problems(Map.of("port", "65536"), environment))
        .containsExactly(
            file + ":6: backup.folder cannot be a list.",
            file + ":1: prt: there is no such option. Did you mean port?",
            file
                + ":3: session.length cannot be \"99d\"; it must be a length of time from 5m to"
                + " 30d, such as 30m, 8h or 14d.",
            file
                + ":4: import.max-file cannot be \"1KB\"; it must be a size from 1MB to 20GB, such"
                + " as 200MB.",
            file
                + ":8: database.url cannot be \"postgresql://me:secret@db/city\"; it must be an"
                + " address such as postgresql://host:5432/ronghe, without user and password.",
            file
                + ":10: oidc.issuer cannot be \"ftp://login.example\"; it must be an address that"
                + " begins with https:// or http://.",
            "RONGHE_DATABSE_URL: there is no such option. Did you mean RONGHE_DATABASE_URL?",
            "RONGHE_LANGUAGE cannot be \"fr\"; it must be one of en, zh.",
            "--port cannot be \"65536\"; it must be a whole number from 0 to 65535.",
            "oidc.issuer needs oidc.client-id as well.",
            "oidc.issuer needs oidc.client-secret as well.");
    assertThatExceptionOfType(OperatorProblem.class)
        .isThrownBy(() -> read(Map.of("port", "65536"), environment))
        .withMessageStartingWith("The configuration has 11 problems:\n  ")
        .matches(e -> e.code().exitCode() == 2);
  }

  @Test
  void aFileThatIsNoYamlOrNotThereIsAProblem() throws IOException {
    Path file = write("port: [80\n");
    assertThat(problems(Map.of("config", file.toString()), Map.of()))
        .singleElement()
        .asString()
        .startsWith(file + ": not well-formed YAML: ");
    assertThat(problems(Map.of("config", home + "/none"), Map.of()))
        .singleElement()
        .asString()
        .contains("NoSuchFileException");
    Path twice = write("port: 80\n'port': 81\n");
    assertThat(problems(Map.of("config", twice.toString()), Map.of())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theReferencePageSaysWhatTheCodeDoes(Language language) throws IOException {
    String name = language == Language.ENGLISH ? "configuration.md" : "configuration.zh.md";
    Path page = Project.root().resolve("docs/reference").resolve(name);
    String now = ConfigurationPage.in(language);
    if (RENEW) {
      Files.writeString(page, now);
    }
    assertThat(Project.read(page))
        .as(
            "Renew it with: ./mvnw -q -pl platform -am test -Dtest=NodeConfigurationTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dronghe.renew=true")
        .isEqualTo(now);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(home.resolve("some.yaml"), yaml);
  }

  private NodeConfiguration read(Map<String, String> flags, Map<String, String> environment) {
    return NodeConfiguration.read(sources(flags, environment), Language.ENGLISH);
  }

  private List<String> problems(Map<String, String> flags, Map<String, String> environment) {
    return ConfigurationReader.read(sources(flags, environment)).problems().stream()
        .map(problem -> problem.sentence(Language.ENGLISH))
        .toList();
  }

  private ConfigurationSources sources(Map<String, String> flags, Map<String, String> environment) {
    return new ConfigurationSources(flags, environment, home, false);
  }
}
