package org.ronghe.sphere;

import java.util.Arrays;

/// Decides for single points whether the weight within the radius reaches the minimum.
///
/// Keeps two bounds of the weight and opens the blocks the radius cuts through, larger ones first,
/// until both bounds are on one side of the minimum. One per thread.
final class PointCounter {

  /// The sums of scaled weights could not settle it; the true weights must be added.
  static final int UNCLEAR = -1;

  private static final int INSIDE = 0;
  private static final int OUTSIDE = 1;
  private static final int CUT_INNER = 2;
  private static final int CUT_OUTER = 3;

  private final Cells cells;
  private final CellStates states;
  private final Blocks blocks;
  private final Reach reach;
  private final double[] lat;
  private final double[] lon;

  // Blocks to open, then leaves to look into: those whose middle is within the radius, with their
  // weight, and the others.
  private int queued;
  private int[] queue = new int[64];
  private int inner;
  private int[] innerLeaves = new int[64];
  private long likely;
  private int outer;
  private int[] outerLeaves = new int[64];

  // The present point.
  private double px;
  private double py;
  private double pz;
  private int point;

  PointCounter(
      Cells cells, CellStates states, Blocks blocks, Reach reach, double[] lat, double[] lon) {
    this.cells = cells;
    this.states = states;
    this.blocks = blocks;
    this.reach = reach;
    this.lat = lat;
    this.lon = lon;
  }

  /// Chooses the point at a position of the cells' order.
  void moveTo(int k) {
    px = blocks.x[k];
    py = blocks.y[k];
    pz = blocks.z[k];
    point = cells.order[k];
  }

  /// Whether the point is a core: 1, 0 or [#UNCLEAR].
  ///
  /// @param frontier at [from, to): the blocks that may lie within the radius, wholly or in part
  /// @param least weight of other blocks that are known to lie within the radius
  /// @param most upper bound of the true weight within the radius
  int isCore(int[] frontier, int from, int to, long least, long most) {
    int[] weight = blocks.weight;
    int reached = states.scale.reached;
    int missed = states.missed;
    long lower = least;
    long upper = most;
    likely = 0;
    queued = 0;
    inner = 0;
    outer = 0;
    for (int i = from; i < to; i++) {
      int block = frontier[i];
      int place = place(block);
      if (place == INSIDE) {
        lower += weight[block];
        if (lower >= reached) {
          return 1;
        }
      } else if (place == OUTSIDE) {
        upper -= weight[block];
        if (upper <= missed) {
          return 0;
        }
      } else {
        keep(block, place);
      }
    }
    for (int i = 0; i < queued; i++) {
      int parent = queue[i];
      upper -= weight[parent];
      int end = blocks.tree[4 * parent + 3];
      for (int block = blocks.tree[4 * parent + 2]; block < end; block++) {
        int place = place(block);
        if (place != OUTSIDE) {
          upper += weight[block];
          lower += place == INSIDE ? weight[block] : 0;
          if (place != INSIDE) {
            keep(block, place);
          }
        }
      }
      if (lower >= reached) {
        return 1;
      }
      if (upper <= missed) {
        return 0;
      }
    }
    return lower + likely >= reached
        ? lookInto(innerLeaves, inner, outerLeaves, outer, lower, upper)
        : lookInto(outerLeaves, outer, innerLeaves, inner, lower, upper);
  }

  /// Looks at the points of the leaves that are the most likely to settle it, then of the others.
  private int lookInto(
      int[] first, int firstCount, int[] second, int secondCount, long least, long most) {
    long lower = least;
    long upper = most;
    for (int i = 0; i < firstCount + secondCount; i++) {
      int leaf = i < firstCount ? first[i] : second[i - firstCount];
      long found = states.scale.counting ? count(leaf) : add(leaf);
      lower += found;
      upper += found - blocks.weight[leaf];
      if (lower >= states.scale.reached) {
        return 1;
      }
      if (upper <= states.missed) {
        return 0;
      }
    }
    return states.cut ? UNCLEAR : 0;
  }

  /// Where a block lies with respect to the radius; if it cuts through, where its middle lies.
  private int place(int block) {
    double[] ball = blocks.ball;
    double dx = px - ball[4 * block];
    double dy = py - ball[4 * block + 1];
    double dz = pz - ball[4 * block + 2];
    double radius = ball[4 * block + 3];
    double squared = dx * dx + dy * dy + dz * dz;
    double far = reach.chordOut + radius;
    if (squared > far * far) {
      return OUTSIDE;
    }
    double close = reach.chordIn - radius;
    if (close > 0 && squared <= close * close) {
      return INSIDE;
    }
    if (radius == 0) {
      return isWithinCanonically(blocks.tree[4 * block]) ? INSIDE : OUTSIDE;
    }
    return squared <= reach.squaredIn ? CUT_INNER : CUT_OUTER;
  }

  private void keep(int block, int place) {
    if (!blocks.isLeaf(block)) {
      queue = ensure(queue, queued);
      queue[queued++] = block;
    } else if (place == CUT_INNER) {
      likely += blocks.weight[block];
      innerLeaves = ensure(innerLeaves, inner);
      innerLeaves[inner++] = block;
    } else {
      outerLeaves = ensure(outerLeaves, outer);
      outerLeaves[outer++] = block;
    }
  }

  /// Number of a leaf's points within the radius, without branches: the sign of what is left of the
  /// squared radius tells.
  private long count(int leaf) {
    int from = blocks.tree[4 * leaf];
    int to = blocks.tree[4 * leaf + 1];
    long notCertain = 0;
    long outside = 0;
    for (int k = from; k < to; k++) {
      double squared = squaredTo(k);
      notCertain += Double.doubleToRawLongBits(reach.squaredIn - squared) >>> 63;
      outside += Double.doubleToRawLongBits(reach.squaredOut - squared) >>> 63;
    }
    if (notCertain == outside) {
      return to - from - outside;
    }
    long inside = 0;
    for (int k = from; k < to; k++) {
      inside += isWithin(k) ? 1 : 0;
    }
    return inside;
  }

  /// Scaled weight of a leaf's points within the radius.
  private long add(int leaf) {
    int[] weights = states.weights;
    int to = blocks.tree[4 * leaf + 1];
    long inside = 0;
    long between = 0;
    for (int k = blocks.tree[4 * leaf]; k < to; k++) {
      double squared = squaredTo(k);
      long notCertain = Double.doubleToRawLongBits(reach.squaredIn - squared) >> 63;
      between |= notCertain & ~(Double.doubleToRawLongBits(reach.squaredOut - squared) >> 63);
      inside += weights[k] & ~notCertain;
    }
    if (between == 0) {
      return inside;
    }
    inside = 0;
    for (int k = blocks.tree[4 * leaf]; k < to; k++) {
      inside += isWithin(k) ? weights[k] : 0;
    }
    return inside;
  }

  /// Whether the point at a position of the cells' order is within the radius.
  boolean isWithin(int k) {
    double squared = squaredTo(k);
    return squared <= reach.squaredOut && (squared <= reach.squaredIn || isWithinCanonically(k));
  }

  private double squaredTo(int k) {
    double dx = px - blocks.x[k];
    double dy = py - blocks.y[k];
    double dz = pz - blocks.z[k];
    return dx * dx + dy * dy + dz * dz;
  }

  private boolean isWithinCanonically(int k) {
    int other = cells.order[k];
    return reach.isWithin(lat[point], lon[point], lat[other], lon[other]);
  }

  private static int[] ensure(int[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
  }
}
