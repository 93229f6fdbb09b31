package org.ronghe.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.platform.operations.Doctor;
import org.ronghe.platform.operations.Finding;
import org.ronghe.platform.operations.Finding.Status;
import org.ronghe.platform.operations.Surroundings;
import org.ronghe.platform.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ronghe doctor`: what is wrong with a node and what to do. Ends with 1 if something is wrong.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  private DoctorCommand(Console console) {
    this.console = console;
  }

  static CommandLine line(Console console) {
    return NodeOptions.addTo(new CommandLine(new DoctorCommand(console)), console);
  }

  @Override
  public Integer call() throws IOException {
    List<Finding> findings =
        new Doctor(NodeOptions.sources(spec), Surroundings.ofProcess()).examine();
    long faults = findings.stream().filter(f -> f.status() == Status.FAULT).count();
    if (console.json()) {
      console.out().println(Json.of(findings.stream().map(this::json).toList()));
    } else {
      for (Finding finding : findings) {
        console.out().println(mark(finding.status()) + " " + sentence(finding));
      }
      console.out().println(console.messages().text("doctor.faults", faults));
    }
    return faults == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("check", finding.check());
    json.put("status", finding.status().name().toLowerCase(Locale.ROOT));
    json.put("text", sentence(finding));
    return json;
  }

  private String sentence(Finding finding) {
    Language language = NodeOptions.language(console);
    return finding.sentence().apply(language);
  }

  private String mark(Status status) {
    return console.messages().text("doctor." + status.name().toLowerCase(Locale.ROOT));
  }
}
