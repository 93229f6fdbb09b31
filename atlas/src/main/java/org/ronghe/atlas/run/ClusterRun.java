package org.ronghe.atlas.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ErrorText;
import org.ronghe.atlas.problem.FileTrouble;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.report.Json;
import org.ronghe.atlas.run.RunListener.Step;
import org.ronghe.atlas.source.StringTable;
import org.ronghe.sphere.Clustering;
import org.ronghe.sphere.Dbscan;
import org.ronghe.sphere.DbscanParameters;

/// From a table of points to a table of labels: the clustering alone.
///
/// The labels have the columns id, cluster, core: the id of the cluster's first core point in the
/// order of the input, empty for noise; `true` or `false`. Rejected rows go to `NAME.rejects.jsonl`
/// beside the labels.
public final class ClusterRun {
  private static final byte[] HEADER = "id,cluster,core\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CORE = ",true\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOT_CORE = ",false\n".getBytes(StandardCharsets.US_ASCII);
  private static final double METERS_PER_KM = 1000;

  private ClusterRun() {}

  /// Reads, clusters and writes.
  ///
  /// @param standardOutput takes the labels if the request names no file
  /// @throws ProblemException if the points cannot be read, or the labels cannot be written
  public static ClusterOutcome run(
      ClusterRequest request, OutputStream standardOutput, RunListener listener) {
    Path out = request.out();
    if (out == null) {
      return run(request, standardOutput, null, listener);
    }
    refuseToOverwriteInput(request.points(), out);
    Path rejectsFile = rejectsFile(out);
    try (var labels = StagedOutput.file(out);
        var rejects = StagedOutput.file(rejectsFile)) {
      ClusterOutcome outcome;
      try (var stream = new BufferedOutputStream(Files.newOutputStream(labels.path()), 1 << 16)) {
        outcome = run(request, stream, rejectsFile, listener);
      }
      labels.commit();
      if (outcome.rejects().isEmpty()) {
        Files.deleteIfExists(rejectsFile); // an earlier run's would mislead
      } else {
        writeRejects(outcome.rejects(), rejects.path());
        rejects.commit();
      }
      return outcome;
    } catch (IOException e) {
      throw new ProblemException(ErrorCode.OUTPUT_UNWRITABLE, out, FileTrouble.of(e));
    }
  }

  private static ClusterOutcome run(
      ClusterRequest request, OutputStream out, @Nullable Path rejectsFile, RunListener listener) {
    var rejects = new ArrayList<Reject>();
    listener.enter(Step.READ_EVENTS);
    PointTable points = PointTable.read(request.points(), request.columns(), rejects);
    listener.enter(Step.CLUSTER);
    double[] weights = points.weights();
    double total = Arrays.stream(weights).sum();
    Clustering clustering =
        Dbscan.cluster(
            points.latDegrees(),
            points.lonDegrees(),
            weights,
            new DbscanParameters(
                request.radiusKm() * METERS_PER_KM,
                request.minWeight().of(total),
                request.threads()));
    listener.enter(Step.WRITE);
    int clustered = 0;
    try {
      out.write(HEADER);
      for (int i = 0; i < points.size(); i++) {
        int label = clustering.label(i);
        writeCell(points.ids(), i, out);
        out.write(',');
        if (label != Clustering.NOISE) {
          writeCell(points.ids(), label, out);
          clustered++;
        }
        out.write(clustering.isCore(i) ? CORE : NOT_CORE);
      }
      out.flush();
    } catch (IOException e) {
      throw new ProblemException(
          ErrorCode.OUTPUT_UNWRITABLE,
          request.out() == null ? "-" : request.out(),
          FileTrouble.of(e));
    }
    return new ClusterOutcome(
        points.size(),
        clustering.clusters(),
        clustered,
        rejects,
        rejects.isEmpty() ? null : rejectsFile);
  }

  /// An id as a CSV field (RFC 4180).
  private static void writeCell(StringTable ids, int i, OutputStream out) throws IOException {
    byte[] id = ids.get(i).getBytes(StandardCharsets.UTF_8);
    boolean quoted = false;
    for (byte b : id) {
      quoted |= b == ',' || b == '"' || b == '\n' || b == '\r';
    }
    if (!quoted) {
      out.write(id);
      return;
    }
    String text = ids.get(i).replace("\"", "\"\"");
    out.write(('"' + text + '"').getBytes(StandardCharsets.UTF_8));
  }

  private static void writeRejects(List<Reject> rejects, Path file) throws IOException {
    try (var writer = Files.newBufferedWriter(file)) {
      for (Reject reject : rejects) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", reject.file());
        line.put("line", reject.line());
        line.put("field", reject.field());
        line.put("value", reject.value());
        line.put("code", reject.code().code());
        line.put("remedy", ErrorText.ENGLISH.remedy(reject.code()));
        writer.write(Json.of(line));
        writer.write('\n');
      }
    }
  }

  private static Path rejectsFile(Path out) {
    String name = String.valueOf(out.getFileName());
    int dot = name.lastIndexOf('.');
    return out.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".rejects.jsonl");
  }

  private static void refuseToOverwriteInput(Path points, Path out) {
    try {
      if (Files.exists(out) && Files.exists(points) && Files.isSameFile(points, out)) {
        throw new ProblemException(ErrorCode.OUTPUT_EXISTS, out);
      }
    } catch (IOException e) {
      throw new ProblemException(ErrorCode.OUTPUT_UNWRITABLE, out, FileTrouble.of(e));
    }
  }
}
