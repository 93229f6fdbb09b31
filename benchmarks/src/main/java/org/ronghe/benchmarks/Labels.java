package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A clustering as `tools/compare_labels.py` reads it: little-endian ints, -1 for noise; beside it,
/// when the engine tells cores from borders, one byte a point in `….cores`.
final class Labels {
  private Labels() {}

  static void write(Path file, int[] labels) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(labels.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(labels);
    Files.write(file, bytes.array());
  }

  static void writeCores(Path labels, byte[] cores) throws IOException {
    Files.write(coresOf(labels), cores);
  }

  static byte[] readCores(Path labels) throws IOException {
    return Files.readAllBytes(coresOf(labels));
  }

  private static Path coresOf(Path labels) {
    return labels.resolveSibling(labels.getFileName() + ".cores");
  }
}
