package org.ronghe.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.configuration.ConfigurationReader;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.configuration.Option;
import org.ronghe.platform.configuration.Options;
import org.ronghe.platform.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options of a node as flags of a command: all that an operator can set, but for the secrets,
/// which everybody on the machine could read there.
final class NodeOptions {
  private NodeOptions() {}

  /// Adds them to a command, with their descriptions in the console's language.
  static CommandLine addTo(CommandLine line, Console console) {
    return addTo(line, Options.ALL, console);
  }

  /// Adds those that say which database, for a command that needs no more of a node.
  static CommandLine addDatabaseTo(CommandLine line, Console console) {
    return addTo(line, Options.OF_THE_DATABASE, console);
  }

  private static CommandLine addTo(CommandLine line, List<Option> options, Console console) {
    Language language = language(console);
    CommandSpec spec = line.getCommandSpec();
    spec.addOption(
        OptionSpec.builder("--" + ConfigurationReader.CONFIG)
            .paramLabel("FILE")
            .type(String.class)
            .description(console.messages().text("node.config"))
            .build());
    for (Option option : options) {
      if (!option.secret()) {
        spec.addOption(
            OptionSpec.builder(option.flag())
                .paramLabel("VALUE")
                .type(String.class)
                .description(option.description(language).replace("%", "%%"))
                .build());
      }
    }
    return line;
  }

  /// The configuration out of flags, environment and file.
  ///
  /// @throws org.ronghe.platform.problem.OperatorProblem CONFIGURATION_INVALID with all problems
  static NodeConfiguration read(CommandSpec spec, Console console) {
    return NodeConfiguration.read(sources(spec), language(console));
  }

  /// Where the configuration is read from.
  static ConfigurationSources sources(CommandSpec spec) {
    var flags = new HashMap<String, String>();
    ParseResult parsed = spec.commandLine().getParseResult();
    take("--" + ConfigurationReader.CONFIG, ConfigurationReader.CONFIG, parsed, flags);
    for (Option option : Options.ALL) {
      take(option.flag(), option.key(), parsed, flags);
    }
    return ConfigurationSources.ofProcess(flags);
  }

  private static void take(String flag, String key, ParseResult parsed, Map<String, String> flags) {
    if (parsed.hasMatchedOption(flag)) {
      String value = parsed.matchedOptionValue(flag, "");
      flags.put(key, value);
    }
  }

  static Language language(Console console) {
    return Language.find(console.locale().getLanguage()).orElse(Language.ENGLISH);
  }
}
