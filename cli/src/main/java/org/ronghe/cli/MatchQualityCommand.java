package org.ronghe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.match.evaluate.QualityTable;
import org.ronghe.match.search.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ronghe match quality`: the table of `docs/concepts/matching.md`, measured anew.
@Command(name = "quality")
final class MatchQualityCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = "../shared/data",
      descriptionKey = "ronghe.match.quality.folder")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Mixin private CommonOptions common = new CommonOptions();

  MatchQualityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Messages messages = console.messages();
    Map<String, Object> json = new LinkedHashMap<>();
    var table =
        new TerminalTable(
            List.of(
                new TerminalTable.Column(messages.text("match.quality-set"), false),
                new TerminalTable.Column(messages.text("match.measure"), false),
                new TerminalTable.Column(messages.text("match.quality-value"), false)));
    try (Engine engine = Engine.open(common.threads());
        TemporaryFolder scratch = TemporaryFolder.create()) {
      var quality = new QualityTable(engine, folder, scratch.path());
      for (QualityTable.Collection collection : QualityTable.Collection.values()) {
        if (!Files.exists(quality.folder(collection))) {
          console.err().println(messages.text("match.quality-absent", quality.folder(collection)));
          continue;
        }
        Map<String, String> figures = quality.measure(collection);
        figures.forEach((measure, value) -> {
          table.row(List.of(collection.code(), measure, value));
          json.put(collection.code() + " " + measure, value);
        });
      }
    }
    if (json.isEmpty()) {
      console.err().println(messages.text("match.quality-nothing", folder));
      return ExitCode.FAILED;
    }
    if (console.json()) {
      console.out().println(Json.of(json));
    } else {
      table.lines(console.columns()).forEach(console.out()::println);
    }
    return ExitCode.OK;
  }
}
