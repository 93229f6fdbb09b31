package org.ronghe.sphere;

import java.util.Arrays;

/// Decides for the points of a cell whether enough weight lies within the radius of them. One per
/// thread.
///
/// The weight certainly within the radius and the weight possibly within it close in on each other
/// as blocks are opened; usually both are on one side of the minimum long before single points are
/// looked at. This is done for whole blocks of the cell first: what lies within the radius of all
/// their points, or of none, is settled for their children as well. What is left for a leaf is
/// copied into a [Crowd], and the same goes on for ever smaller groups of its points.
final class Quorum {

  private static final int SMALL_GROUP = 8;

  // Copying a point costs as much as looking at so many.
  private static final int COPY_COST = 5;

  private final Blocks blocks;
  private final Points points;
  private final Reach reach;
  private final Crowd crowd;
  private final int[] weightOf;
  private final int reached;
  private final int missed;
  private final Verdict verdict;
  private final Ball ball = new Ball();

  // Root blocks, then, for each block under way, the blocks its radius cuts through: a stack, as
  // children go on from what their parent left.
  private int[] frontier = new int[256];
  private int roots;

  // Blocks that the radius of the block under way cuts, to be opened if need be.
  private int queued;
  private int[] queue = new int[64];

  // Of the block under way: weight certainly within the radius, and weight of the frontier.
  private long within;
  private long waiting;

  // By how much sums may fall short of the true ones, all neighbours together.
  private long shortfall;

  // Of the leaf under way: its part of the frontier, and the weight within besides.
  private int leafFrom;
  private int leafTo;
  private long leafWithin;

  /// @param crowd knows the weight of each point
  /// @param weightOf scaled weight of each block, cut off where the minimum is reached
  /// @param reached scaled sums from here on are enough
  /// @param missed upper bounds of a scaled sum up to here are not
  Quorum(
      Blocks blocks,
      Points points,
      Reach reach,
      Crowd crowd,
      int[] weightOf,
      int reached,
      int missed,
      Verdict verdict) {
    this.blocks = blocks;
    this.points = points;
    this.reach = reach;
    this.crowd = crowd;
    this.weightOf = weightOf;
    this.reached = reached;
    this.missed = missed;
    this.verdict = verdict;
  }

  /// Forgets all roots.
  void clear() {
    roots = 0;
    shortfall = 0;
  }

  /// Adds a root block of a cell in reach.
  void addRoot(int root) {
    frontier = ensure(frontier, roots);
    frontier[roots++] = root;
  }

  /// Adds to what the sums may lack.
  void addShortfall(long lacking) {
    shortfall += lacking;
  }

  int roots() {
    return roots;
  }

  int root(int i) {
    return frontier[i];
  }

  /// Decides for all points of a block.
  ///
  /// @param least weight within the radius of all of them besides that of the roots
  void decide(int block, long least) {
    decide(block, 0, roots, least);
  }

  /// @param from of the frontier, as far as to: the blocks that the radius of the parent cuts
  private void decide(int block, int from, int to, long parentWithin) {
    int end = narrow(block, from, to, parentWithin);
    long least = within;
    int first = blocks.from(block);
    int last = blocks.to(block);
    if (isSettled(first, last, least, least + waiting)) {
      return;
    }
    if (blocks.radius(block) == 0 || blocks.isLeaf(block)) {
      leafFrom = to;
      leafTo = end;
      leafWithin = least;
      int size = 0;
      for (int i = to; i < end; ) {
        int runFrom = blocks.from(frontier[i]);
        int runTo = blocks.to(frontier[i++]);
        while (i < end && blocks.from(frontier[i]) == runTo) {
          runTo = blocks.to(frontier[i++]);
        }
        size = crowd.add(size, runFrom, runTo);
      }
      if (blocks.radius(block) == 0) {
        decidePoint(first, last, 0, size, least);
      } else {
        decideGroup(first, last, 0, size, least);
      }
      return;
    }
    int endChild = blocks.endChild(block);
    for (int child = blocks.firstChild(block); child < endChild; child++) {
      decide(child, to, end, least);
    }
  }

  /// Sorts the frontier's blocks by whether they are within the radius of all points of a block, of
  /// none, or of some; puts the last after the frontier, opened as far as they are much larger than
  /// the block, and returns the new end.
  private int narrow(int block, int from, int to, long parentWithin) {
    within = parentWithin;
    waiting = 0;
    queued = 0;
    queue = ensure(queue, to - from);
    int radius = blocks.radius(block);
    sift(block, radius, frontier, from, to);
    int end = to;
    for (int i = 0; i < queued && within < reached; i++) {
      int other = queue[i];
      if (2 * blocks.radius(other) > radius && !blocks.isLeaf(other)) {
        queue = ensure(queue, queued + 8);
        siftChildren(block, radius, other);
      } else {
        waiting += weightOf[other];
        frontier = ensure(frontier, end);
        frontier[end++] = other;
      }
    }
    return end;
  }

  // The outcomes follow no pattern a processor could guess, so signs of differences take the place
  // of branches.
  private void sift(int block, int radius, int[] others, int from, int to) {
    int[] open = queue;
    int kept = queued;
    long inside = 0;
    for (int i = from; i < to; i++) {
      int other = others[i];
      int squared = blocks.squared(block, other);
      int radii = radius + blocks.radius(other);
      int all = reach.allWithinMask(squared, radii);
      inside += weightOf[other] & all;
      open[kept] = other;
      kept -= ~all & ~reach.noneWithinMask(squared, radii) & (-weightOf[other] >> 31);
    }
    queued = kept;
    within += inside;
  }

  private void siftChildren(int block, int radius, int parent) {
    int[] open = queue;
    int kept = queued;
    long inside = 0;
    int end = blocks.endChild(parent);
    for (int other = blocks.firstChild(parent); other < end; other++) {
      int squared = blocks.squared(block, other);
      int radii = radius + blocks.radius(other);
      int all = reach.allWithinMask(squared, radii);
      inside += weightOf[other] & all;
      open[kept] = other;
      kept -= ~all & ~reach.noneWithinMask(squared, radii) & (-weightOf[other] >> 31);
    }
    queued = kept;
    within += inside;
  }

  /// Passes the verdict on the points at [first, last) if the bounds of the weight allow.
  private boolean isSettled(int first, int last, long least, long most) {
    if (least >= reached) {
      verdict.pass(first, last, true);
      return true;
    }
    if (most + shortfall <= missed) {
      verdict.pass(first, last, false);
      return true;
    }
    return false;
  }

  /// Decides for the points at [first, last), given the part of the crowd that their radius may cut
  /// and the weight within it besides.
  private void decideGroup(int first, int last, int from, int to, long least) {
    ball.enclose(points, first, last);
    int close = reach.in - ball.radius;
    int far = reach.out + ball.radius;
    crowd.measure(from, to, ball, close, far);
    if (isSettled(first, last, least + crowd.within, least + crowd.possible)) {
      return;
    }
    int restFrom = from;
    int restTo = to;
    long restLeast = least;
    long settled = to - from - (crowd.possible - crowd.within);
    if (settled * (last - first) > (long) COPY_COST * (to - from)) {
      restFrom = to;
      restTo = crowd.keepBetween(from, to, ball, close, far);
      restLeast += crowd.within;
    }
    if (last - first > SMALL_GROUP) {
      int middle = (first + last) >>> 1;
      decideGroup(first, middle, restFrom, restTo, restLeast);
      decideGroup(middle, last, restFrom, restTo, restLeast);
    } else {
      for (int k = first; k < last; k++) {
        decidePoint(k, k + 1, restFrom, restTo, restLeast);
      }
    }
  }

  /// Decides for the point at a position, and passes the same verdict as far as `last`.
  private void decidePoint(int k, int last, int from, int to, long least) {
    ball.enclose(points, k, k + 1);
    crowd.measure(from, to, ball, reach.in, reach.out);
    if (isSettled(k, last, least + crowd.within, least + crowd.possible)) {
      return;
    }
    long exact = leafWithin + weightWithin(k);
    if (!isSettled(k, last, exact, exact)) {
      verdict.pass(k, last, verdict.isReachedExactly(k));
    }
  }

  /// Scaled weight of the leaf's frontier within the radius of a point, by the canonical test where
  /// the vectors leave it open.
  private long weightWithin(int k) {
    long sum = 0;
    for (int i = leafFrom; i < leafTo; i++) {
      int end = blocks.to(frontier[i]);
      boolean isWithin = false;
      for (int other = blocks.from(frontier[i]); other < end; other++) {
        // Whole blocks at one position are tested once; they may be many.
        if (other == blocks.from(frontier[i]) || blocks.radius(frontier[i]) > 0) {
          isWithin = points.isWithin(k, other);
        }
        sum += isWithin ? crowd.weightAt(other) : 0;
      }
    }
    return sum;
  }

  private static int[] ensure(int[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
  }

  /// Receives the decisions.
  interface Verdict {

    /// The points at [first, last) of the cells' order have enough weight within the radius, or
    /// not.
    void pass(int first, int last, boolean reached);

    /// Decides for the point at a position whose sums of scaled weights could not settle it.
    boolean isReachedExactly(int k);
  }
}
