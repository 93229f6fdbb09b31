package org.ronghe.sphere;

import java.util.Arrays;

/// Decides for each point of the undecided cells whether it is a core. One per thread.
///
/// For a point, the weight certainly within the radius and the weight possibly within it close in
/// on each other as blocks are opened, largest first; usually both are on one side of the minimum
/// long before single points are looked at.
final class CoreFinder implements Workers.Range {

  private final Cells cells;
  private final CellStates states;
  private final Blocks blocks;
  private final Reach reach;
  private final double[] lat;
  private final double[] lon;
  private final double[] rawWeight;
  private final byte[] core;
  private final int[] firstCore;
  private final Neighbourhood near;
  private final ExactSum exact = new ExactSum();

  // Blocks around the present cell, then those the radius cuts through, in the order to open them.
  private int roots;
  private int[] root = new int[32];
  private int[] queue = new int[64];
  private int[] leaves = new int[64];

  // The present point.
  private double px;
  private double py;
  private double pz;
  private double pointLat;
  private double pointLon;

  // Weight certainly within the radius; weight of the blocks waiting to be opened.
  private long within;
  private long waiting;
  private int queued;
  private int waitingLeaves;

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
    this.lat = lat;
    this.lon = lon;
    this.rawWeight = rawWeight;
    this.core = core;
    this.firstCore = firstCore;
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
          decide(cell, from, to);
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

  /// Collects the root blocks of the other cells in reach, heaviest first.
  private void gatherRoots(int cell) {
    near.moveTo(cell);
    roots = 0;
    shortfall = 0;
    for (int r = 0; r < near.ranges(); r++) {
      shortfall += states.shortfall(near.from(r), near.to(r));
      for (int other = near.from(r); other < near.to(r); other++) {
        if (other != cell) {
          root = ensure(root, roots);
          int at = roots++;
          int block = blocks.root[other];
          while (at > 0 && blocks.weight[root[at - 1]] < blocks.weight[block]) {
            root[at] = root[at - 1];
            at--;
          }
          root[at] = block;
        }
      }
    }
  }

  private void decide(int cell, int from, int to) {
    long own = states.weight(cell, cell + 1);
    int previous = -1;
    for (int k = from; k < to; k++) {
      int point = cells.order[k];
      if (previous >= 0 && lat[point] == lat[previous] && lon[point] == lon[previous]) {
        core[k] = core[k - 1];
        continue;
      }
      previous = point;
      px = blocks.x[k];
      py = blocks.y[k];
      pz = blocks.z[k];
      pointLat = lat[point];
      pointLon = lon[point];
      core[k] = (byte) (isCore(own) || (needsExactSum() && isCoreExactly(cell)) ? 1 : 0);
    }
  }

  private boolean needsExactSum() {
    return states.cut && within + waiting + shortfall > states.missed;
  }

  private boolean isCore(long own) {
    within = own;
    waiting = 0;
    queued = 0;
    waitingLeaves = 0;
    for (int i = 0; i < roots; i++) {
      examine(root[i]);
      if (within >= states.scale.reached) {
        return true;
      }
    }
    for (int i = 0; i < queued && within + waiting + shortfall > states.missed; i++) {
      int block = queue[i];
      waiting -= blocks.weight[block];
      int end = blocks.tree[4 * block + 3];
      for (int child = blocks.tree[4 * block + 2]; child < end; child++) {
        examine(child);
      }
      if (within >= states.scale.reached) {
        return true;
      }
    }
    for (int i = 0; i < waitingLeaves && within + waiting + shortfall > states.missed; i++) {
      waiting -= blocks.weight[leaves[i]];
      examinePoints(leaves[i]);
      if (within >= states.scale.reached) {
        return true;
      }
    }
    return false;
  }

  /// Counts a block that lies within the radius as a whole, and keeps it for later if it is cut.
  private void examine(int block) {
    double dx = px - blocks.ball[4 * block];
    double dy = py - blocks.ball[4 * block + 1];
    double dz = pz - blocks.ball[4 * block + 2];
    double radius = blocks.ball[4 * block + 3];
    double squared = dx * dx + dy * dy + dz * dz;
    double far = reach.chordOut + radius;
    if (squared > far * far) {
      return;
    }
    int weight = blocks.weight[block];
    double close = reach.chordIn - radius;
    if (close > 0 && squared <= close * close) {
      within += weight;
    } else if (radius == 0) {
      within += isWithin(blocks.tree[4 * block]) ? weight : 0;
    } else {
      waiting += weight;
      if (blocks.isLeaf(block)) {
        leaves = ensure(leaves, waitingLeaves);
        leaves[waitingLeaves++] = block;
      } else {
        queue = ensure(queue, queued);
        queue[queued++] = block;
      }
    }
  }

  private void examinePoints(int leaf) {
    int end = blocks.tree[4 * leaf + 1];
    for (int k = blocks.tree[4 * leaf]; k < end; k++) {
      if (isPointWithin(k)) {
        within += states.scale.counting ? 1 : states.weights[k];
      }
    }
  }

  private boolean isPointWithin(int k) {
    double dx = px - blocks.x[k];
    double dy = py - blocks.y[k];
    double dz = pz - blocks.z[k];
    double squared = dx * dx + dy * dy + dz * dz;
    return squared <= reach.squaredOut && (squared <= reach.squaredIn || isWithin(k));
  }

  private boolean isWithin(int k) {
    int other = cells.order[k];
    return reach.isWithin(pointLat, pointLon, lat[other], lon[other]);
  }

  /// Adds up the true weights without rounding; for sums too close to the minimum.
  private boolean isCoreExactly(int cell) {
    exact.clear();
    for (int k = cells.start[cell]; k < cells.start[cell + 1]; k++) {
      exact.add(rawWeight[cells.order[k]]);
    }
    for (int i = 0; i < roots; i++) {
      int end = blocks.tree[4 * root[i] + 1];
      for (int k = blocks.tree[4 * root[i]]; k < end; k++) {
        if (isPointWithin(k)) {
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
