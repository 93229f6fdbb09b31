package org.ronghe.sphere;

/// A ball around some points, to be filled again and again.
final class Ball {

  private static final double ROUND_UP = 1 + 1e-14;

  double x;
  double y;
  double z;
  double radius;

  /// Takes over the ball of a block.
  void copyFrom(double[] balls, int block) {
    x = balls[4 * block];
    y = balls[4 * block + 1];
    z = balls[4 * block + 2];
    radius = balls[4 * block + 3];
  }

  /// Encloses the points at positions [from, to), at least one. The radius is rounded up and never
  /// 0, unless all vectors are the same.
  void enclose(Blocks blocks, int from, int to) {
    enclose(blocks.x, blocks.y, blocks.z, from, to);
  }

  /// Encloses vectors at [from, to).
  void enclose(double[] xs, double[] ys, double[] zs, int from, int to) {
    double minX = xs[from];
    double maxX = minX;
    double minY = ys[from];
    double maxY = minY;
    double minZ = zs[from];
    double maxZ = minZ;
    for (int k = from + 1; k < to; k++) {
      minX = Math.min(minX, xs[k]);
      maxX = Math.max(maxX, xs[k]);
      minY = Math.min(minY, ys[k]);
      maxY = Math.max(maxY, ys[k]);
      minZ = Math.min(minZ, zs[k]);
      maxZ = Math.max(maxZ, zs[k]);
    }
    x = (minX + maxX) / 2;
    y = (minY + maxY) / 2;
    z = (minZ + maxZ) / 2;
    double farthest = 0;
    for (int k = from; k < to; k++) {
      double dx = xs[k] - x;
      double dy = ys[k] - y;
      double dz = zs[k] - z;
      farthest = Math.max(farthest, dx * dx + dy * dy + dz * dz);
    }
    radius = farthest == 0 ? 0 : Math.sqrt(farthest) * ROUND_UP + Double.MIN_NORMAL;
  }
}
