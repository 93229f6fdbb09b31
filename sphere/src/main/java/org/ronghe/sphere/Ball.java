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
    // Plain comparisons: Math.min and max are slower, as they care for NaN and negative zero.
    for (int k = from + 1; k < to; k++) {
      double vx = xs[k];
      double vy = ys[k];
      double vz = zs[k];
      minX = vx < minX ? vx : minX;
      maxX = vx > maxX ? vx : maxX;
      minY = vy < minY ? vy : minY;
      maxY = vy > maxY ? vy : maxY;
      minZ = vz < minZ ? vz : minZ;
      maxZ = vz > maxZ ? vz : maxZ;
    }
    x = (minX + maxX) / 2;
    y = (minY + maxY) / 2;
    z = (minZ + maxZ) / 2;
    double farthest = 0;
    for (int k = from; k < to; k++) {
      double dx = xs[k] - x;
      double dy = ys[k] - y;
      double dz = zs[k] - z;
      double squared = dx * dx + dy * dy + dz * dz;
      farthest = squared > farthest ? squared : farthest;
    }
    radius = farthest == 0 ? 0 : Math.sqrt(farthest) * ROUND_UP + Double.MIN_NORMAL;
  }
}
