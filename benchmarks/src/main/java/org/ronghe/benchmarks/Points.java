package org.ronghe.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Points on the sphere as every peer reads them: a file of little-endian doubles, latitude then
/// longitude in degrees, one pair a point. Each point weighs 1, because most peers know no weights.
final class Points {
  private static final int BLOCK = 1 << 16;

  private final double[] lat;
  private final double[] lon;

  private Points(double[] lat, double[] lon) {
    this.lat = lat;
    this.lon = lon;
  }

  static Points of(World world) {
    return new Points(world.lat(), world.lon());
  }

  static Points read(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      int n = Math.toIntExact(in.size() / 16);
      double[] lat = new double[n];
      double[] lon = new double[n];
      ByteBuffer block = ByteBuffer.allocate(BLOCK * 16).order(ByteOrder.LITTLE_ENDIAN);
      int i = 0;
      while (i < n) {
        block.clear();
        while (block.hasRemaining() && in.read(block) >= 0) {
          // a read may stop short of the block
        }
        block.flip();
        while (block.remaining() >= 16) {
          lat[i] = block.getDouble();
          lon[i++] = block.getDouble();
        }
      }
      return new Points(lat, lon);
    }
  }

  void write(Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK * 16).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < lat.length; i++) {
        block.putDouble(lat[i]).putDouble(lon[i]);
        if (!block.hasRemaining() || i == lat.length - 1) {
          block.flip();
          while (block.hasRemaining()) {
            out.write(block);
          }
          block.clear();
        }
      }
    }
  }

  /// Writes what `ronghe cluster` reads: `id,lat,lon,weight`. `Double.toString` round-trips.
  void writeCsv(Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write("id,lat,lon,weight\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      for (int i = 0; i < lat.length; i++) {
        String line = i + "," + lat[i] + "," + lon[i] + ",1\n";
        out.write(line.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
    }
  }

  int size() {
    return lat.length;
  }

  double[] lat() {
    return lat;
  }

  double[] lon() {
    return lon;
  }

  double[] weights() {
    double[] weight = new double[lat.length];
    java.util.Arrays.fill(weight, 1);
    return weight;
  }

  /// Unit vectors: Euclidean distance between them is the chord of the great circle.
  double[][] vectors() {
    double[][] v = new double[lat.length][];
    for (int i = 0; i < v.length; i++) {
      double phi = Math.toRadians(lat[i]);
      double lambda = Math.toRadians(lon[i]);
      v[i] =
          new double[] {
            Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
          };
    }
    return v;
  }

  /// The chord on the unit sphere that spans `meters` along a great circle.
  static double chord(double meters) {
    return 2 * Math.sin(meters / (2 * EARTH_RADIUS_METERS));
  }

  /// The mean radius that every peer is given.
  static final double EARTH_RADIUS_METERS = 6_371_008.8;
}
