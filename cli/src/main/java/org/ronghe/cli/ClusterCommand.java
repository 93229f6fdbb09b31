package org.ronghe.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.method.Overrides;
import org.ronghe.atlas.report.Json;
import org.ronghe.atlas.run.ClusterOutcome;
import org.ronghe.atlas.run.ClusterRequest;
import org.ronghe.atlas.run.ClusterRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe cluster`: from a table of points to a table of labels.
@Command(name = "cluster")
final class ClusterCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final Console console;

  @Parameters(paramLabel = "POINTS", descriptionKey = "ronghe.cluster.points")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path points;

  @Option(names = "--radius-km", paramLabel = "KM", required = true)
  private double radiusKm;

  @Option(names = "--min-weight", paramLabel = "WEIGHT|SHARE", required = true)
  private String minWeight = "";

  @Option(names = "--out", paramLabel = "FILE")
  private String out = STANDARD_OUTPUT;

  @Option(names = "--column", paramLabel = "NAME=COLUMN")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--max-rejects", paramLabel = "SHARE")
  private String maxRejects = "1%";

  @Mixin private CommonOptions common = new CommonOptions();

  ClusterCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    double most = Range.share("--max-rejects", maxRejects);
    var request =
        new ClusterRequest(
            points,
            columns,
            Range.positive("--radius-km", radiusKm),
            Overrides.minWeightOf(minWeight),
            out.equals(STANDARD_OUTPUT) ? null : Path.of(out),
            common.threads());
    ClusterOutcome outcome;
    try (var progress = new ProgressBar(console)) {
      outcome = ClusterRun.run(request, console.out(), progress);
    }
    if (console.json()) {
      var stream = out.equals(STANDARD_OUTPUT) ? console.err() : console.out();
      stream.println(Json.of(summary(outcome)));
    } else {
      say(outcome);
    }
    return outcome.rejectShare() > most ? ExitCode.REJECTS : ExitCode.OK;
  }

  private void say(ClusterOutcome outcome) {
    Messages messages = console.messages();
    console
        .err()
        .println(
            messages.text(
                "cluster.done",
                outcome.points(),
                outcome.clusters(),
                outcome.clustered(),
                outcome.points() - outcome.clustered()));
    if (!outcome.rejects().isEmpty()) {
      var first = outcome.rejects().getFirst();
      console
          .err()
          .println(
              messages.text(
                  "cluster.rejected",
                  outcome.rejects().size(),
                  outcome.rows(),
                  first.line(),
                  console.where(first),
                  console.errorText().remedy(first.code())));
      if (outcome.rejectsFile() != null) {
        console.err().println(messages.text("cluster.rejects-file", outcome.rejectsFile()));
      }
    }
  }

  private Map<String, Object> summary(ClusterOutcome outcome) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("points", outcome.points());
    summary.put("clusters", outcome.clusters());
    summary.put("clustered", outcome.clustered());
    summary.put("noise", outcome.points() - outcome.clustered());
    summary.put("rejected", outcome.rejects().size());
    summary.put("labels", out);
    summary.put("rejects", outcome.rejectsFile() == null ? "" : outcome.rejectsFile().toString());
    return summary;
  }
}
