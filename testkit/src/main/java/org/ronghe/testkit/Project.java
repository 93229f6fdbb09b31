package org.ronghe.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The checkout that the tests run in.
public final class Project {
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", ".mvn");

  private Project() {}

  /// The checkout's root folder: system property `ronghe.root`, which the build sets; else the
  /// nearest folder upwards that holds `mvnw`, so that a test started from an IDE finds it too.
  public static Path root() {
    String given = System.getProperty("ronghe.root");
    if (given != null) {
      return Path.of(given).toAbsolutePath().normalize();
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above " + here + " holds mvnw");
  }

  /// Every file of the project whose name ends with `suffix`, build products left out, in order of
  /// path.
  public static List<Path> files(String suffix) {
    Path root = root();
    try (var all = Files.walk(root)) {
      return all.filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(Files::isRegularFile)
          .filter(file -> isSource(root.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path relative) {
    for (Path part : relative) {
      if (SKIPPED.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  /// The text of a file.
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// True on a build server, where nothing may be skipped: environment variable `CI` is `true`.
  public static boolean onBuildServer() {
    return "true".equals(System.getenv("CI"));
  }
}
