package org.ronghe.platform.matching.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.learn.DecisionModelFile;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.jobs.GivingWay;
import org.ronghe.platform.matching.Lesson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Learns from decisions beside other work: when there are new ones, after a rest of twenty times
/// what learning took. What was learned is also written to a file that people can read, and that
/// `ronghe match search --model` takes.
final class Learner implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Learner.class);
  private static final Actor SYSTEM = Actor.system("matching");
  private static final long PAUSE_MILLIS = 5_000;
  private static final int REST = 20;

  /// More would take longer to learn from than they teach.
  private static final int MOST = 20_000;

  private final MatchingKeeper keeper;
  private final StoredDecisions decisions;
  private final Lessons lessons;
  private final Path file;
  private String learned = "";
  private volatile @Nullable ScheduledExecutorService timer;

  /// @param file where what was learned is written
  Learner(MatchingKeeper keeper, StoredDecisions decisions, Lessons lessons, Path file) {
    this.keeper = keeper;
    this.decisions = decisions;
    this.lessons = lessons;
    this.file = file;
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("match-learner").factory());
    timer = started;
    started.execute(GivingWay::fromNowOn);
    plan(started, PAUSE_MILLIS);
  }

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
      Actors.runAs(SYSTEM, this::learn);
    } catch (RuntimeException e) {
      LOG.warn("not learned from decisions yet: {}", e.toString());
    }
    plan(on, Math.max(PAUSE_MILLIS, REST * (System.nanoTime() - before) / 1_000_000));
  }

  /// Learns if there is anything new.
  synchronized void learn() {
    String state = decisions.state();
    if (state.equals(learned) || state.startsWith("0 ")) {
      return;
    }
    Optional<Lesson> lesson = keeper.lesson(decisions.newest(MOST));
    lessons.teach(lesson);
    lesson.ifPresent(this::write);
    learned = state;
  }

  private void write(Lesson lesson) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      DecisionModelFile.write(lesson.model(), part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
