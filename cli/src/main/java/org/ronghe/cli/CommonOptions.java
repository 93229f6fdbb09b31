package org.ronghe.cli;

import java.util.Set;
import picocli.CommandLine.Option;

/// Options every command has. Language and form are read before parsing ([Console]); they stand
/// here so that they are checked and explained in the help.
@SuppressWarnings("UnusedVariable") // most are read before parsing, or by picocli itself
final class CommonOptions {
  /// Long names of all of them.
  static final Set<String> NAMES = Set.of("--json", "--threads", "--lang", "--help", "--version");

  @Option(names = "--json", descriptionKey = "common.json")
  private boolean json;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "common.threads")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "common.lang")
  private Language lang = Language.en;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "common.help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "common.version")
  private boolean version;

  /// How many threads to work with.
  ///
  /// @throws org.ronghe.atlas.problem.ProblemException OPTION_INVALID below 1
  int threads() {
    return Range.atLeast("--threads", threads, 1);
  }

  /// The languages of the command line, spelled as the user spells them.
  enum Language {
    zh,
    en
  }
}
