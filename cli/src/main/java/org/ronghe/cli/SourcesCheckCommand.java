package org.ronghe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.report.Json;
import org.ronghe.atlas.run.SourceCheck;
import org.ronghe.atlas.source.input.InputFile;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.table.SourceKind;
import org.ronghe.atlas.source.table.SourceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe sources check`: what each file is, how much it holds, what is wrong with it.
@Command(name = "check")
final class SourcesCheckCommand implements Callable<Integer> {
  private static final int REJECTS_SHOWN = 5;

  private final Console console;
  private final Messages messages;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "ronghe.sources.check.files")
  private List<String> files = List.of();

  @Option(names = "--max-rejects", paramLabel = "SHARE")
  private String maxRejects = "1%";

  @Mixin private CommonOptions common = new CommonOptions();

  SourcesCheckCommand(Console console) {
    this.console = console;
    messages = console.messages();
  }

  @Override
  public Integer call() throws InterruptedException {
    double most = Range.share("--max-rejects", maxRejects);
    List<Path> paths = InputFiles.resolve(files).stream().map(InputFile::path).toList();
    List<SourceReport> reports;
    try (var progress = new ProgressBar(console)) {
      reports = SourceCheck.of(paths, common.threads(), progress);
    }
    if (console.json()) {
      console.out().println(Json.of(reports.stream().map(this::json).toList()));
    } else {
      reports.forEach(this::say);
    }
    return exitCode(reports, most);
  }

  private static int exitCode(List<SourceReport> reports, double most) {
    if (reports.stream().anyMatch(report -> report.kind() == SourceKind.UNKNOWN)) {
      return ExitCode.FAILED;
    }
    boolean tooMany =
        reports.stream()
            .anyMatch(report -> report.rejected() > most * (report.records() + report.rejected()));
    return tooMany ? ExitCode.REJECTS : ExitCode.OK;
  }

  private void say(SourceReport report) {
    var out = console.out();
    out.println(report.file());
    var storage = report.storage();
    var about = new ArrayList<String>();
    about.add(messages.text("source." + report.kind().code()));
    for (String word : List.of(report.generation(), storage.format(), storage.compression())) {
      if (!word.isEmpty() && !word.equals("none")) {
        about.add(word);
      }
    }
    about.add(messages.text("source.bytes", storage.bytes()));
    out.println("  " + String.join(" · ", about));
    if (report.kind() == SourceKind.UNKNOWN) {
      return; // what is wrong with it as a table says nothing
    }
    if (!report.columns().isEmpty()) {
      out.println("  " + messages.text("source.columns", String.join(", ", report.columns())));
    }
    out.println("  " + messages.text("source.amount", report.records(), report.rejected()));
    for (Reject reject : report.firstRejects().stream().limit(REJECTS_SHOWN).toList()) {
      out.println(
          "  "
              + messages.text(
                  "source.reject",
                  reject.line(),
                  console.where(reject),
                  console.errorText().remedy(reject.code())));
    }
    if (report.rejected() > REJECTS_SHOWN) {
      out.println("  " + messages.text("source.more", report.rejected() - REJECTS_SHOWN));
    }
  }

  private Map<String, Object> json(SourceReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", report.file());
    json.put("kind", report.kind().code());
    json.put("generation", report.generation());
    json.put("format", report.storage().format());
    json.put("compression", report.storage().compression());
    json.put("bytes", report.storage().bytes());
    json.put("columns", report.columns());
    json.put("records", report.records());
    json.put("rejected", report.rejected());
    json.put("rejects", report.firstRejects().stream().map(this::json).toList());
    return json;
  }

  private Map<String, Object> json(Reject reject) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("line", reject.line());
    json.put("field", reject.field());
    json.put("value", reject.value());
    json.put("code", reject.code().code());
    json.put("remedy", console.errorText().remedy(reject.code()));
    return json;
  }
}
