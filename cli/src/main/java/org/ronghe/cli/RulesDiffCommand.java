package org.ronghe.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.rules.page.Difference;
import org.ronghe.rules.page.RulebookPage;
import org.ronghe.rules.page.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ronghe rules diff`: what changed from one rulebook to another, in words.
@Command(name = "diff")
final class RulesDiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "ronghe.rules.diff.old")
  private String older = "";

  @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "ronghe.rules.diff.new")
  private String newer = "";

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  RulesDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    // Each on a shelf of its own: two editions of one rulebook have the same id.
    var before = new RulebookShelf(console, List.of(older));
    var after = new RulebookShelf(console, List.of(newer));
    for (RulebookShelf shelf : List.of(before, after)) {
      if (!shelf.problems().isEmpty()) {
        return shelf.say();
      }
    }
    List<Difference.Line> lines = Difference.of(page(before), page(after));
    if (console.json()) {
      console.out().println(Json.of(Map.of("changes", lines.stream().map(this::json).toList())));
    } else if (lines.isEmpty()) {
      console.out().println(console.messages().text("rules.same"));
    } else {
      String heading = "";
      for (Difference.Line line : lines) {
        if (!line.heading().equals(heading)) {
          heading = line.heading();
          console.out().println(heading);
        }
        console.out().println("  " + (line.added() ? "+ " : "- ") + line.text());
      }
    }
    return ExitCode.OK;
  }

  private static String page(RulebookShelf shelf) {
    var rulebook = shelf.programs().getFirst().rulebook();
    return new RulebookPage(rulebook, new Wording(rulebook, shelf.types(), shelf.language()))
        .text();
  }

  private Map<String, Object> json(Difference.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("change", line.added() ? "added" : "removed");
    json.put("heading", line.heading());
    json.put("text", line.text());
    return json;
  }
}
