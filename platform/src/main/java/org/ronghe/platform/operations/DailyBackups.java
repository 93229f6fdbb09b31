package org.ronghe.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronghe.platform.configuration.NodeConfiguration.DailyBackup;

/// The backups of every day in their folder: `ronghe-2026-11-25.backup`, the oldest removed when
/// there are more than are kept.
final class DailyBackups {
  private static final Pattern NAME = Pattern.compile("ronghe-\\d{4}-\\d{2}-\\d{2}\\.backup");

  private final Backup backup;
  private final DailyBackup daily;

  DailyBackups(Backup backup, DailyBackup daily) {
    this.backup = backup;
    this.daily = daily;
  }

  /// Makes today's backup, replacing an earlier one of today, and removes what is too much.
  Path make(Clock clock) throws SQLException, IOException {
    Files.createDirectories(daily.folder());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    Path file = daily.folder().resolve("ronghe-" + today + ".backup");
    backup.write(file, true);
    List<Path> all = files(daily.folder());
    for (Path old : all.subList(0, Math.max(0, all.size() - daily.keep()))) {
      Files.delete(old);
    }
    return file;
  }

  /// When the newest was finished.
  static Optional<Instant> findNewest(Path folder) throws IOException {
    List<Path> all = files(folder);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(Files.getLastModifiedTime(all.getLast()).toInstant());
  }

  /// The oldest first.
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(DailyBackups::isOne).sorted().toList();
    }
  }

  private static boolean isOne(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }
}
