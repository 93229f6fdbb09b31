package org.ronghe.platform.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronghe.platform.configuration.ConfigurationReader.Result;
import org.ronghe.platform.configuration.OptionType.FilePaths;
import org.ronghe.platform.configuration.OptionType.Length;
import org.ronghe.platform.configuration.OptionType.Size;
import org.ronghe.platform.database.Credentials;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;
import org.ronghe.platform.text.Language;

/// What an operator set, with the defaults for all else.
public final class NodeConfiguration {
  private final Map<Option, String> values;
  private final Path home;

  NodeConfiguration(Map<Option, String> values, Path home) {
    this.values = Map.copyOf(values);
    this.home = home;
  }

  /// An OpenID Connect provider.
  ///
  /// @param name what the button on the sign-in page says
  public record Oidc(String issuer, String clientId, String clientSecret, String name) {
    /// Without the secret.
    @Override
    public String toString() {
      return "Oidc[" + issuer + ", " + clientId + "]";
    }
  }

  /// A backup every day.
  ///
  /// @param keep how many are kept
  public record DailyBackup(Path folder, LocalTime time, int keep) {}

  /// Reads the configuration.
  ///
  /// @param language of the problems
  /// @throws OperatorProblem CONFIGURATION_INVALID with all problems
  public static NodeConfiguration read(ConfigurationSources sources, Language language) {
    Result result = ConfigurationReader.read(sources);
    if (!result.problems().isEmpty()) {
      throw new OperatorProblem(
          OperatorCode.CONFIGURATION_INVALID,
          result.problems().size(),
          result.problems().stream()
              .map(problem -> "\n  " + problem.sentence(language))
              .collect(Collectors.joining()));
    }
    return result.configuration();
  }

  public Path dataFolder() {
    return path(text(Options.DATA), home);
  }

  public String host() {
    return text(Options.HOST);
  }

  public int port() {
    return number(Options.PORT);
  }

  /// Address under which people reach the node, without a slash at its end.
  public String publicUrl() {
    String given = text(Options.PUBLIC_URL);
    String url = given.isEmpty() ? "http://" + host() + ":" + port() : given;
    return url.replaceFirst("/+$", "");
  }

  public boolean behindProxy() {
    return text(Options.BEHIND_PROXY).equals("true");
  }

  /// The server to use instead of the node's own.
  public Optional<DatabaseSettings> findExternalDatabase() {
    String url = text(Options.DATABASE_URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    String password = text(Options.DATABASE_PASSWORD);
    String appPassword = text(Options.DATABASE_APP_PASSWORD);
    return Optional.of(
        new DatabaseSettings(
            url.startsWith("jdbc:") ? url : "jdbc:" + url,
            new Credentials(text(Options.DATABASE_USER), password),
            new Credentials(
                text(Options.DATABASE_APP_USER), appPassword.isEmpty() ? password : appPassword)));
  }

  /// Port of the node's own database, 0 for any free one.
  public int databasePort() {
    return number(Options.DATABASE_PORT);
  }

  /// Most connections to the database at once.
  public int databasePool() {
    return number(Options.DATABASE_POOL);
  }

  public Duration sessionLength() {
    return Length.parse(text(Options.SESSION_LENGTH)).orElseThrow();
  }

  /// Most API requests a minute for each account or address.
  public int requestsPerMinute() {
    return number(Options.RATE_LIMIT);
  }

  /// The command that scans uploads; empty for none.
  public String attachmentScan() {
    return text(Options.ATTACHMENT_SCAN);
  }

  public Optional<Oidc> findOidc() {
    String issuer = text(Options.OIDC_ISSUER);
    return issuer.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Oidc(
                issuer,
                text(Options.OIDC_CLIENT_ID),
                text(Options.OIDC_CLIENT_SECRET),
                text(Options.OIDC_NAME)));
  }

  public boolean logsAsJson() {
    return text(Options.LOG_FORMAT).equals("json");
  }

  /// Largest file that can be uploaded.
  public long importMaxBytes() {
    return Size.parse(text(Options.IMPORT_FILE)).orElseThrow();
  }

  /// The folders that rankings may be taken and made from.
  public List<Path> rankingFolders() {
    return FilePaths.parse(text(Options.RANKING_FOLDERS)).stream()
        .map(written -> path(written, home))
        .toList();
  }

  /// When all firms are judged every night; nothing where they are not.
  public Optional<LocalTime> findJudgingTime() {
    return text(Options.JUDGING).equals("true")
        ? Optional.of(LocalTime.parse(text(Options.JUDGING_TIME)))
        : Optional.empty();
  }

  public Optional<DailyBackup> findDailyBackup() {
    String folder = text(Options.BACKUP_FOLDER);
    return folder.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DailyBackup(
                path(folder, home),
                LocalTime.parse(text(Options.BACKUP_TIME)),
                number(Options.BACKUP_KEEP)));
  }

  /// Language for those whose browser asks for none of ours.
  public Language language() {
    return Language.find(text(Options.LANGUAGE)).orElseThrow();
  }

  public Optional<Path> findBaseMap() {
    String file = text(Options.BASE_MAP);
    return file.isEmpty() ? Optional.empty() : Optional.of(path(file, home));
  }

  public String baseMapApproval() {
    return text(Options.BASE_MAP_APPROVAL);
  }

  /// Everything that was set, secrets covered, by key: for a log or a report.
  public Map<String, String> set() {
    Map<String, String> set = new LinkedHashMap<>();
    for (Option option : Options.ALL) {
      String value = values.getOrDefault(option, "");
      if (!value.isEmpty()) {
        set.put(option.key(), option.secret() ? "•" : value);
      }
    }
    return set;
  }

  /// A path as written in a configuration: `~` is the user's home.
  static Path path(String written, Path home) {
    if (written.equals("~")) {
      return home;
    }
    return (written.startsWith("~/") ? home.resolve(written.substring(2)) : Path.of(written))
        .toAbsolutePath()
        .normalize();
  }

  private String text(Option option) {
    String value = values.getOrDefault(option, "");
    return value.isEmpty() ? option.otherwise() : value;
  }

  private int number(Option option) {
    return Integer.parseInt(text(option));
  }
}
