package org.ronghe.platform.registry.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes keys anew of achievements whose keys are of an older kind, a few at a time beside other
/// work: it rests four times as long as it works, and for good when all is done.
@Component
class LikenessFeed implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LikenessFeed.class);
  private static final int BATCH = 200;
  private static final int REST = 4;
  private static final long PAUSE_MILLIS = 5_000;

  private final OldLikenessKeys keys;
  private volatile @Nullable ScheduledExecutorService timer;

  LikenessFeed(OldLikenessKeys keys) {
    this.keys = keys;
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("likeness-keys").factory());
    timer = started;
    plan(started, PAUSE_MILLIS);
  }

  /// A batch under way ends or is undone as a whole.
  @Override
  public void stop() {
    ScheduledExecutorService running = timer;
    timer = null;
    if (running != null) {
      running.shutdown();
      try {
        if (!running.awaitTermination(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          running.shutdownNow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }

  private void plan(ScheduledExecutorService on, long afterMillis) {
    if (!on.isShutdown()) {
      var _ = on.schedule(() -> work(on), afterMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void work(ScheduledExecutorService on) {
    long before = System.nanoTime();
    try {
      if (Actors.getAs(Actor.system("registry"), () -> keys.renewSome(BATCH))) {
        plan(on, REST * (System.nanoTime() - before) / 1_000_000);
      }
    } catch (RuntimeException e) {
      LOG.warn("keys of achievements are not made anew yet: {}", e.toString());
      plan(on, PAUSE_MILLIS);
    }
  }
}
