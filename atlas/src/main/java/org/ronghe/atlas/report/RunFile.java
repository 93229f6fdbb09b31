package org.ronghe.atlas.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `run.json`: what went in, by which method, with which software, and the counts at each step. The
/// same every time for the same input; times stand apart in `timings.json`.
final class RunFile {
  private RunFile() {}

  static Object of(RunResult result) {
    var ranking = result.ranking();
    var quality = ranking.quality();
    var run = new LinkedHashMap<String, @Nullable Object>();
    run.put("software", software());
    run.put("method", method(result));
    run.put("options", result.options());
    run.put(
        "inputs",
        quality.inputs().stream()
            .map(i ->
                ordered(
                    "path", i.path(),
                    "kind", i.kind(),
                    "bytes", i.bytes(),
                    "sha256", i.sha256(),
                    "records", i.records()))
            .toList());
    run.put("steps", quality.steps());
    run.put("located_by", quality.locatedBy());
    run.put(
        "weights",
        ordered(
            "counted", quality.weightCounted(),
            "located", quality.weightLocated(),
            "unlocated", quality.weightUnlocated()));
    run.put("rejects", quality.rejects());
    var world = new LinkedHashMap<String, Object>();
    ranking.metrics().forEach(m -> world.put(m.id(), m.worldTotal()));
    run.put("world", world);
    return run;
  }

  private static Object software() {
    return ordered("name", "ronghe", "version", SoftwareVersion.current());
  }

  private static Object method(RunResult result) {
    var ranking = result.ranking();
    return ordered(
        "id", ranking.method(),
        "title", ranking.title().english(),
        "values",
            ranking.methodValues().stream()
                .map(v ->
                    ordered(
                        "name", v.name(),
                        "value", v.value(),
                        "source", v.source(),
                        "unconfirmed", v.unconfirmed()))
                .toList());
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
