package org.ronghe.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.rules.page.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe rules replay`: does an old evaluation again and compares the bytes.
@Command(name = "replay")
final class RulesReplayCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "EVALUATION", descriptionKey = "ronghe.rules.replay.file")
  private String file = "";

  @Option(names = "--rulebook", paramLabel = "FILE")
  private List<String> rulebooks = List.of();

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  RulesReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var shelf = new RulebookShelf(console, rulebooks);
    if (!shelf.problems().isEmpty()) {
      return shelf.say();
    }
    var outcome = Replay.of(RulebookShelf.text(file), shelf.library());
    String code = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    console
        .out()
        .println(
            console.json()
                ? Json.of(Map.of("replay", code))
                : console.messages().text("rules.replay." + code));
    return outcome == Replay.Outcome.SAME ? ExitCode.OK : ExitCode.FAILED;
  }
}
