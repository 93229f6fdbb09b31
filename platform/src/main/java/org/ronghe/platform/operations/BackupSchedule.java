package org.ronghe.platform.operations;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.configuration.NodeConfiguration.DailyBackup;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.problem.OperatorProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes the backup of every day while the node runs, if an operator has asked for one.
@Component
class BackupSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);

  private final NodeConfiguration configuration;
  private final DatabaseSettings settings;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("daily-backup").factory());
  private volatile boolean running;

  BackupSchedule(NodeConfiguration configuration, DatabaseSettings settings) {
    this.configuration = configuration;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    configuration.findDailyBackup().ifPresent(this::plan);
  }

  /// A backup under way is not waited for: its file appears whole or not at all.
  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// From now to the next time the clock of the machine shows a time of day.
  static Duration untilNext(LocalTime time, ZonedDateTime now) {
    ZonedDateTime next = now.with(time);
    return Duration.between(now, next.isAfter(now) ? next : now.plusDays(1).with(time));
  }

  private void plan(DailyBackup daily) {
    Duration wait = untilNext(daily.time(), ZonedDateTime.now(clock));
    var _ = timer.schedule(() -> make(daily), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void make(DailyBackup daily) {
    try {
      var backup = new Backup(settings, configuration.dataFolder(), clock);
      LOG.info("backup made: {}", new DailyBackups(backup, daily).make(clock));
    } catch (IOException | SQLException | OperatorProblem e) {
      LOG.error("no backup was made: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("no backup was made", e);
    } finally {
      if (running) {
        plan(daily);
      }
    }
  }
}
