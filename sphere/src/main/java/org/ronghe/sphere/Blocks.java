package org.ronghe.sphere;

import java.util.Arrays;

/// A tree of balls over the points of each needed cell.
///
/// Within a cell the points are put in the order of a Z curve; 32 in a row make a leaf, four blocks
/// in a row the block above. Each block knows its points' weight and a ball around them, so that
/// most questions are answered for whole blocks. Leaves follow the points, not the ground: clumps
/// do not deepen the tree.
final class Blocks {

  private static final int LEAF = 32;
  private static final int FAN = 4;

  /// Root block of each cell, or -1.
  final int[] root;

  /// Per block: scaled weight, cut off where the minimum is reached.
  final int[] weight;

  // Per block: centre x, y, z and radius of its ball; radius 0 means one and the same position.
  private final int[] ball;

  // Per block: first position, end position, first child, end child (equal for a leaf).
  private final int[] tree;

  private final Cells cells;
  private final CellStates states;
  private final Points points;

  Blocks(Cells cells, CellStates states, Points points, double[] rawWeight, Workers workers) {
    this.cells = cells;
    this.states = states;
    this.points = points;
    root = new int[cells.count()];
    int blocks = 0;
    for (int cell = 0; cell < root.length; cell++) {
      root[cell] = states.needed[cell] == 0 ? -1 : blocks;
      blocks += states.needed[cell] == 0 ? 0 : blocksFor(cells.size(cell));
    }
    ball = new int[4 * blocks];
    tree = new int[4 * blocks];
    weight = new int[blocks];
    workers.share(
        root.length,
        16,
        () -> {
          ZOrder zOrder = new ZOrder(cells);
          Ball around = new Ball();
          return (from, to) -> {
            for (int cell = from; cell < to; cell++) {
              if (root[cell] >= 0) {
                arrange(cell, zOrder, rawWeight);
                build(cell, around);
              }
            }
          };
        });
  }

  int count() {
    return weight.length;
  }

  int from(int block) {
    return tree[4 * block];
  }

  int to(int block) {
    return tree[4 * block + 1];
  }

  int firstChild(int block) {
    return tree[4 * block + 2];
  }

  int endChild(int block) {
    return tree[4 * block + 3];
  }

  boolean isLeaf(int block) {
    return tree[4 * block + 2] == tree[4 * block + 3];
  }

  /// Radius of the ball in steps, rounded up; 0 when all points are at one position.
  int radius(int block) {
    return ball[4 * block + 3];
  }

  /// Squared distance between the centres of two blocks of cells in reach of each other.
  int squared(int a, int b) {
    return squared(ball[4 * a], ball[4 * a + 1], ball[4 * a + 2], b);
  }

  /// Squared distance of a place to the centre of a block.
  int squared(int x, int y, int z, int block) {
    int dx = x - ball[4 * block];
    int dy = y - ball[4 * block + 1];
    int dz = z - ball[4 * block + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  /// Copies the ball of a block.
  void copyBall(int block, Ball target) {
    target.x = ball[4 * block];
    target.y = ball[4 * block + 1];
    target.z = ball[4 * block + 2];
    target.radius = ball[4 * block + 3];
  }

  /// For each block, 1 when it holds a core.
  ///
  /// @param core by position in cell order, 1 for a core
  /// @param firstCore by cell, negative when it has no core
  int[] withCores(byte[] core, int[] firstCore, Workers workers) {
    int[] has = new int[count()];
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

  private void markCores(int cell, byte[] core, int[] has) {
    int end = root[cell] + blocksFor(cells.size(cell));
    if (states.state[cell] == CellStates.ALL) {
      Arrays.fill(has, root[cell], end, 1);
      return;
    }
    for (int block = end - 1; block >= root[cell]; block--) {
      if (isLeaf(block)) {
        for (int k = from(block); k < to(block); k++) {
          has[block] |= core[k];
        }
      } else {
        for (int child = firstChild(block); child < endChild(block); child++) {
          has[block] |= has[child];
        }
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

  private void arrange(int cell, ZOrder zOrder, double[] rawWeight) {
    int from = cells.start[cell];
    int to = cells.start[cell + 1];
    if (to - from > LEAF) {
      zOrder.arrange(from, to);
      if (!states.scale.counting) {
        for (int k = from; k < to; k++) {
          states.weights[k] = states.scale.scale(rawWeight[cells.order[k]]);
        }
      }
    }
    points.fill(cell);
  }

  private void build(int cell, Ball around) {
    int from = cells.start[cell];
    int to = cells.start[cell + 1];
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
    around.enclose(points, from, to);
    // Equal vectors may still come from coordinates that differ.
    int radius = around.radius == 0 && !isOnePosition(from, to) ? 1 : around.radius;
    storeBall(block, around.x, around.y, around.z, radius);
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
    for (int k = from + 1; k < to; k++) {
      if (!points.isSame(from, k)) {
        return false;
      }
    }
    return true;
  }

  private void buildParent(int block, int firstChild, int endChild) {
    int firstX = ball[4 * firstChild];
    int firstY = ball[4 * firstChild + 1];
    int firstZ = ball[4 * firstChild + 2];
    // Relative to the first child, as coordinates may wrap around.
    int minX = 0;
    int maxX = 0;
    int minY = 0;
    int maxY = 0;
    int minZ = 0;
    int maxZ = 0;
    long sum = 0;
    boolean onePosition = true;
    for (int child = firstChild; child < endChild; child++) {
      int radius = radius(child);
      minX = Math.min(minX, ball[4 * child] - firstX - radius);
      maxX = Math.max(maxX, ball[4 * child] - firstX + radius);
      minY = Math.min(minY, ball[4 * child + 1] - firstY - radius);
      maxY = Math.max(maxY, ball[4 * child + 1] - firstY + radius);
      minZ = Math.min(minZ, ball[4 * child + 2] - firstZ - radius);
      maxZ = Math.max(maxZ, ball[4 * child + 2] - firstZ + radius);
      sum += weight[child];
      onePosition &= radius == 0 && points.isSame(from(firstChild), from(child));
    }
    int x = firstX + (minX + maxX) / 2;
    int y = firstY + (minY + maxY) / 2;
    int z = firstZ + (minZ + maxZ) / 2;
    int farthest = 1;
    for (int child = firstChild; child < endChild; child++) {
      int distance = Ball.rootRoundedUp(squared(x, y, z, child));
      farthest = Math.max(farthest, distance + radius(child));
    }
    storeBall(block, x, y, z, onePosition ? 0 : farthest);
    tree[4 * block] = from(firstChild);
    tree[4 * block + 1] = to(endChild - 1);
    tree[4 * block + 2] = firstChild;
    tree[4 * block + 3] = endChild;
    weight[block] = (int) Math.min(sum, states.scale.reached);
  }

  private void storeBall(int block, int x, int y, int z, int radius) {
    ball[4 * block] = x;
    ball[4 * block + 1] = y;
    ball[4 * block + 2] = z;
    ball[4 * block + 3] = radius;
  }
}
