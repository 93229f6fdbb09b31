package org.ronghe.atlas.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ErrorText;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.rank.Ranking;
import org.ronghe.atlas.report.RunResult.Evidence;
import org.ronghe.atlas.report.csv.CsvWriter;

/// Writes a result folder. The same result gives the same bytes in every file.
public final class ResultFiles {
  private ResultFiles() {}

  /// Writes all files into `folder`, which exists; the report on a thread of its own, since it
  /// takes as long as all others together.
  ///
  /// @throws ProblemException OUTPUT_UNWRITABLE
  public static void write(Path folder, RunResult result, ReportOptions options) {
    var report = CompletableFuture.runAsync(() -> report(folder, result, options));
    try {
      tables(folder, result);
      report.join();
    } catch (IOException e) {
      throw new ProblemException(
          ErrorCode.OUTPUT_UNWRITABLE, folder, String.valueOf(e.getMessage()));
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      // Whoever removes the folder after a failure must not find the report still being written.
      report.exceptionally(failed -> null).join();
    }
  }

  private static void tables(Path folder, RunResult result) throws IOException {
    var ranking = result.ranking();
    var table = ClusterTable.of(ranking);
    table.writeCsv(folder.resolve("clusters.csv"));
    table.writeParquet(folder.resolve("clusters.parquet"));
    rejects(folder.resolve("rejects.jsonl"), result.rejects());
    json(folder.resolve("run.json"), RunFile.of(result));
    try (var out = writer(folder.resolve("clusters.json"))) {
      ClustersFile.write(out, ranking);
    }
    var evidence = result.evidence();
    if (evidence != null) {
      geoJson(folder.resolve("clusters.geojson"), ranking);
      collaboration(folder.resolve("collaboration.csv"), ranking, evidence);
      unlocated(folder.resolve("unlocated.csv"), ranking);
      PointsFile.write(folder.resolve("points.parquet"), evidence);
      RecordsFile.write(folder.resolve("records.parquet"), evidence);
    }
  }

  private static void report(Path folder, RunResult result, ReportOptions options) {
    HtmlReport.write(
        result.ranking().withoutEmptyMetrics(),
        new Provenance(SoftwareVersion.current(), commandLine(result.options())),
        options,
        folder.resolve("report.html"));
  }

  /// Writes `timings.json`: seconds by step.
  ///
  /// @throws ProblemException OUTPUT_UNWRITABLE
  public static void writeTimings(Path folder, Map<String, Double> seconds) {
    try {
      json(folder.resolve("timings.json"), seconds);
    } catch (IOException e) {
      throw new ProblemException(
          ErrorCode.OUTPUT_UNWRITABLE, folder, String.valueOf(e.getMessage()));
    }
  }

  private static String commandLine(Map<String, String> options) {
    if (options.containsKey("command")) {
      return options.get("command");
    }
    var line = new StringBuilder("ronghe rank");
    options.forEach((name, value) -> line.append(" --").append(name).append(' ').append(value));
    return line.toString();
  }

  private static void collaboration(Path file, Ranking ranking, Evidence evidence) {
    Map<Integer, String> nameOf = new HashMap<>();
    ranking.clusters().forEach(c -> nameOf.put(c.label(), c.name().english()));
    var header = List.of("cluster_a", "name_a", "cluster_b", "name_b", "strength");
    try (var csv = CsvWriter.create(file, header)) {
      for (var tie : evidence.collaboration().matrix()) {
        int a = evidence.clusters().label(tie.first());
        int b = evidence.clusters().label(tie.second());
        csv.number(a).text(nameOf.getOrDefault(a, ""));
        csv.number(b).text(nameOf.getOrDefault(b, ""));
        csv.number(tie.strength()).endRow();
      }
    }
  }

  private static void unlocated(Path file, Ranking ranking) {
    var header = List.of("affiliation", "id", "contributions", "weight");
    try (var csv = CsvWriter.create(file, header)) {
      for (var u : ranking.quality().unlocated()) {
        csv.text(u.affiliation()).text(u.id()).number(u.contributions()).number(u.weight());
        csv.endRow();
      }
    }
  }

  private static void rejects(Path file, List<Reject> rejects) throws IOException {
    var remedies = new EnumMap<RejectCode, String>(RejectCode.class);
    try (var out = writer(file)) {
      for (var reject : rejects) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("file", reject.file());
        line.put("line", reject.line() == 0 ? null : reject.line());
        line.put("field", reject.field());
        line.put("value", reject.value());
        line.put("code", reject.code().code());
        line.put("remedy", remedies.computeIfAbsent(reject.code(), ErrorText.ENGLISH::remedy));
        out.write(Json.of(line));
        out.write('\n');
      }
    }
  }

  private static void geoJson(Path file, Ranking ranking) throws IOException {
    try (var out = writer(file)) {
      GeoJson.write(out, ranking);
    }
  }

  private static void json(Path file, Object value) throws IOException {
    Files.writeString(file, Json.indented(value) + "\n", StandardCharsets.UTF_8);
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }
}
