package org.ronghe.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.rules.page.RulebookPage;
import org.ronghe.rules.page.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ronghe rules explain`: a rulebook in words.
@Command(name = "explain")
final class RulesExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RULEBOOK", arity = "1..*", descriptionKey = "rules.rulebooks")
  private List<String> names = List.of();

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  RulesExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var shelf = new RulebookShelf(console, names);
    if (!shelf.problems().isEmpty()) {
      return shelf.say();
    }
    List<Map<String, Object>> json = new ArrayList<>();
    for (var program : shelf.programs()) {
      var rulebook = program.rulebook();
      var page =
          new RulebookPage(rulebook, new Wording(rulebook, shelf.types(), shelf.language())).text();
      if (console.json()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rulebook", program.id());
        one.put("page", page);
        json.add(one);
      } else {
        console.out().println(page);
      }
    }
    if (console.json()) {
      console.out().println(Json.of(Map.of("rulebooks", json)));
    }
    return ExitCode.OK;
  }
}
