package org.ronghe.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What one run of one engine has to say: one line of JSON on standard output, which
/// `benchmarks/run` gathers.
final class Outcome {
  private final Map<String, String> members = new LinkedHashMap<>();

  Outcome put(String name, String value) {
    members.put(name, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    return this;
  }

  Outcome put(String name, long value) {
    members.put(name, Long.toString(value));
    return this;
  }

  Outcome put(String name, double value) {
    members.put(name, Double.toString(value));
    return this;
  }

  Outcome put(String name, boolean value) {
    members.put(name, Boolean.toString(value));
    return this;
  }

  Outcome put(Warm.Times times) {
    return put("seconds", times.medianSeconds())
        .put("best_seconds", times.bestSeconds())
        .put("cpu_seconds", times.medianCpuSeconds())
        .put("runs", times.runs());
  }

  void print() {
    System.out.println(
        members.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "\"%s\": %s", e.getKey(), e.getValue()))
            .collect(Collectors.joining(", ", "{", "}")));
  }
}
