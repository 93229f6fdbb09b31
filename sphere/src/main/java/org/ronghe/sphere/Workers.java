package org.ronghe.sphere;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A few threads that share out index ranges; the caller's thread is one of them.
final class Workers implements AutoCloseable {

  private final int threads;
  private final List<ExecutorService> pool = new ArrayList<>(1);

  Workers(int threads) {
    this.threads = threads;
    if (threads > 1) {
      pool.add(Executors.newFixedThreadPool(threads - 1, Thread.ofPlatform().daemon().factory()));
    }
  }

  int threads() {
    return threads;
  }

  /// Runs over 0 until count in pieces of a given size, with no scratch memory.
  void share(int count, int grain, Range range) {
    share(count, grain, () -> range);
  }

  /// Runs over 0 until count in pieces of a given size; each thread works with its own range.
  void share(int count, int grain, Supplier<Range> perThread) {
    int pieces = (int) ((count + (long) grain - 1) / grain);
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          Range range = perThread.get();
          for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
            int from = piece * grain;
            range.run(from, Math.min(count - from, grain) + from);
          }
        };
    int helpers = Math.min(threads, pieces) - 1;
    if (helpers <= 0) {
      work.run();
      return;
    }
    List<Future<?>> pending = new ArrayList<>(helpers);
    for (int i = 0; i < helpers; i++) {
      pending.add(pool.getFirst().submit(work));
    }
    work.run();
    for (Future<?> future : pending) {
      await(future);
    }
  }

  private static void await(Future<?> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("a worker failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    pool.forEach(ExecutorService::shutdownNow);
  }

  /// Work on the indices from (inclusive) until to (exclusive).
  interface Range {
    void run(int from, int to);
  }
}
