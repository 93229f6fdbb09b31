package org.ronghe.match.vector;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Lets a process end in peace while models compute.
///
/// ONNX Runtime frees its environment in a shutdown hook, beside all other hooks, and its statics
/// when the process exits; a model that computes at that moment may crash the process. Whoever ends
/// the process calls [#end] before the hooks run.
public final class ModelWork {
  // Fair, so that the end need not wait for those who come after it.
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock(true);

  private ModelWork() {}

  /// What models do.
  @FunctionalInterface
  interface Work<T> {
    T run() throws OrtException;
  }

  /// Does a piece of work, which should take well under a second.
  ///
  /// @throws CancellationException if the process is ending
  static <T> T during(Work<T> work) throws OrtException {
    try {
      if (!LOCK.readLock().tryLock(0, TimeUnit.SECONDS)) {
        throw new CancellationException("the process is ending");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    try {
      return work.run();
    } finally {
      LOCK.readLock().unlock();
    }
  }

  /// Waits for what computes now and lets nothing begin again in this process.
  ///
  /// @return whether nothing computes any more
  public static boolean end(Duration patience) {
    try {
      return LOCK.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
