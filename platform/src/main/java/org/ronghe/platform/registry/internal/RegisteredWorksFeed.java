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

/// Enters achievements that came registered in great number into the fact base, a few at a time
/// beside other work: it rests four times as long as it works.
@Component
class RegisteredWorksFeed implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RegisteredWorksFeed.class);
  private static final int BATCH = 100;
  private static final int REST = 4;
  private static final long PAUSE_MILLIS = 5_000;

  private final RegisteredWorks works;
  private volatile @Nullable ScheduledExecutorService timer;

  RegisteredWorksFeed(RegisteredWorks works) {
    this.works = works;
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("registered-works").factory());
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
    var _ = on.schedule(() -> work(on), afterMillis, TimeUnit.MILLISECONDS);
  }

  private void work(ScheduledExecutorService on) {
    long before = System.nanoTime();
    long rest = PAUSE_MILLIS;
    try {
      int entered = Actors.getAs(Actor.system("registry"), () -> works.enterSome(BATCH));
      if (entered > 0) {
        rest = REST * (System.nanoTime() - before) / 1_000_000;
      }
    } catch (RuntimeException e) {
      LOG.warn("registered achievements are not entered as works yet: {}", e.toString());
    }
    if (!on.isShutdown()) {
      plan(on, rest);
    }
  }
}
