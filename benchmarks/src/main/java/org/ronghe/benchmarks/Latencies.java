package org.ronghe.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/// How long answers took, gathered by many threads.
final class Latencies {
  private long[] nanos = new long[1 << 14];
  private int count;
  private int errors;

  synchronized void add(long took, boolean good) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
    errors += good ? 0 : 1;
  }

  synchronized int count() {
    return count;
  }

  synchronized int errors() {
    return errors;
  }

  /// All of another as well.
  synchronized void addAll(Latencies other) {
    synchronized (other) {
      nanos = Arrays.copyOf(nanos, Math.max(nanos.length, count + other.count));
      System.arraycopy(other.nanos, 0, nanos, count, other.count);
      count += other.count;
      errors += other.errors;
    }
  }

  /// The time within which that share of answers came, in milliseconds (nearest rank).
  synchronized double millis(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * count);
    return sorted[Math.clamp(rank - 1L, 0, count - 1)] / 1e6;
  }

  String row(String name, double seconds) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f | %.1f | %.1f | %.1f | %.1f | %d |%n",
        name,
        count(),
        count() / seconds,
        millis(0.5),
        millis(0.95),
        millis(0.99),
        millis(1),
        errors());
  }

  String json(double seconds) {
    return String.format(
        Locale.ROOT,
        "{\"requests\": %d, \"requests_per_second\": %.1f, \"p50_ms\": %.2f, \"p95_ms\": %.2f,"
            + " \"p99_ms\": %.2f, \"max_ms\": %.2f, \"errors\": %d}",
        count(),
        count() / seconds,
        millis(0.5),
        millis(0.95),
        millis(0.99),
        millis(1),
        errors());
  }
}
