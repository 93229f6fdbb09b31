package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.Method.MetricRule;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.rank.CountsRanker;
import org.ronghe.atlas.rank.Metric;
import org.ronghe.atlas.rank.Quality;
import org.ronghe.atlas.rank.Ranking;
import org.ronghe.atlas.report.HtmlReport;
import org.ronghe.atlas.report.ResultFiles;
import org.ronghe.atlas.report.RunResult;
import org.ronghe.atlas.run.RunListener.Step;
import org.ronghe.atlas.source.input.InputFile;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.table.ColumnMapping;
import org.ronghe.atlas.source.table.ColumnTarget;
import org.ronghe.atlas.source.table.CountsTable;

/// From a table of counts to a ranking on disk: no locating, no clustering.
public final class CountsRun {
  private CountsRun() {}

  /// Ranks the table `request.inputs().counts()` and writes the result folder.
  ///
  /// @throws ProblemException if the table cannot be read, lacks the columns of every metric, or
  ///   the folder cannot be written
  public static Outcome run(RankRequest request, Path counts, RunListener listener) {
    var watch = new StopWatch(listener);
    try (var staged = StagedOutput.folder(request.out())) {
      HtmlReport.requireBaseMap(request.reportOptions());
      watch.enter(Step.READ_EVENTS);
      var file = InputFiles.resolve(List.of(counts.toString())).getFirst();
      var table = CountsTable.read(file.path(), columns(request), targets(request));

      watch.enter(Step.RANK);
      var notes = new ArrayList<Bilingual>();
      var metrics = metrics(request, table, notes);
      if (!table.ignored().isEmpty()) {
        var ignored = String.join(", ", table.ignored());
        notes.add(new Bilingual("Columns not used: " + ignored, "未使用的列：" + ignored));
      }
      var clusters = CountsRanker.rank(request.method(), metrics, rows(table), Gazetteer.bundled());
      var ranking =
          new Ranking(
              request.method().id(),
              request.method().title(),
              request.method().values(),
              metrics,
              clusters,
              quality(file, table),
              notes);

      watch.enter(Step.WRITE);
      var result = new RunResult(ranking, null, table.rejects(), request.options());
      ResultFiles.write(staged.path(), result, request.reportOptions());
      var seconds = watch.seconds();
      ResultFiles.writeTimings(staged.path(), seconds);
      staged.commit();
      return Outcome.of(ranking, table.rejects(), request.out(), seconds);
    }
  }

  private static ColumnMapping columns(RankRequest request) {
    var file = request.inputs().columnsFile();
    var mapping = file == null ? ColumnMapping.none() : ColumnMapping.read(file);
    return mapping.with(ColumnMapping.of(request.inputs().columns()));
  }

  private static List<ColumnTarget> targets(RankRequest request) {
    return request.method().metrics().stream()
        .map(m -> ColumnTarget.optional(m.id(), m.synonyms().toArray(String[]::new)))
        .toList();
  }

  private static List<Metric> metrics(
      RankRequest request, CountsTable table, List<Bilingual> notes) {
    var metrics = new ArrayList<Metric>();
    for (var rule : request.method().metrics()) {
      double sum = 0;
      for (var row : table.rows()) {
        sum += row.counts().getOrDefault(rule.id(), 0.0);
      }
      var given = request.world().get(rule.id());
      if (sum == 0) {
        notes.add(missing(rule));
      } else if (given == null) {
        notes.add(ownTotal(rule));
      }
      metrics.add(
          new Metric(
              rule.id(),
              rule.label().english(),
              rule.label().chinese(),
              given == null ? sum : given));
    }
    if (notes.size() == metrics.size() && metrics.stream().allMatch(m -> m.worldTotal() == 0)) {
      throw new ProblemException(
          ErrorCode.COLUMN_MISSING,
          String.valueOf(request.inputs().counts()),
          request.method().metrics().getFirst().id(),
          String.join(", ", table.ignored()));
    }
    return metrics;
  }

  private static Bilingual missing(MetricRule rule) {
    return new Bilingual(
        "The table counts nothing for \"" + rule.label().english() + "\", so it adds nothing.",
        "表中没有“" + rule.label().chinese() + "”的数据，因此该项不计分。");
  }

  private static Bilingual ownTotal(MetricRule rule) {
    return new Bilingual(
        "No world total was given for \""
            + rule.label().english()
            + "\" (--world "
            + rule.id()
            + "=…): its shares are of the sum of the table.",
        "未给出“" + rule.label().chinese() + "”的世界总量（--world " + rule.id() + "=…）：份额按表内合计计算。");
  }

  private static List<CountsRanker.Row> rows(CountsTable table) {
    return table.rows().stream()
        .map(r ->
            new CountsRanker.Row(
                r.name(),
                r.economy().isEmpty() ? List.of() : Arrays.asList(r.economy().split("/")),
                r.counts()))
        .toList();
  }

  private static Quality quality(InputFile file, CountsTable table) {
    long rows = table.rows().size();
    Map<String, Long> rejects = new LinkedHashMap<>();
    for (Reject reject : table.rejects()) {
      rejects.merge(reject.code().code(), 1L, Long::sum);
    }
    var input =
        new Quality.Input(file.name(), "counts", file.bytes(), Digest.sha256(file.path()), rows);
    Map<String, Long> steps = new LinkedHashMap<>();
    steps.put("records.read", rows);
    steps.put("clusters", rows);
    return new Quality(List.of(input), steps, Map.of(), rejects, 0, 0, 0, List.of());
  }
}
