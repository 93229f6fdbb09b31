package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.nio.file.Path;

/// Reads a file line by line, however large it is.
interface LineReader {
  /// Hands over every line in order; the first holds the names of the columns.
  ///
  /// @throws UnreadableFile if it is no such file, or does not end as it should
  void read(Path file, Taker taker) throws IOException, UnreadableFile, InterruptedException;

  /// Takes lines.
  @FunctionalInterface
  interface Taker {
    void take(Line line) throws InterruptedException, UnreadableFile;
  }
}
