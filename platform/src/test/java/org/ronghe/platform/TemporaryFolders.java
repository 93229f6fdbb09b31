package org.ronghe.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// Folders for servers of tests: under the system's temporary folder and open to walk through,
/// since a server started by root runs as another account.
public final class TemporaryFolders {
  private TemporaryFolders() {}

  /// Work that may fail, at the end of the JVM.
  @FunctionalInterface
  public interface Closing {
    void run() throws IOException;
  }

  /// A new folder.
  public static Path make(String prefix) throws IOException {
    Path folder = Files.createTempDirectory(prefix);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return folder;
  }

  /// A new folder that goes with the JVM.
  public static Path makeForThisRun(String prefix) {
    try {
      Path folder = make(prefix);
      atExit(() -> delete(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Does something when the JVM ends.
  public static void atExit(Closing closing) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  try {
                    closing.run();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  /// Removes a folder with all that is in it.
  public static void delete(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var walk = Files.walk(folder)) {
      walk.forEach(files::add);
    }
    for (Path file : files.reversed()) {
      Files.deleteIfExists(file);
    }
  }
}
