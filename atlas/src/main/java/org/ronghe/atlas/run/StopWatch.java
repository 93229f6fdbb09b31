package org.ronghe.atlas.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ronghe.atlas.run.RunListener.Step;

/// Times the steps of a run and tells the listener of each.
final class StopWatch {
  private final RunListener listener;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final long startNanos = System.nanoTime();
  private String step = "";
  private long stepNanos;

  StopWatch(RunListener listener) {
    this.listener = listener;
  }

  void enter(Step next) {
    stop();
    step = next.name().toLowerCase(Locale.ROOT);
    stepNanos = System.nanoTime();
    listener.enter(next);
  }

  RunListener listener() {
    return listener;
  }

  /// Seconds by step so far, and in total.
  Map<String, Double> seconds() {
    stop();
    var all = new LinkedHashMap<>(seconds);
    all.put("total", (System.nanoTime() - startNanos) / 1e9);
    return all;
  }

  private void stop() {
    if (!step.isEmpty()) {
      seconds.merge(step, (System.nanoTime() - stepNanos) / 1e9, Double::sum);
      step = "";
    }
  }
}
