package org.ronghe.platform.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ronghe.atlas.method.Nearest;

/// Reads an operator's configuration: flags win over the environment, which wins over the file.
///
/// The file is the one named by `--config` or `RONGHE_CONFIG`, else `ronghe.yaml` in the data
/// folder, if it is there.
public final class ConfigurationReader {
  /// The flag and, in capitals, the variable that names the file.
  public static final String CONFIG = "config";

  static final String FILE_NAME = "ronghe.yaml";

  private static final String PREFIX = "RONGHE_";

  /// Variables of the launcher, of builds and of tests, which are no options of the node.
  private static final Set<String> OTHERS =
      Set.of(
          "RONGHE_CONFIG",
          "RONGHE_HEAP",
          "RONGHE_JAVA_OPTS",
          "RONGHE_JDK_FOLDERS",
          "RONGHE_TEST_DATABASE_URL");

  private final ConfigurationSources sources;
  private final Map<Option, String> values = new LinkedHashMap<>();
  private final List<ConfigurationProblem> problems = new ArrayList<>();

  private ConfigurationReader(ConfigurationSources sources) {
    this.sources = sources;
  }

  /// What was read.
  ///
  /// @param configuration sound where there are no problems
  /// @param problems everything that is wrong, in the order file, environment, flags
  public record Result(NodeConfiguration configuration, List<ConfigurationProblem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Reads everything and reports everything.
  public static Result read(ConfigurationSources sources) {
    return new ConfigurationReader(sources).read();
  }

  private Result read() {
    readFile();
    readEnvironment();
    sources
        .flags()
        .forEach((key, value) ->
            Options.find(key).ifPresent(option -> take(option, value, option.flag())));
    readSecret(Options.DATABASE_PASSWORD, Options.DATABASE_PASSWORD_FILE);
    readSecret(Options.DATABASE_APP_PASSWORD, Options.DATABASE_APP_PASSWORD_FILE);
    readSecret(Options.OIDC_CLIENT_SECRET, Options.OIDC_CLIENT_SECRET_FILE);
    needs(Options.DATABASE_URL, Options.DATABASE_USER);
    needs(Options.DATABASE_USER, Options.DATABASE_URL);
    needs(Options.OIDC_ISSUER, Options.OIDC_CLIENT_ID);
    needs(Options.OIDC_ISSUER, Options.OIDC_CLIENT_SECRET);
    needs(Options.BASE_MAP_APPROVAL, Options.BASE_MAP);
    mustBeReadable(Options.BASE_MAP);
    values.putIfAbsent(Options.DATA, sources.defaultDataFolder().toString());
    return new Result(new NodeConfiguration(values, sources.home()), problems);
  }

  private void readFile() {
    Optional<String> named =
        Optional.ofNullable(sources.flags().get(CONFIG))
            .or(() -> Optional.ofNullable(sources.environment().get("RONGHE_CONFIG")));
    Path file =
        named
            .map(path -> NodeConfiguration.path(path, sources.home()))
            .orElseGet(() -> dataFolderBeforeTheFile().resolve(FILE_NAME));
    if (named.isEmpty() && !Files.exists(file)) {
      return;
    }
    ConfigurationFile read = ConfigurationFile.read(file);
    problems.addAll(read.problems());
    read.entries()
        .forEach((key, entry) -> {
          Optional<Option> option = Options.find(key);
          if (option.isEmpty()) {
            List<String> known = Options.ALL.stream().map(Option::key).toList();
            unknown(entry.where(), key, known);
          } else if (named.isEmpty() && option.get().equals(Options.DATA)) {
            // It was found by the data folder, so it cannot say where that is.
            problems.add(ConfigurationProblem.of(entry.where(), "circle"));
          } else {
            take(option.get(), entry.value(), entry.where());
          }
        });
  }

  private Path dataFolderBeforeTheFile() {
    return Optional.ofNullable(sources.flags().get(Options.DATA.key()))
        .or(() -> Optional.ofNullable(sources.environment().get(Options.DATA.variable())))
        .map(path -> NodeConfiguration.path(path, sources.home()))
        .orElseGet(sources::defaultDataFolder);
  }

  private void readEnvironment() {
    Map<String, Option> known = new LinkedHashMap<>();
    Options.ALL.forEach(option -> known.put(option.variable(), option));
    for (String variable : new TreeSet<>(sources.environment().keySet())) {
      if (!variable.startsWith(PREFIX) || OTHERS.contains(variable)) {
        continue;
      }
      Option option = known.get(variable);
      if (option == null) {
        unknown(variable, variable, List.copyOf(known.keySet()));
      } else {
        take(option, sources.environment().getOrDefault(variable, ""), variable);
      }
    }
  }

  /// An empty value takes back what a weaker source says.
  private void take(Option option, String value, String where) {
    if (!value.isEmpty() && !option.type().accepts(value)) {
      problems.add(ConfigurationProblem.outOfRange(where, option, value));
    } else {
      values.put(option, value);
    }
  }

  private void unknown(String where, String name, List<String> known) {
    problems.add(
        Nearest.to(name, known)
            .map(near -> ConfigurationProblem.of(where, "unknown-near", near))
            .orElseGet(() -> ConfigurationProblem.of(where, "unknown")));
  }

  private void readSecret(Option secret, Option file) {
    String path = values.getOrDefault(file, "");
    if (path.isEmpty()) {
      return;
    }
    if (!values.getOrDefault(secret, "").isEmpty()) {
      problems.add(ConfigurationProblem.of(file.key(), "both", secret.key()));
      return;
    }
    try {
      // Editors end a file with a line break, which is no part of the secret.
      values.put(
          secret, Files.readString(NodeConfiguration.path(path, sources.home())).stripTrailing());
    } catch (IOException e) {
      problems.add(ConfigurationProblem.of(file.key(), "unreadable", e.toString()));
    }
  }

  private void mustBeReadable(Option file) {
    String path = values.getOrDefault(file, "");
    if (!path.isEmpty() && !Files.isReadable(NodeConfiguration.path(path, sources.home()))) {
      problems.add(ConfigurationProblem.of(file.key(), "unreadable", path));
    }
  }

  private void needs(Option given, Option needed) {
    if (!values.getOrDefault(given, "").isEmpty() && values.getOrDefault(needed, "").isEmpty()) {
      problems.add(ConfigurationProblem.of(given.key(), "needs", needed.key()));
    }
  }
}
