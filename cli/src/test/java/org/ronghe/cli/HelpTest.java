package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  static Stream<Locale> languages() {
    return LANGUAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCommandAndOptionIsExplainedWithAnExample(Locale language) {
    for (CommandLine line : commands(language)) {
      var spec = line.getCommandSpec();
      assertThat(spec.usageMessage().header()).as(spec.qualifiedName()).isNotEmpty();
      if (!spec.name().equals("help")) {
        assertThat(String.join("", spec.usageMessage().footer()))
            .as("example of %s", spec.qualifiedName())
            .contains("ronghe");
      }
      for (var option : spec.options()) {
        assertThat(option.description())
            .as("%s %s in %s", spec.qualifiedName(), option.longestName(), language)
            .isNotEmpty();
      }
    }
  }

  @Test
  void theRootHelpNamesEveryCommand() {
    assertThat(Captured.run(Locale.ENGLISH, "--help").out())
        .isEqualTo(commands(Locale.ENGLISH).getFirst().getUsageMessage())
        .contains("demo", "rank", "cluster", "sources")
        .doesNotContain("rehearse");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(Messages.of(Locale.CHINESE).bundle().keySet())
        .isEqualTo(Messages.of(Locale.ENGLISH).bundle().keySet());
  }

  @Test
  void theHelpIsInTheLanguageAskedFor() {
    assertThat(Captured.run(Locale.CHINESE, "cluster", "--help").out()).contains("用法", "示例");
    assertThat(Captured.run(Locale.ENGLISH, "cluster", "--help").out())
        .contains("Usage:", "Example:")
        .doesNotContain("${");
  }

  @Test
  void languageIsReadFromTheArgumentsBeforeTheyAreParsed() {
    assertThat(Console.locale(List.of("rank", "--lang", "zh"))).isEqualTo(Locale.CHINESE);
    assertThat(Console.locale(List.of("rank", "--lang=en"))).isEqualTo(Locale.ENGLISH);
  }

  private static List<CommandLine> commands(Locale language) {
    var console = new Console(System.out, System.err, language, false, false, 0);
    var all = new ArrayList<CommandLine>();
    collect(Ronghe.commandLine(console, new ProblemEdge(console)), all);
    return all;
  }

  private static void collect(CommandLine line, List<CommandLine> into) {
    into.add(line);
    line.getSubcommands().values().forEach(sub -> collect(sub, into));
  }
}
