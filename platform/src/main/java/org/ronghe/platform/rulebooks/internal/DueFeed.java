package org.ronghe.platform.rulebooks.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Keeps answers in step with facts while the node runs: firms whose facts changed within seconds,
/// and all of them every night, since time alone turns clauses.
@Component
class DueFeed implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DueFeed.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final long STOPPING_SECONDS = 10;

  private final CityJudge city;
  private final Jobs jobs;
  private final NodeConfiguration configuration;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("rulebooks-", 1).factory());
  private volatile boolean running;

  DueFeed(CityJudge city, Jobs jobs, NodeConfiguration configuration) {
    this.city = city;
    this.jobs = jobs;
    this.configuration = configuration;
  }

  @Override
  public void start() {
    running = true;
    var _ =
        timer.scheduleWithFixedDelay(
            this::workOff, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    configuration.findJudgingTime().ifPresent(this::plan);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("judging did not stop within {} s", STOPPING_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void workOff() {
    try {
      while (running && city.due(LocalDate.now(clock)) > 0) {
        LOG.debug("judged firms whose facts changed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException e) {
      // The database is away, or the node stops: the notes are still there.
      LOG.warn("firms whose facts changed wait to be judged: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("firms whose facts changed could not be judged", e);
    }
  }

  private void plan(LocalTime time) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime today = now.with(time);
    ZonedDateTime next = today.isAfter(now) ? today : now.plusDays(1).with(time);
    var _ =
        timer.schedule(
            () -> judgeAll(time), Duration.between(now, next).toMillis(), TimeUnit.MILLISECONDS);
  }

  private void judgeAll(LocalTime time) {
    try {
      String subject = Texts.in(configuration.language()).text("rulebooks.judge.subject");
      long job =
          Actors.getAs(
              Actor.system("rulebooks"),
              () -> jobs.start(JudgeJob.CODE, subject, new JudgeJob.Input("")));
      LOG.info("judging all firms: job {}", job);
    } catch (RuntimeException e) {
      LOG.error("the nightly judging did not start", e);
    } finally {
      if (running) {
        plan(time);
      }
    }
  }
}
