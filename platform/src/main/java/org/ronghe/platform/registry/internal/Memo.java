package org.ronghe.platform.registry.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers that are the same for everybody and dear to make, kept for a while.
///
/// Of many who ask at once, one makes the answer and the others wait for it. An answer that is no
/// longer fresh is given once more while it is looked beside whether what it was made of has
/// changed, and if so, a new one is made; of one that is old this is done first.
final class Memo<V> {
  /// So many times as old as one that is no longer fresh, an answer is old.
  private static final int OLD = 10;

  private static final int MOST = 500;

  /// By key, the one asked for last at the end.
  private final Map<String, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

  private final Duration fresh;
  private final Supplier<Long> stamp;
  private final Clock clock;

  /// @param fresh how long an answer is given without looking
  /// @param stamp a number that is another one when what answers are made of has changed
  Memo(Duration fresh, Supplier<Long> stamp, Clock clock) {
    this.fresh = fresh;
    this.stamp = stamp;
    this.clock = clock;
  }

  /// What was made, and the stamp from before it was.
  private record Made<V>(V value, Long stamp) {}

  /// An answer, or the promise of one.
  private record Kept<V>(CompletableFuture<Made<V>> answer, Instant at) {
    boolean isOlderThan(Duration age, Instant now) {
      return at.plus(age).isBefore(now);
    }
  }

  /// The answer under a key.
  ///
  /// @param make makes it; on the caller's thread, or on one of its own
  V get(String key, Supplier<V> make) {
    CompletableFuture<Made<V>> mine = null;
    CompletableFuture<Made<V>> theirs;
    boolean renewed = false;
    @Nullable Made<V> old = null;
    synchronized (kept) {
      Kept<V> before = kept.get(key);
      if (before == null || before.isOlderThan(fresh.multipliedBy(OLD), clock.instant())) {
        old = before != null && before.answer().isDone() ? before.answer().join() : null;
        mine = new CompletableFuture<>();
        keep(key, mine);
        theirs = mine;
      } else {
        theirs = before.answer();
        if (theirs.isDone() && before.isOlderThan(fresh, clock.instant())) {
          // From now on it counts as fresh, so that nobody else begins to renew it.
          keep(key, theirs);
          renewed = true;
        }
      }
    }
    if (mine != null) {
      fill(key, mine, old, make);
    } else if (renewed) {
      Made<V> known = theirs.join();
      var next = new CompletableFuture<Made<V>>();
      Thread.ofVirtual().start(() -> renew(key, next, known, make));
    }
    return given(theirs);
  }

  private void keep(String key, CompletableFuture<Made<V>> answer) {
    kept.put(key, new Kept<>(answer, clock.instant()));
    var oldest = kept.keySet().iterator();
    while (kept.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
  }

  private void fill(
      String key, CompletableFuture<Made<V>> answer, @Nullable Made<V> old, Supplier<V> make) {
    try {
      Long now = stamp.get();
      boolean same = old != null && old.stamp().equals(now);
      answer.complete(same && old != null ? old : new Made<>(make.get(), now));
    } catch (RuntimeException e) {
      synchronized (kept) {
        kept.remove(key);
      }
      answer.completeExceptionally(e);
    }
  }

  private void renew(String key, CompletableFuture<Made<V>> answer, Made<V> old, Supplier<V> make) {
    fill(key, answer, old, make);
    if (!answer.isCompletedExceptionally()) {
      synchronized (kept) {
        keep(key, answer);
      }
    }
  }

  private V given(CompletableFuture<Made<V>> answer) {
    try {
      return answer.join().value();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
