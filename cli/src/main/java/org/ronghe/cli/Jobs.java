package org.ronghe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;
import org.ronghe.atlas.report.Json;
import org.ronghe.atlas.run.CountsRun;
import org.ronghe.atlas.run.DemoRun;
import org.ronghe.atlas.run.Outcome;
import org.ronghe.atlas.run.RankRequest;
import org.ronghe.atlas.run.RankRun;
import org.ronghe.cli.TerminalTable.Column;

/// Runs a ranking and prints what came of it.
final class Jobs {
  private static final int ROWS_PRINTED = 40;

  private final Console console;
  private final Messages messages;

  private Jobs(Console console) {
    this.console = console;
    messages = console.messages();
  }

  /// Runs `rank` and prints the table; returns the exit code.
  static int rank(RankRequest request, double maxRejects, Console console)
      throws InterruptedException {
    Outcome outcome;
    try (var progress = new ProgressBar(console)) {
      var counts = request.inputs().counts();
      outcome =
          counts == null
              ? RankRun.run(request, List.of(), progress)
              : CountsRun.run(request, counts, progress);
    }
    new Jobs(console).print(outcome);
    return outcome.rejectShare() > maxRejects ? ExitCode.REJECTS : ExitCode.OK;
  }

  /// Runs `demo` and prints the table and where the report is; returns the exit code.
  static int demo(Path out, int threads, Console console) throws InterruptedException {
    Outcome outcome;
    try (var progress = new ProgressBar(console)) {
      outcome = DemoRun.run(out, threads, console.locale(), progress);
    }
    new Jobs(console).print(outcome);
    return ExitCode.OK;
  }

  private void print(Outcome outcome) {
    if (console.json()) {
      console.out().println(Json.of(summary(outcome)));
      return;
    }
    var ranking = outcome.ranking().withoutEmptyMetrics();
    for (var note : ranking.notes()) {
      console.err().println(chinese() ? note.chinese() : note.english());
    }
    table(ranking).lines(console.columns()).forEach(console.out()::println);
    if (ranking.clusters().isEmpty()) {
      console.err().println(messages.text("rank.empty"));
    }
    if (ranking.clusters().size() > ROWS_PRINTED) {
      console.out().println(messages.text("rank.more", ranking.clusters().size() - ROWS_PRINTED));
    }
    quality(outcome);
    console.out().println(messages.text("rank.report", outcome.folder().resolve("report.html")));
  }

  private TerminalTable table(Ranking ranking) {
    var metrics = ranking.metrics();
    var columns = new ArrayList<Column>();
    columns.add(new Column(messages.text("rank.column.rank"), true));
    columns.add(new Column(messages.text("rank.column.name"), false));
    columns.add(new Column(messages.text("rank.column.economies"), false));
    for (var metric : metrics) {
      columns.add(new Column(chinese() ? metric.chinese() : metric.english(), true));
    }
    columns.add(new Column(messages.text("rank.column.score"), true));
    var table = new TerminalTable(columns);
    ranking.clusters().stream().limit(ROWS_PRINTED).forEach(c -> table.row(cells(c)));
    return table;
  }

  private List<String> cells(RankedCluster cluster) {
    var cells = new ArrayList<String>();
    cells.add(String.valueOf(cluster.rank()));
    cells.add(chinese() ? cluster.name().chinese() : cluster.name().english());
    cells.add(String.join("/", cluster.economies()));
    for (var figure : cluster.figures()) {
      cells.add(String.format(Locale.ROOT, "%,.1f", figure.count()));
    }
    cells.add(String.format(Locale.ROOT, "%.3f%s", cluster.score(), cluster.nearTie() ? " ≈" : ""));
    return cells;
  }

  private void quality(Outcome outcome) {
    var quality = outcome.ranking().quality();
    long contributions = quality.steps().getOrDefault("contributions", 0L);
    if (contributions > 0) {
      long located = quality.steps().getOrDefault("contributions.located", 0L);
      console
          .out()
          .println(
              messages.text(
                  "rank.quality",
                  quality.steps().getOrDefault("records.counted", 0L),
                  contributions,
                  (double) located / contributions));
    }
    if (outcome.rejects() > 0) {
      console
          .err()
          .println(
              messages.text(
                  "rank.rejects",
                  outcome.rejects(),
                  outcome.rejectShare(),
                  outcome.folder().resolve("rejects.jsonl")));
    }
  }

  private Map<String, @Nullable Object> summary(Outcome outcome) {
    var ranking = outcome.ranking();
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("method", ranking.method());
    summary.put("folder", outcome.folder().toString());
    summary.put("report", outcome.folder().resolve("report.html").toString());
    summary.put("steps", ranking.quality().steps());
    summary.put("located_by", ranking.quality().locatedBy());
    summary.put("rejects", outcome.rejects());
    summary.put("notes", ranking.notes().stream().map(n -> n.english()).toList());
    summary.put("seconds", outcome.seconds());
    var clusters = new ArrayList<Object>();
    for (var cluster : ranking.clusters()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("rank", cluster.rank());
      row.put("name", cluster.name().english());
      row.put("name_zh", cluster.name().chinese());
      row.put("economies", cluster.economies());
      row.put("score", cluster.score());
      row.put("near_tie", cluster.nearTie());
      for (var figure : cluster.figures()) {
        row.put(figure.metric(), figure.count());
        row.put(figure.metric() + "_share_percent", figure.sharePercent());
      }
      clusters.add(row);
    }
    summary.put("clusters", clusters);
    return summary;
  }

  private boolean chinese() {
    return console.locale().equals(Locale.CHINESE);
  }
}
