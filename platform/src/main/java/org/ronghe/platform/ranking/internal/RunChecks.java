package org.ronghe.platform.ranking.internal;

import java.util.List;

/// What the pages need of `run.json`.
final class RunChecks {
  private RunChecks() {}

  static void check(JsonPart run) {
    run.at("software").text("name");
    run.at("software").text("version");
    JsonPart method = run.at("method");
    method.text("id");
    for (JsonPart value : method.items("values")) {
      value.text("name");
      if (value.at("value").missing()) {
        run.faults().add(value.path() + ".value", "ranking.fault.no-text");
      }
    }
    for (JsonPart input : run.itemsIfAny("inputs")) {
      input.text("path");
      input.number("bytes");
      input.number("records");
    }
    for (String counts : List.of("steps", "located_by", "rejects")) {
      JsonPart part = run.at(counts);
      if (!part.node().isObject()) {
        run.faults().add(part.path(), "ranking.fault.no-object");
      } else {
        part.node().propertyNames().forEach(part::number);
      }
    }
    JsonPart weights = run.at("weights");
    weights.number("counted");
    weights.number("located");
    weights.number("unlocated");
  }
}
