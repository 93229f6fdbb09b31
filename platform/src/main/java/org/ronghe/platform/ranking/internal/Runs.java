package org.ronghe.platform.ranking.internal;

import tools.jackson.databind.JsonNode;

/// What the pages read out of `run.json`.
final class Runs {
  private Runs() {}

  /// How many values of the method no text confirms.
  static int unconfirmed(JsonNode run) {
    int count = 0;
    for (JsonNode value : run.path("method").path("values")) {
      count += value.path("unconfirmed").asBoolean(false) ? 1 : 0;
    }
    return count;
  }

  /// The weight of a metric in the score; 0 where the method does not say.
  static double weight(JsonNode run, String metric) {
    for (JsonNode value : run.path("method").path("values")) {
      if (value.path("name").asString("").equals("metrics." + metric + ".weight")) {
        return fraction(value.path("value").asString(""));
      }
    }
    return 0;
  }

  /// `0.5` or `1/2`.
  private static double fraction(String text) {
    try {
      String[] parts = text.strip().split("/", -1);
      return parts.length == 2
          ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1])
          : Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
