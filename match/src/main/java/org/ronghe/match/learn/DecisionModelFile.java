package org.ronghe.match.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A model of decisions as a file that people can read: JSON with the weights as a table, the cuts
/// between levels, how many of each value were relevant, and every decision that may be a
/// precedent. Vectors stand at its end, in base 64. The same decisions give the same bytes.
public final class DecisionModelFile {
  private static final String FORMAT = "ronghe-decisions-1";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DecisionModelFile() {}

  /// Writes a model.
  public static void write(DecisionModel model, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("decisions", model.decisions());
    Ridge ridge = model.ridge();
    root.put("meanLevel", ridge.meanLevel());
    var weights = root.putArray("weights");
    for (Ridge.Weight weight : ridge.table()) {
      var row = weights.addObject();
      row.put("of", weight.of());
      row.put("mean", weight.mean());
      row.put("deviation", weight.deviation());
      row.put("weight", weight.weight());
    }
    var cuts = root.putArray("cuts");
    model.cuts().forEach(cuts::add);
    var depth = root.putObject("least");
    depth.put("score", model.depth().score());
    depth.put("value", model.depth().value());
    var relevant = root.putArray("relevant");
    for (Calibration.Pool pool : model.calibration().pools()) {
      var row = relevant.addObject();
      row.put("from", pool.from());
      row.put("share", pool.share());
      row.put("decisions", pool.size());
    }
    var precedents = root.putArray("precedents");
    for (Precedents.Decision decision : model.precedents().decisions()) {
      var row = precedents.addObject();
      row.put("need", decision.need());
      row.put("offer", decision.offer());
      row.put("level", decision.level());
      row.put("difference", decision.difference());
    }
    vectors(root.putObject("needs"), model.precedents().needs());
    vectors(root.putObject("offers"), model.precedents().offers());
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }

  /// Reads a model.
  ///
  /// @throws MatchProblem MODEL_UNREADABLE if the file is none, or of another version
  public static DecisionModel read(Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      if (!FORMAT.equals(root.path("format").asString(""))) {
        throw new MatchProblem(MatchCode.MODEL_UNREADABLE, file);
      }
      var weights = new ArrayList<Ridge.Weight>();
      for (JsonNode row : root.required("weights")) {
        weights.add(
            new Ridge.Weight(
                row.required("of").asString(),
                row.required("mean").asDouble(),
                row.required("deviation").asDouble(),
                row.required("weight").asDouble()));
      }
      if (!weights.stream().map(Ridge.Weight::of).toList().equals(DecidedPair.FEATURES)) {
        throw new MatchProblem(MatchCode.MODEL_UNREADABLE, file);
      }
      var pools = new ArrayList<Calibration.Pool>();
      for (JsonNode row : root.required("relevant")) {
        pools.add(
            new Calibration.Pool(
                row.required("from").asDouble(),
                row.required("share").asDouble(),
                row.required("decisions").asInt()));
      }
      var decisions = new ArrayList<Precedents.Decision>();
      for (JsonNode row : root.required("precedents")) {
        decisions.add(
            new Precedents.Decision(
                row.required("need").asString(),
                row.required("offer").asString(),
                row.required("level").asInt(),
                row.required("difference").asDouble()));
      }
      List<Double> cuts = root.required("cuts").valueStream().map(JsonNode::asDouble).toList();
      return new DecisionModel(
          new Ridge(weights, root.required("meanLevel").asDouble()),
          new Precedents(
              decisions, vectors(root.required("needs")), vectors(root.required("offers"))),
          new Calibration(pools),
          cuts,
          depth(root.path("least")));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MatchProblem(MatchCode.MODEL_UNREADABLE, file);
    }
  }

  private static Depth depth(JsonNode node) {
    return node.isObject()
        ? new Depth(node.required("score").asDouble(), node.required("value").asDouble())
        : Depth.UNKNOWN;
  }

  private static void vectors(ObjectNode node, Map<String, byte[]> vectors) {
    new TreeMap<>(vectors)
        .forEach((id, vector) -> node.put(id, Base64.getEncoder().encodeToString(vector)));
  }

  private static Map<String, byte[]> vectors(JsonNode node) {
    Map<String, byte[]> vectors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      vectors.put(entry.getKey(), Base64.getDecoder().decode(entry.getValue().asString()));
    }
    return vectors;
  }
}
