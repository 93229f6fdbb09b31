package org.ronghe.platform.registry.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.jobs.GivingWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Much work done a little at a time beside other work, in the registry's own name: it rests four
/// times as long as it works.
abstract class Trickle implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Trickle.class);
  private static final int REST = 4;
  private static final long PAUSE_MILLIS = 5_000;

  private final String name;
  private final boolean lasting;
  private volatile @Nullable ScheduledExecutorService timer;

  /// @param lasting whether it looks for new work when all is done, or ends
  Trickle(String name, boolean lasting) {
    this.name = name;
    this.lasting = lasting;
  }

  /// Does some of it, as a whole or not at all.
  ///
  /// @return false where nothing is left
  abstract boolean some();

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    timer = started;
    started.execute(GivingWay::fromNowOn);
    plan(started, PAUSE_MILLIS);
  }

  /// What is under way ends or is undone as a whole.
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
      if (Actors.getAs(Actor.system("registry"), this::some)) {
        plan(on, REST * (System.nanoTime() - before) / 1_000_000);
      } else if (lasting) {
        plan(on, PAUSE_MILLIS);
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: not done yet: {}", name, e.toString());
      plan(on, PAUSE_MILLIS);
    }
  }
}
