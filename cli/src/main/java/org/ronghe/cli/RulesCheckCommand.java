package org.ronghe.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ronghe.rules.check.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ronghe rules check`: everything that is wrong with rulebooks.
@Command(name = "check")
final class RulesCheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RULEBOOK", arity = "0..*", descriptionKey = "rules.rulebooks")
  private List<String> names = List.of();

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  RulesCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var shelf = new RulebookShelf(console, names);
    if (shelf.problems().isEmpty()) {
      Check.run(shelf.library(), shelf.wanted(), shelf.problems());
    }
    int exitCode = shelf.say();
    if (exitCode == ExitCode.OK && !console.json()) {
      console.out().println(console.messages().text("rules.clean", shelf.programs().size()));
    }
    return exitCode;
  }
}
