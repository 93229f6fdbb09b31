package org.ronghe.sphere;

import java.util.Arrays;

/// The points of the needed cells as unit vectors, and a tree of balls over each such cell.
///
/// Within a cell the points are put in the order of a Z curve; 32 in a row make a leaf, four blocks
/// in a row the block above. Each block knows its points' weight and a ball around them, so that
/// most questions are answered for whole blocks. Leaves follow the points, not the ground: clumps
/// do not deepen the tree.
///
/// Error of a vector: the radians of latitude and longitude are off by less than 4e-16 and 8e-16,
/// sines and cosines by an ulp or, from the cell's centre by Taylor's series to the seventh or
/// eighth power of an angle below 0.02, by 6e-16; together less than 3e-15.
final class Blocks {

  private static final int LEAF = 32;
  private static final int FAN = 4;
  private static final double ROUND_UP = 1 + 1e-14;

  /// Unit vectors in cell order; only those of needed cells are filled.
  final double[] x;

  final double[] y;
  final double[] z;

  /// Root block of each cell, or -1.
  final int[] root;

  /// Per block: centre x, y, z and radius of its ball; radius 0 means one and the same position.
  final double[] ball;

  /// Per block: first position, end position, first child, end child (equal for a leaf).
  final int[] tree;

  /// Per block: scaled weight, cut off where the minimum is reached.
  final int[] weight;

  private final Cells cells;
  private final CellStates states;
  private final double[] lat;
  private final double[] lon;
  private final double[] rawWeight;

  Blocks(
      Cells cells,
      CellStates states,
      double[] lat,
      double[] lon,
      double[] rawWeight,
      Workers workers) {
    this.cells = cells;
    this.states = states;
    this.lat = lat;
    this.lon = lon;
    this.rawWeight = rawWeight;
    int n = lat.length;
    x = new double[n];
    y = new double[n];
    z = new double[n];
    root = new int[cells.count()];
    int blocks = 0;
    for (int cell = 0; cell < root.length; cell++) {
      root[cell] = states.needed[cell] == 0 ? -1 : blocks;
      blocks += states.needed[cell] == 0 ? 0 : blocksFor(cells.size(cell));
    }
    ball = new double[4 * blocks];
    tree = new int[4 * blocks];
    weight = new int[blocks];
    workers.share(
        root.length,
        16,
        () -> {
          ZOrder zOrder = new ZOrder(cells.order, lat, lon);
          return (from, to) -> {
            for (int cell = from; cell < to; cell++) {
              if (root[cell] >= 0) {
                build(cell, zOrder);
              }
            }
          };
        });
  }

  boolean isLeaf(int block) {
    return tree[4 * block + 2] == tree[4 * block + 3];
  }

  /// For each block, 1 when it holds a core.
  ///
  /// @param core by position in cell order, 1 for a core
  /// @param firstCore by cell, negative when it has no core
  byte[] withCores(byte[] core, int[] firstCore, Workers workers) {
    byte[] has = new byte[weight.length];
    workers.share(
        root.length,
        1 << 10,
        (from, to) -> {
          for (int cell = from; cell < to; cell++) {
            if (firstCore[cell] >= 0) {
              markCores(cell, core, has);
            }
          }
        });
    return has;
  }

  private void markCores(int cell, byte[] core, byte[] has) {
    int end = root[cell] + blocksFor(cells.size(cell));
    if (states.state[cell] == CellStates.ALL) {
      Arrays.fill(has, root[cell], end, (byte) 1);
      return;
    }
    for (int block = end - 1; block >= root[cell]; block--) {
      boolean leaf = isLeaf(block);
      byte[] source = leaf ? core : has;
      int to = tree[4 * block + (leaf ? 1 : 3)];
      for (int i = tree[4 * block + (leaf ? 0 : 2)]; i < to; i++) {
        has[block] |= source[i];
      }
    }
  }

  private static int blocksFor(int points) {
    int level = (points + LEAF - 1) / LEAF;
    int total = level;
    while (level > 1) {
      level = (level + FAN - 1) / FAN;
      total += level;
    }
    return total;
  }

  private void build(int cell, ZOrder zOrder) {
    int from = cells.start[cell];
    int to = cells.start[cell + 1];
    Ball around = new Ball();
    zOrder.arrange(from, to, to - from > LEAF, x, y, z);
    if (!states.scale.counting && to - from > LEAF) {
      for (int k = from; k < to; k++) {
        states.weights[k] = states.scale.scale(rawWeight[cells.order[k]]);
      }
    }
    int end = root[cell] + blocksFor(to - from);
    int levelSize = (to - from + LEAF - 1) / LEAF;
    int level = end - levelSize;
    for (int i = 0; i < levelSize; i++) {
      int leafFrom = from + i * LEAF;
      buildLeaf(level + i, leafFrom, Math.min(leafFrom + LEAF, to), around);
    }
    while (levelSize > 1) {
      int below = level;
      int belowEnd = level + levelSize;
      levelSize = (levelSize + FAN - 1) / FAN;
      level -= levelSize;
      for (int i = 0; i < levelSize; i++) {
        int child = below + i * FAN;
        buildParent(level + i, child, Math.min(child + FAN, belowEnd));
      }
    }
  }

  private void buildLeaf(int block, int from, int to, Ball around) {
    around.enclose(x, y, z, from, to);
    double radius = around.radius;
    // Equal vectors may still come from coordinates that differ.
    radius = radius == 0 && !isOnePosition(from, to) ? Double.MIN_NORMAL : radius;
    store(block, around.x, around.y, around.z, radius);
    tree[4 * block] = from;
    tree[4 * block + 1] = to;
    long sum = (long) to - from;
    if (!states.scale.counting) {
      sum = 0;
      for (int k = from; k < to; k++) {
        sum += states.weights[k];
      }
    }
    weight[block] = (int) Math.min(sum, states.scale.reached);
  }

  private boolean isOnePosition(int from, int to) {
    int first = cells.order[from];
    for (int k = from + 1; k < to; k++) {
      int point = cells.order[k];
      if (lat[point] != lat[first] || lon[point] != lon[first]) {
        return false;
      }
    }
    return true;
  }

  private void buildParent(int block, int firstChild, int endChild) {
    double minX = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double minY = minX;
    double maxY = maxX;
    double minZ = minX;
    double maxZ = maxX;
    long sum = 0;
    boolean onePosition = true;
    int firstPoint = cells.order[tree[4 * firstChild]];
    for (int child = firstChild; child < endChild; child++) {
      double radius = ball[4 * child + 3];
      minX = Math.min(minX, ball[4 * child] - radius);
      maxX = Math.max(maxX, ball[4 * child] + radius);
      minY = Math.min(minY, ball[4 * child + 1] - radius);
      maxY = Math.max(maxY, ball[4 * child + 1] + radius);
      minZ = Math.min(minZ, ball[4 * child + 2] - radius);
      maxZ = Math.max(maxZ, ball[4 * child + 2] + radius);
      sum += weight[child];
      int point = cells.order[tree[4 * child]];
      onePosition &= radius == 0 && lat[point] == lat[firstPoint] && lon[point] == lon[firstPoint];
    }
    double cx = (minX + maxX) / 2;
    double cy = (minY + maxY) / 2;
    double cz = (minZ + maxZ) / 2;
    double farthest = 0;
    for (int child = firstChild; child < endChild; child++) {
      double dx = ball[4 * child] - cx;
      double dy = ball[4 * child + 1] - cy;
      double dz = ball[4 * child + 2] - cz;
      double distance = Math.sqrt(dx * dx + dy * dy + dz * dz) * ROUND_UP;
      farthest = Math.max(farthest, distance + ball[4 * child + 3]);
    }
    store(block, cx, cy, cz, onePosition ? 0 : farthest * ROUND_UP + Double.MIN_NORMAL);
    tree[4 * block] = tree[4 * firstChild];
    tree[4 * block + 1] = tree[4 * (endChild - 1) + 1];
    tree[4 * block + 2] = firstChild;
    tree[4 * block + 3] = endChild;
    weight[block] = (int) Math.min(sum, states.scale.reached);
  }

  private void store(int block, double cx, double cy, double cz, double radius) {
    ball[4 * block] = cx;
    ball[4 * block + 1] = cy;
    ball[4 * block + 2] = cz;
    ball[4 * block + 3] = radius;
  }
}
