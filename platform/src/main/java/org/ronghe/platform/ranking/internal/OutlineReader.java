package org.ronghe.platform.ranking.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads `clusters.geojson`: the outline of each cluster, as the coordinates of a MultiPolygon.
final class OutlineReader {
  private static final int MULTI_POLYGON_DEPTH = 4;
  private static final int LEAST_RING = 4;

  private OutlineReader() {}

  static Map<Integer, String> read(JsonPart file, Set<Integer> labels) {
    Map<Integer, String> outlines = new HashMap<>();
    for (JsonPart feature : file.items("features")) {
      int label = feature.whole("id");
      if (!labels.contains(label)) {
        file.faults().add(feature.path() + ".id", "ranking.fault.no-cluster", label);
      }
      JsonPart geometry = feature.at("geometry");
      String type = geometry.text("type");
      JsonNode coordinates = geometry.node().path("coordinates");
      switch (type) {
        case "Polygon" -> keep(outlines, label, geometry, "[" + coordinates + "]", coordinates, 3);
        case "MultiPolygon" ->
            keep(
                outlines,
                label,
                geometry,
                coordinates.toString(),
                coordinates,
                MULTI_POLYGON_DEPTH);
        default -> file.faults().add(geometry.path() + ".type", "ranking.fault.no-polygon", type);
      }
    }
    return outlines;
  }

  private static void keep(
      Map<Integer, String> outlines,
      int label,
      JsonPart geometry,
      String json,
      JsonNode coordinates,
      int depth) {
    if (isGood(coordinates, depth)) {
      outlines.put(label, json);
    } else {
      geometry.faults().add(geometry.path() + ".coordinates", "ranking.fault.coordinates");
    }
  }

  /// Arrays of arrays down to positions inside the world, rings closed.
  private static boolean isGood(JsonNode node, int depth) {
    if (!node.isArray() || node.isEmpty()) {
      return false;
    }
    if (depth == 1) {
      return node.size() >= 2
          && node.get(0).isNumber()
          && node.get(1).isNumber()
          && Math.abs(node.get(0).asDouble()) <= 180
          && Math.abs(node.get(1).asDouble()) <= 90;
    }
    for (JsonNode child : node) {
      if (!isGood(child, depth - 1)) {
        return false;
      }
    }
    boolean ring = depth == 2;
    return !ring || (node.size() >= LEAST_RING && node.get(0).equals(node.get(node.size() - 1)));
  }
}
