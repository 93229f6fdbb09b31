package org.ronghe.sphere;

import java.util.Arrays;

/// Decides for single points whether the weight within the radius reaches the minimum.
///
/// Keeps two bounds of the weight and opens the blocks the radius cuts through, larger ones first,
/// until both bounds are on one side of the minimum. One per thread.
final class PointCounter {

  /// The sums of scaled weights could not settle it; the true weights must be added.
  static final int UNCLEAR = -1;

  private final Cells cells;
  private final CellStates states;
  private final Blocks blocks;
  private final Reach reach;
  private final double[] lat;
  private final double[] lon;

  // Bounds of the weight within the radius.
  private long lower;
  private long upper;

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
    lower = least;
    upper = most;
    queued = 0;
    sift(frontier, from, to);
    inner = 0;
    outer = 0;
    likely = 0;
    for (int i = 0; i < queued && !isSettled(); i++) {
      int block = queue[i];
      if (blocks.ball[4 * block + 3] == 0) {
        boolean within = isWithinCanonically(blocks.tree[4 * block]);
        lower += within ? blocks.weight[block] : 0;
        upper -= within ? 0 : blocks.weight[block];
      } else if (blocks.isLeaf(block)) {
        keepLeaf(block);
      } else {
        open(block);
      }
    }
    if (!isSettled()) {
      boolean likelyCore = lower + likely >= states.scale.reached;
      lookInto(likelyCore ? innerLeaves : outerLeaves, likelyCore ? inner : outer);
      lookInto(likelyCore ? outerLeaves : innerLeaves, likelyCore ? outer : inner);
    }
    if (lower >= states.scale.reached) {
      return 1;
    }
    return upper <= states.missed || !states.cut ? 0 : UNCLEAR;
  }

  private boolean isSettled() {
    return lower >= states.scale.reached || upper <= states.missed;
  }

  /// Adds the blocks within the radius, takes away those outside, and queues the others.
  ///
  /// The outcomes follow no pattern a processor could guess, so signs of differences take the place
  /// of branches.
  private void sift(int[] frontier, int from, int to) {
    double[] ball = blocks.ball;
    int[] open = ensure(queue, to - from);
    queue = open;
    long inside = 0;
    long outside = 0;
    int kept = 0;
    long reached = states.scale.reached - lower;
    long spare = upper - states.missed;
    for (int i = from; i < to && inside < reached && outside < spare; i++) {
      int block = frontier[i];
      double radius = ball[4 * block + 3];
      double squared = squaredTo(ball, block);
      long isOutside = outsideMask(squared, radius);
      long isInside = insideMask(squared, radius);
      int weight = blocks.weight[block];
      inside += weight & isInside;
      outside += weight & isOutside;
      open[kept] = block;
      kept += 1 + (int) (isInside | isOutside);
    }
    queued = kept;
    lower += inside;
    upper -= outside;
  }

  /// Does the same for the children of a block.
  private void open(int parent) {
    double[] ball = blocks.ball;
    int[] open = ensure(queue, queued + 8);
    queue = open;
    int kept = queued;
    long inside = 0;
    long possible = 0;
    int end = blocks.tree[4 * parent + 3];
    for (int block = blocks.tree[4 * parent + 2]; block < end; block++) {
      double radius = ball[4 * block + 3];
      double squared = squaredTo(ball, block);
      long isOutside = outsideMask(squared, radius);
      long isInside = insideMask(squared, radius);
      int weight = blocks.weight[block];
      inside += weight & isInside;
      possible += weight & ~isOutside;
      open[kept] = block;
      kept += 1 + (int) (isInside | isOutside);
    }
    queued = kept;
    lower += inside;
    upper += possible - blocks.weight[parent];
  }

  /// All ones when a block at a squared chord is outside the radius as a whole, else 0.
  private long outsideMask(double squared, double radius) {
    double far = reach.chordOut + radius;
    return Double.doubleToRawLongBits(far * far - squared) >> 63;
  }

  /// All ones when a block at a squared chord is within the radius as a whole, else 0.
  private long insideMask(double squared, double radius) {
    double close = reach.chordIn - radius;
    return ~((Double.doubleToRawLongBits(close * close - squared)
            | Double.doubleToRawLongBits(close))
        >> 63);
  }

  private double squaredTo(double[] ball, int block) {
    double dx = px - ball[4 * block];
    double dy = py - ball[4 * block + 1];
    double dz = pz - ball[4 * block + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  private void keepLeaf(int leaf) {
    if (squaredTo(blocks.ball, leaf) <= reach.squaredIn) {
      likely += blocks.weight[leaf];
      innerLeaves = ensure(innerLeaves, inner);
      innerLeaves[inner++] = leaf;
    } else {
      outerLeaves = ensure(outerLeaves, outer);
      outerLeaves[outer++] = leaf;
    }
  }

  private void lookInto(int[] leaves, int count) {
    for (int i = 0; i < count && !isSettled(); i++) {
      long found = states.scale.counting ? count(leaves[i]) : add(leaves[i]);
      lower += found;
      upper += found - blocks.weight[leaves[i]];
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
    return index < array.length ? array : Arrays.copyOf(array, 2 * index);
  }
}
