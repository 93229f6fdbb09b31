package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/// Writes the made-up world that all peers cluster.
///
/// Usage: `WriteWorld SEED POINTS POINTS_FILE [CSV_FILE]`
final class WriteWorld {
  private WriteWorld() {}

  public static void main(String[] args) throws IOException {
    Points points = Points.of(World.of(Long.parseLong(args[0]), Integer.parseInt(args[1])));
    points.write(Path.of(args[2]));
    if (args.length > 3) {
      points.writeCsv(Path.of(args[3]));
    }
  }
}
