package org.ronghe.platform.ranking.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads a result folder of `ronghe rank` and says everything that is wrong with it at once.
final class ResultFolder {
  static final String RUN = "run.json";
  static final String CLUSTERS = "clusters.json";
  static final String OUTLINES = "clusters.geojson";
  static final String COLLABORATION = "collaboration.csv";
  static final String UNLOCATED = "unlocated.csv";

  /// The files that are read; the others of a result folder are for other readers.
  static final List<String> FILES = List.of(RUN, CLUSTERS, OUTLINES, COLLABORATION, UNLOCATED);

  private final Path folder;
  private final Faults faults;

  private ResultFolder(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with all faults
  static Result read(Path folder, Texts texts) {
    var faults = new Faults(texts);
    try {
      Result result = new ResultFolder(folder, faults).read();
      faults.check();
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Result read() throws IOException {
    String run = text(RUN);
    String clusters = text(CLUSTERS);
    var runTree = tree(RUN, run);
    var clusterTree = tree(CLUSTERS, clusters);
    faults.check(); // without these two nothing else can be said
    RunChecks.check(runTree);
    var reader = new ClusterReader(clusterTree);
    Result.Head head = reader.head();
    var rows = reader.clusters(head);
    Set<Integer> labels = new HashSet<>();
    rows.forEach(row -> labels.add(row.label()));
    Map<Integer, String> outlines = new HashMap<>();
    if (Files.isRegularFile(folder.resolve(OUTLINES))) {
      outlines = OutlineReader.read(tree(OUTLINES, text(OUTLINES)), labels);
    }
    var tables = new CsvTables(folder, faults);
    return new Result(
        head,
        rows,
        reader.profiles(),
        outlines,
        tables.ties(labels),
        run == null ? "{}" : run,
        tables.unlocated(),
        digest(run + "\n" + clusters));
  }

  private @Nullable String text(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      faults.add(
          name, name.equals(CLUSTERS) ? "ranking.fault.no-clusters" : "ranking.fault.no-file");
      return null;
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private JsonPart tree(String name, @Nullable String text) {
    JsonNode tree = MissingNode.getInstance();
    if (text != null) {
      try {
        tree = JsonMapper.shared().readTree(text);
        if (!tree.isObject()) {
          faults.add(name, "ranking.fault.no-object");
        }
      } catch (JacksonException e) {
        var at = e.getLocation();
        faults.add(
            name, "ranking.fault.no-json", at == null ? 0 : at.getLineNr(), e.getOriginalMessage());
      }
    }
    return new JsonPart(tree, name, faults);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
