package org.ronghe.sphere;

import java.util.Arrays;

/// Decides for each point of the undecided cells whether it is a core. One per thread.
///
/// The weight certainly within the radius and the weight possibly within it close in on each other
/// as blocks are opened; usually both are on one side of the minimum long before single points are
/// looked at. This is done for whole blocks of a cell first: what lies within the radius of all
/// their points, or of none, is settled for their children and points as well.
final class CoreFinder implements Workers.Range {

  private static final int SMALL_GROUP = 16;

  private final Cells cells;
  private final CellStates states;
  private final Blocks blocks;
  private final Reach reach;
  private final double[] rawWeight;
  private final byte[] core;
  private final int[] firstCore;
  private final PointCounter counter;
  private final Neighbourhood near;
  private final ExactSum exact = new ExactSum();

  // Root blocks of the cells around the present one, then, for each block of the cell under way,
  // the blocks its radius cuts through: a stack, as children go on from what their parent left.
  private int roots;
  private int[] frontier = new int[256];
  private final Ball ball = new Ball();

  // Blocks to open now.
  private int[] queue = new int[64];

  // Of the block under way: weight certainly within the radius, and weight of the frontier.
  private long within;
  private long waiting;

  // By how much the sums may fall short of the true ones, all neighbours together.
  private long shortfall;

  CoreFinder(
      Cells cells,
      CellStates states,
      Blocks blocks,
      Reach reach,
      double[] lat,
      double[] lon,
      double[] rawWeight,
      byte[] core,
      int[] firstCore) {
    this.cells = cells;
    this.states = states;
    this.blocks = blocks;
    this.reach = reach;
    this.rawWeight = rawWeight;
    this.core = core;
    this.firstCore = firstCore;
    counter = new PointCounter(cells, states, blocks, reach, lat, lon);
    near = new Neighbourhood(cells, reach);
  }

  @Override
  public void run(int fromCell, int toCell) {
    for (int cell = fromCell; cell < toCell; cell++) {
      int from = cells.start[cell];
      int to = cells.start[cell + 1];
      switch (states.state[cell]) {
        case CellStates.ALL -> {
          Arrays.fill(core, from, to, (byte) 1);
          firstCore[cell] = smallest(from, to);
        }
        case CellStates.SOME -> {
          gatherRoots(cell);
          decide(cell, blocks.root[cell], 0, roots, states.weight(cell, cell + 1));
          firstCore[cell] = smallest(from, to);
        }
        default -> firstCore[cell] = -1;
      }
    }
  }

  private int smallest(int from, int to) {
    int smallest = Integer.MAX_VALUE;
    for (int k = from; k < to; k++) {
      if (core[k] != 0) {
        smallest = Math.min(smallest, cells.order[k]);
      }
    }
    return smallest == Integer.MAX_VALUE ? -1 : smallest;
  }

  /// Collects the root blocks of the other cells in reach.
  private void gatherRoots(int cell) {
    near.moveTo(cell);
    roots = 0;
    shortfall = 0;
    for (int r = 0; r < near.ranges(); r++) {
      shortfall += states.shortfall(near.from(r), near.to(r));
      for (int other = near.from(r); other < near.to(r); other++) {
        if (other != cell) {
          frontier = ensure(frontier, roots);
          frontier[roots++] = blocks.root[other];
        }
      }
    }
  }

  /// Decides for a block, given the blocks cut by its parent's radius at [from, to) of the frontier
  /// and the weight within the radius of all the parent's points.
  private void decide(int cell, int block, int from, int to, long parentWithin) {
    ball.copyFrom(blocks.ball, block);
    int end = narrow(from, to, parentWithin);
    long least = within;
    int first = blocks.tree[4 * block];
    int last = blocks.tree[4 * block + 1];
    if (fillIfSettled(first, last)) {
      return;
    }
    if (blocks.ball[4 * block + 3] == 0) {
      byte isCore = decidePoint(cell, first, to, end, least, within + waiting + shortfall);
      Arrays.fill(core, first, last, isCore);
    } else if (blocks.isLeaf(block)) {
      decideHalves(cell, first, last, to, end);
    } else {
      int endChild = blocks.tree[4 * block + 3];
      for (int child = blocks.tree[4 * block + 2]; child < endChild; child++) {
        decide(cell, child, to, end, least);
      }
    }
  }

  /// Goes on from a leaf to its points by way of ever smaller groups of them.
  private void decideHalves(int cell, int first, int last, int from, int to) {
    long least = within;
    if (last - first <= SMALL_GROUP) {
      long most = within + waiting + shortfall;
      for (int k = first; k < last; k++) {
        core[k] = decidePoint(cell, k, from, to, least, most);
      }
      return;
    }
    int middle = (first + last) >>> 1;
    decideGroup(cell, first, middle, from, to, least);
    decideGroup(cell, middle, last, from, to, least);
  }

  private void decideGroup(int cell, int first, int last, int from, int to, long parentWithin) {
    ball.enclose(blocks, first, last);
    int end = narrow(from, to, parentWithin);
    if (!fillIfSettled(first, last)) {
      decideHalves(cell, first, last, to, end);
    }
  }

  private boolean fillIfSettled(int first, int last) {
    if (within >= states.scale.reached) {
      Arrays.fill(core, first, last, (byte) 1);
      return true;
    }
    if (within + waiting + shortfall <= states.missed) {
      Arrays.fill(core, first, last, (byte) 0);
      return true;
    }
    return false;
  }

  /// Sorts the frontier's blocks by whether they are within the radius of all points of the ball,
  /// of none, or of some; puts the last after the frontier and returns the new end.
  private int narrow(int from, int to, long parentWithin) {
    double cx = ball.x;
    double cy = ball.y;
    double cz = ball.z;
    double radius = ball.radius;
    double[] balls = blocks.ball;
    long inside = parentWithin;
    long cut = 0;
    int end = to;
    int open = 0;
    for (int i = from; i < to || open > 0; ) {
      int other = open > 0 ? queue[--open] : frontier[i++];
      double dx = cx - balls[4 * other];
      double dy = cy - balls[4 * other + 1];
      double dz = cz - balls[4 * other + 2];
      double otherRadius = balls[4 * other + 3];
      double squared = dx * dx + dy * dy + dz * dz;
      double far = reach.chordOut + radius + otherRadius;
      if (squared > far * far) {
        continue;
      }
      double close = reach.chordIn - radius - otherRadius;
      if (close > 0 && squared <= close * close) {
        inside += blocks.weight[other];
      } else if (2 * otherRadius > radius && !blocks.isLeaf(other)) {
        queue = ensure(queue, open + 8);
        for (int child = blocks.tree[4 * other + 2]; child < blocks.tree[4 * other + 3]; child++) {
          queue[open++] = child;
        }
      } else {
        cut += blocks.weight[other];
        frontier = ensure(frontier, end);
        frontier[end++] = other;
      }
    }
    within = inside;
    waiting = cut;
    return end;
  }

  private byte decidePoint(int cell, int k, int from, int to, long least, long most) {
    counter.moveTo(k);
    int isCore = counter.isCore(frontier, from, to, least, most);
    return (byte) (isCore == PointCounter.UNCLEAR ? (isCoreExactly(cell) ? 1 : 0) : isCore);
  }

  /// Adds up the true weights without rounding; for sums too close to the minimum.
  private boolean isCoreExactly(int cell) {
    exact.clear();
    for (int k = cells.start[cell]; k < cells.start[cell + 1]; k++) {
      exact.add(rawWeight[cells.order[k]]);
    }
    for (int i = 0; i < roots; i++) {
      int end = blocks.tree[4 * frontier[i] + 1];
      for (int k = blocks.tree[4 * frontier[i]]; k < end; k++) {
        if (counter.isWithin(k)) {
          exact.add(rawWeight[cells.order[k]]);
        }
      }
    }
    return exact.isAtLeast(states.scale.minWeight);
  }

  private static int[] ensure(int[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
  }
}
