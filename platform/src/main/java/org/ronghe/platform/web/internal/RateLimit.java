package org.ronghe.platform.web.internal;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Token buckets in memory: each asker may send so many requests a minute, and as many at once
/// after a quiet minute.
final class RateLimit {
  private static final double NANOS_A_SECOND = 1e9;
  private static final int MOST_ASKERS = 50_000;

  private final double capacity;
  private final double perNano;
  private final LongSupplier nanos;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  /// @param nanos a clock that only runs forward
  RateLimit(int perMinute, LongSupplier nanos) {
    capacity = perMinute;
    perNano = perMinute / (60 * NANOS_A_SECOND);
    this.nanos = nanos;
  }

  private record Bucket(double tokens, long at) {}

  /// Takes a token; 0 if there was one, else after how many seconds there will be.
  int take(String asker) {
    long now = nanos.getAsLong();
    if (buckets.size() > MOST_ASKERS) {
      forgetFull(now);
    }
    double[] before = new double[1];
    buckets.compute(
        asker,
        (_, bucket) -> {
          double tokens =
              bucket == null
                  ? capacity
                  : Math.min(capacity, bucket.tokens() + (now - bucket.at()) * perNano);
          before[0] = tokens;
          return new Bucket(tokens >= 1 ? tokens - 1 : tokens, now);
        });
    return before[0] >= 1
        ? 0
        : (int) Math.max(1, Math.ceil((1 - before[0]) / perNano / NANOS_A_SECOND));
  }

  /// An asker whose bucket is full again is as good as one never seen.
  private void forgetFull(long now) {
    Iterator<Bucket> all = buckets.values().iterator();
    while (all.hasNext()) {
      Bucket bucket = all.next();
      if (bucket.tokens() + (now - bucket.at()) * perNano >= capacity) {
        all.remove();
      }
    }
  }
}
