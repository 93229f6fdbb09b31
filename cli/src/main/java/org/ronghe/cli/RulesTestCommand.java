package org.ronghe.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.rules.check.Trial;
import org.ronghe.rules.link.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ronghe rules test`: tries the examples of rulebooks.
@Command(name = "test")
final class RulesTestCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RULEBOOK", arity = "0..*", descriptionKey = "rules.rulebooks")
  private List<String> names = List.of();

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  RulesTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var shelf = new RulebookShelf(console, names);
    if (!shelf.problems().isEmpty()) {
      return shelf.say();
    }
    var trial = new Trial(shelf.library());
    List<Map<String, Object>> json = new ArrayList<>();
    for (Program program : shelf.programs()) {
      var results = trial.run(program, shelf.problems());
      long failed = results.stream().filter(result -> !result.passed()).count();
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("rulebook", program.id());
      one.put("examples", results.size());
      one.put("failed", failed);
      json.add(one);
      if (!console.json()) {
        console
            .out()
            .println(console.messages().text("rules.tried", program.id(), results.size(), failed));
      }
    }
    if (console.json() && shelf.problems().isEmpty()) {
      console.out().println(Json.of(Map.of("rulebooks", json)));
      return ExitCode.OK;
    }
    return shelf.say();
  }
}
