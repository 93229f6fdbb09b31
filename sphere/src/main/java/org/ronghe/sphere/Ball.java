package org.ronghe.sphere;

/// A ball around some points in whole steps, to be filled again and again.
final class Ball {

  int x;
  int y;
  int z;

  /// Rounded up; 0 only when all vectors are the same.
  int radius;

  /// Encloses the vectors at [from, to), at least one.
  void enclose(Points points, int from, int to) {
    int[] xs = points.x;
    int[] ys = points.y;
    int[] zs = points.z;
    int firstX = xs[from];
    int firstY = ys[from];
    int firstZ = zs[from];
    // Relative to the first point, as coordinates may wrap around.
    int minX = 0;
    int maxX = 0;
    int minY = 0;
    int maxY = 0;
    int minZ = 0;
    int maxZ = 0;
    for (int k = from + 1; k < to; k++) {
      minX = Math.min(minX, xs[k] - firstX);
      maxX = Math.max(maxX, xs[k] - firstX);
      minY = Math.min(minY, ys[k] - firstY);
      maxY = Math.max(maxY, ys[k] - firstY);
      minZ = Math.min(minZ, zs[k] - firstZ);
      maxZ = Math.max(maxZ, zs[k] - firstZ);
    }
    x = firstX + (minX + maxX) / 2;
    y = firstY + (minY + maxY) / 2;
    z = firstZ + (minZ + maxZ) / 2;
    int farthest = 0;
    for (int k = from; k < to; k++) {
      int dx = xs[k] - x;
      int dy = ys[k] - y;
      int dz = zs[k] - z;
      farthest = Math.max(farthest, dx * dx + dy * dy + dz * dz);
    }
    radius = rootRoundedUp(farthest);
  }

  static int rootRoundedUp(int squared) {
    return (int) Math.ceil(Math.sqrt(squared));
  }
}
