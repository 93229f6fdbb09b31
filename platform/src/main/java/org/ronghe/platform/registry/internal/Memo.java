package org.ronghe.platform.registry.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Answers that are the same for everybody and dear to make, kept for a while.
///
/// Of many who ask at once, one makes the answer and the others wait for it. An answer that is no
/// longer fresh is given once more while a new one is made beside; one that is old is made anew
/// first.
final class Memo<V> {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration OLD = Duration.ofMinutes(10);
  private static final int MOST = 500;

  /// By key, the one asked for last at the end.
  private final Map<String, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /// An answer, or the promise of one.
  private record Kept<V>(CompletableFuture<V> answer, Instant at) {
    boolean isOlderThan(Duration age) {
      return at.plus(age).isBefore(Instant.now());
    }
  }

  /// The answer under a key.
  ///
  /// @param make makes it, on the caller's thread
  /// @param makeBeside makes it on a thread of its own
  V get(String key, Supplier<V> make, Supplier<V> makeBeside) {
    CompletableFuture<V> mine = null;
    CompletableFuture<V> theirs;
    CompletableFuture<V> renewed = null;
    synchronized (kept) {
      Kept<V> before = kept.get(key);
      if (before == null || before.isOlderThan(OLD)) {
        mine = new CompletableFuture<>();
        keep(key, mine);
        theirs = mine;
      } else {
        theirs = before.answer();
        if (theirs.isDone() && before.isOlderThan(FRESH)) {
          // From now on it counts as fresh, so that nobody else begins to renew it.
          keep(key, theirs);
          renewed = new CompletableFuture<>();
        }
      }
    }
    if (mine != null) {
      fill(key, mine, make);
    } else if (renewed != null) {
      CompletableFuture<V> next = renewed;
      Thread.ofVirtual().start(() -> renew(key, next, makeBeside));
    }
    return given(theirs);
  }

  private void keep(String key, CompletableFuture<V> answer) {
    kept.put(key, new Kept<>(answer, Instant.now()));
    var oldest = kept.keySet().iterator();
    while (kept.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
  }

  private void fill(String key, CompletableFuture<V> answer, Supplier<V> make) {
    try {
      answer.complete(make.get());
    } catch (RuntimeException e) {
      synchronized (kept) {
        kept.remove(key);
      }
      answer.completeExceptionally(e);
    }
  }

  private void renew(String key, CompletableFuture<V> answer, Supplier<V> make) {
    fill(key, answer, make);
    if (!answer.isCompletedExceptionally()) {
      synchronized (kept) {
        keep(key, answer);
      }
    }
  }

  private static <V> V given(CompletableFuture<V> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
