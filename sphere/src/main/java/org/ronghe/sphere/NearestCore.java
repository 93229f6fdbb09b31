package org.ronghe.sphere;

import java.util.Arrays;

/// Finds the nearest core within the radius of a point, ties going to the smallest index. One per
/// thread.
///
/// Vectors tell the nearest core but for a few steps; the canonical distance chooses among those.
final class NearestCore {

  private final Blocks blocks;
  private final Points points;
  private final Reach reach;
  private final byte[] core;
  private final int[] coresOf;

  // The position of the present point.
  private int k;

  // No core farther than this can be the nearest.
  private int limit;

  // Positions of cores that may be the nearest.
  private int candidates;
  private int[] candidate = new int[16];

  /// @param coresOf by block, 1 when it holds a core
  NearestCore(Blocks blocks, Points points, Reach reach, byte[] core, int[] coresOf) {
    this.blocks = blocks;
    this.points = points;
    this.reach = reach;
    this.core = core;
    this.coresOf = coresOf;
  }

  /// Chooses the point at a position.
  void moveTo(int position) {
    k = position;
    limit = reach.out;
    candidates = 0;
  }

  /// Looks into a block, nearest children first.
  void search(int block) {
    int far = limit + blocks.radius(block);
    if (squaredTo(block) > far * far) {
      return;
    }
    if (blocks.isLeaf(block)) {
      searchPoints(block);
      return;
    }
    int first = blocks.firstChild(block);
    int end = blocks.endChild(block);
    int nearest = first;
    int least = Integer.MAX_VALUE;
    for (int child = first; child < end; child++) {
      int squared = squaredTo(child);
      if (squared < least && coresOf[child] != 0) {
        least = squared;
        nearest = child;
      }
    }
    search(nearest);
    for (int child = first; child < end; child++) {
      if (child != nearest && coresOf[child] != 0) {
        search(child);
      }
    }
  }

  private int squaredTo(int block) {
    return blocks.squared(points.x[k], points.y[k], points.z[k], block);
  }

  private void searchPoints(int leaf) {
    for (int other = blocks.from(leaf); other < blocks.to(leaf); other++) {
      int squared = points.squared(k, other);
      if (squared <= limit * limit && core[other] != 0) {
        if (candidates == candidate.length) {
          candidate = Arrays.copyOf(candidate, 2 * candidates);
        }
        candidate[candidates++] = other;
        // The nearest one's vectors may seem farther by the error, this one's nearer.
        limit = Math.min(limit, Ball.rootRoundedUp(squared) + 2 * Reach.ERROR);
      }
    }
  }

  /// Position of the nearest core in the blocks looked into, or -1.
  int find() {
    int best = -1;
    double bestMeters = Double.POSITIVE_INFINITY;
    for (int i = 0; i < candidates; i++) {
      int other = candidate[i];
      if (points.squared(k, other) <= limit * limit && points.isWithin(k, other)) {
        double meters = points.meters(k, other);
        if (meters < bestMeters || (meters == bestMeters && points.isEarlier(other, best))) {
          best = other;
          bestMeters = meters;
        }
      }
    }
    return best;
  }
}
