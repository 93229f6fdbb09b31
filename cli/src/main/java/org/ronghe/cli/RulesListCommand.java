package org.ronghe.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.rules.link.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ronghe rules list`: the rulebooks that come with Ronghe.
@Command(name = "list")
final class RulesListCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  RulesListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var shelf = new RulebookShelf(console, List.of());
    if (!shelf.problems().isEmpty()) {
      return shelf.say();
    }
    var messages = console.messages();
    var table =
        new TerminalTable(
            List.of(
                new TerminalTable.Column(messages.text("rules.id"), false),
                new TerminalTable.Column(messages.text("rules.title"), false),
                new TerminalTable.Column(messages.text("rules.number"), false),
                new TerminalTable.Column(messages.text("rules.from"), false),
                new TerminalTable.Column(messages.text("rules.until"), false)));
    List<Map<String, Object>> json = new ArrayList<>();
    for (Program program : shelf.programs()) {
      var heading = program.rulebook().heading();
      var days = program.rulebook().validity().whole();
      String from = days.from().equals(LocalDate.MIN) ? "" : days.from().toString();
      String until = days.until().equals(LocalDate.MAX) ? "" : days.until().toString();
      table.row(
          List.of(
              program.id(), heading.title().in(shelf.language()), heading.number(), from, until));
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", program.id());
      one.put("title", Map.of("zh", heading.title().zh(), "en", heading.title().en()));
      one.put("number", heading.number());
      one.put("version", program.rulebook().origin().digest());
      one.put("from", from);
      one.put("until", until);
      one.put("titles", program.titles().stream().map(title -> title.title().id()).toList());
      json.add(one);
    }
    if (console.json()) {
      console.out().println(Json.of(Map.of("rulebooks", json)));
    } else {
      table.lines(console.columns()).forEach(console.out()::println);
    }
    return ExitCode.OK;
  }
}
