package org.ronghe.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// Hands out the lines of a plain or gzipped file as ranges of one buffer, so that no peer pays for
/// strings it does not need.
final class LineReader {
  /// Takes the line `bytes[from, to)`, without its line break.
  interface Sink {
    void line(byte[] bytes, int from, int to) throws IOException;
  }

  /// Room that stays free behind a line, which some parsers read into.
  static final int PADDING = 64;

  private LineReader() {}

  static void read(Path file, Sink sink) throws IOException {
    try (InputStream in = open(file)) {
      byte[] buffer = new byte[1 << 22];
      int held = 0;
      while (true) {
        int got = in.read(buffer, held, buffer.length - PADDING - held);
        int end = held + Math.max(got, 0);
        int from = 0;
        for (int i = held; i < end; i++) {
          if (buffer[i] == '\n') {
            sink.line(buffer, from, i);
            from = i + 1;
          }
        }
        held = end - from;
        System.arraycopy(buffer, from, buffer, 0, held);
        if (got < 0) {
          if (held > 0) {
            sink.line(buffer, 0, held);
          }
          return;
        }
        if (held == buffer.length - PADDING) {
          buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
  }
}
