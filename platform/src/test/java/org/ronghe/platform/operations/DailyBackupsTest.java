package org.ronghe.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.configuration.NodeConfiguration.DailyBackup;

class DailyBackupsTest {
  @TempDir private Path folder = Path.of("unset");

  @Test
  void theNewestAreKeptAndStrangersLeftAlone() throws Exception {
    try (var database = TestDatabase.fresh()) {
      Path backups = folder.resolve("backups");
      for (int day = 1; day <= 4; day++) {
        var clock = Clock.fixed(Instant.parse("2026-11-0" + day + "T12:00:00Z"), ZoneOffset.UTC);
        var daily = new DailyBackup(backups, LocalTime.NOON, 2);
        var backup = new Backup(database.settings(), folder, clock);
        Path file = new DailyBackups(backup, daily).make(clock);
        assertThat(new DailyBackups(backup, daily).make(clock)).as("again").isEqualTo(file);
        if (day == 1) {
          Files.createFile(backups.resolve("ronghe-2020-01-01.backup.mine"));
        }
      }
      try (var files = Files.list(backups)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "ronghe-2020-01-01.backup.mine",
                "ronghe-2026-11-03.backup",
                "ronghe-2026-11-04.backup");
      }
      assertThat(DailyBackups.findNewest(backups)).isPresent();
      assertThat(DailyBackups.findNewest(folder.resolve("none"))).isEmpty();
    }
  }

  @Test
  void theNextTimeIsTodayOrTomorrowEvenWhereClocksChange() {
    var time = LocalTime.of(2, 30);
    assertThat(wait(time, "2026-11-25T02:00:00", "Asia/Shanghai"))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(wait(time, "2026-11-25T02:30:00", "Asia/Shanghai")).isEqualTo(Duration.ofHours(24));
    assertThat(wait(time, "2026-11-25T23:30:00", "Asia/Shanghai")).isEqualTo(Duration.ofHours(3));
    // On 29 March 2026 there is no half past two in Berlin: it is made at half past three.
    assertThat(wait(time, "2026-03-29T01:30:00", "Europe/Berlin")).isEqualTo(Duration.ofHours(1));
  }

  private static Duration wait(LocalTime time, String now, String zone) {
    return BackupSchedule.untilNext(
        time, ZonedDateTime.of(java.time.LocalDateTime.parse(now), ZoneId.of(zone)));
  }
}
