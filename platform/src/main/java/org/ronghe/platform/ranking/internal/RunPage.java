package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.report.Messages;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.RankingHead.Metric;
import org.ronghe.platform.web.View;
import tools.jackson.databind.JsonNode;

/// What the pages of method and data quality show: what `run.json` says, in the report's words.
///
/// @param run `run.json`
/// @param notes remarks for the reader
/// @param unlocated the most frequent affiliations without a place
public record RunPage(
    View view, RankingHead ranking, JsonNode run, JsonNode notes, JsonNode unlocated) {
  private static final Messages WORDS = new Messages();

  /// A value of the method.
  public record Value(String label, String name, String value, String source, boolean doubtful) {}

  /// A count with its name.
  public record Count(String label, double number) {}

  private String either(Bilingual words) {
    return view.either(words.english(), words.chinese());
  }

  /// The values of the method, in its order.
  public List<Value> values() {
    var values = new ArrayList<Value>();
    for (JsonNode value : run.path("method").path("values")) {
      String name = value.path("name").asString("");
      values.add(
          new Value(
              label(name),
              name,
              value.path("value").asString(""),
              value.path("source").asString(""),
              value.path("unconfirmed").asBoolean(false)));
    }
    return values;
  }

  private String label(String name) {
    var parts = name.split("\\.", -1);
    if (parts.length == 3 && parts[0].equals("metrics")) {
      String metric =
          ranking.metrics().stream()
              .filter(m -> m.id().equals(parts[1]))
              .findFirst()
              .map(m -> view.either(m.name().english(), m.name().chinese()))
              .orElse(parts[1]);
      return metric
          + view.text("ranking.method.colon")
          + either(WORDS.label("method.metric.", parts[2]));
    }
    return either(WORDS.label("method.", name));
  }

  /// How many values no text confirms.
  public int unconfirmed() {
    return Runs.unconfirmed(run);
  }

  /// Counts at each step.
  public List<Count> steps() {
    return counts("steps", "step.");
  }

  /// Contributions by how they were located.
  public List<Count> locatedBy() {
    return counts("located_by", "located.");
  }

  /// Rejected values by code.
  public List<Count> rejects() {
    return counts("rejects", "reject.");
  }

  private List<Count> counts(String part, String prefix) {
    var counts = new ArrayList<Count>();
    for (var entry : run.path(part).properties()) {
      counts.add(
          new Count(either(WORDS.label(prefix, entry.getKey())), entry.getValue().asDouble(0)));
    }
    return counts;
  }

  /// A part of all contributions, in percent.
  public String percent(Count count) {
    double all = locatedBy().stream().mapToDouble(Count::number).sum();
    return all == 0 ? "–" : view.number(100 * count.number() / all, 1) + " %";
  }

  /// The name of a metric.
  public String name(Metric metric) {
    return view.either(metric.name().english(), metric.name().chinese());
  }
}
