package org.ronghe.platform.ranking.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder of the system's temporary ones, gone when it is closed.
record WorkFolder(Path path) implements AutoCloseable {
  static WorkFolder make() {
    try {
      return new WorkFolder(Files.createTempDirectory("ronghe-ranking-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (var files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
