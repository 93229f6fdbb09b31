package org.ronghe.platform.operations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronghe.platform.configuration.ConfigurationProblem;
import org.ronghe.platform.configuration.ConfigurationReader;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.operations.Finding.Status;
import org.ronghe.platform.problem.OperatorProblem;

/// Looks at everything a node stands on and says what is wrong and what to do. Changes nothing but
/// that it starts the node's own database for a moment where no node runs.
public final class Doctor {
  private static final Runtime.Version JAVA_NEEDED = Runtime.Version.parse("25.0.3");
  private static final long MEGABYTE = 1L << 20;

  /// Below this the database's log cannot grow by one segment for each writer: writes will fail.
  private static final long FAULT_BYTES = 500 * MEGABYTE;

  private static final long NOTE_BYTES = 5_000 * MEGABYTE;
  private static final Duration BACKUP_AGE = Duration.ofHours(49);

  private final ConfigurationSources sources;
  private final Surroundings surroundings;
  private final List<Finding> findings = new ArrayList<>();

  public Doctor(ConfigurationSources sources, Surroundings surroundings) {
    this.sources = sources;
    this.surroundings = surroundings;
  }

  /// Looks at everything.
  public List<Finding> examine() throws IOException {
    findings.clear();
    examineJava();
    ConfigurationReader.Result read = ConfigurationReader.read(sources);
    for (ConfigurationProblem problem : read.problems()) {
      findings.add(new Finding("configuration", Status.FAULT, problem::sentence));
    }
    NodeConfiguration configuration = read.configuration();
    if (read.problems().isEmpty()) {
      add("configuration", Status.OK, "ok", configuration.set().size());
    }
    examineAddress(configuration);
    examineFolder(configuration.dataFolder());
    examineDisk(configuration.dataFolder());
    examineClock();
    examineDatabase(configuration);
    examineBackups(configuration);
    return List.copyOf(findings);
  }

  private void examineJava() {
    boolean enough = surroundings.java().compareToIgnoreOptional(JAVA_NEEDED) >= 0;
    add(
        "java",
        enough ? Status.OK : Status.FAULT,
        enough ? "ok" : "old",
        surroundings.java().toString(),
        JAVA_NEEDED.toString());
  }

  private void examineAddress(NodeConfiguration configuration) {
    boolean secure = configuration.publicUrl().startsWith("https:");
    if (!secure && !isLoopback(configuration.host())) {
      add("address", Status.FAULT, "open", configuration.host());
    } else if (secure && !configuration.behindProxy()) {
      add("address", Status.NOTE, "proxy", configuration.publicUrl());
    } else {
      add("address", Status.OK, "ok", configuration.publicUrl());
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void examineFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Path above = existing(folder);
      if (Files.isDirectory(above) && Files.isWritable(above)) {
        add("data-folder", Status.OK, "new", folder.toString());
      } else {
        add("data-folder", Status.FAULT, "unusable", folder.toString(), above.toString());
      }
      return;
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      add("data-folder", Status.FAULT, "unusable", folder.toString(), folder.toString());
      return;
    }
    var rights = Files.getPosixFilePermissions(folder);
    boolean open =
        rights.contains(PosixFilePermission.OTHERS_READ)
            || rights.contains(PosixFilePermission.OTHERS_WRITE)
            || rights.contains(PosixFilePermission.GROUP_WRITE);
    if (open) {
      String written = PosixFilePermissions.toString(rights);
      add("data-folder", Status.FAULT, "open", folder.toString(), written);
    } else {
      add("data-folder", Status.OK, "ok", folder.toString());
    }
  }

  private void examineDisk(Path folder) throws IOException {
    long free = surroundings.disk().freeBytes(existing(folder));
    Status status = free < FAULT_BYTES ? Status.FAULT : free < NOTE_BYTES ? Status.NOTE : Status.OK;
    add("disk", status, status == Status.OK ? "ok" : "little", folder.toString(), free / MEGABYTE);
  }

  private void examineClock() {
    Instant now = surroundings.clock().instant();
    if (now.isBefore(surroundings.built())) {
      add("clock", Status.FAULT, "before-build", now.toString(), surroundings.built().toString());
    } else {
      add("clock", Status.OK, "ok", now.toString());
    }
  }

  private void examineDatabase(NodeConfiguration configuration) throws IOException {
    try (NodeDatabase database = NodeDatabase.openExisting(configuration)) {
      findings.addAll(
          new DatabaseExamination(database.settings(), configuration, surroundings.clock())
              .examine());
    } catch (OperatorProblem e) {
      switch (e.code()) {
        case DATA_FOLDER_EMPTY ->
            add("database", Status.NOTE, "none", configuration.dataFolder().toString());
        default -> findings.add(Finding.of("database", e));
      }
    }
  }

  private void examineBackups(NodeConfiguration configuration) throws IOException {
    var daily = configuration.findDailyBackup();
    if (daily.isEmpty()) {
      add("backup", Status.NOTE, "none");
      return;
    }
    Path folder = daily.get().folder();
    Optional<Instant> newest = DailyBackups.findNewest(folder);
    Instant now = surroundings.clock().instant();
    if (newest.isEmpty()) {
      add("backup", Status.FAULT, "missing", folder.toString());
    } else if (newest.get().isBefore(now.minus(BACKUP_AGE))) {
      add("backup", Status.FAULT, "old", folder.toString(), newest.get().toString());
    } else {
      add("backup", Status.OK, "ok", newest.get().toString());
    }
  }

  /// The nearest folder above that exists.
  private static Path existing(Path folder) {
    Path up = folder;
    while (!Files.exists(up) && up.getParent() != null) {
      up = up.getParent();
    }
    return up;
  }

  private void add(String check, Status status, String kind, Object... arguments) {
    findings.add(Finding.of(check, status, kind, arguments));
  }
}
