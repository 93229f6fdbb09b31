package org.ronghe.sphere;

import java.util.Arrays;

/// Writes every point's code: its cluster's label, its nearest core's, or noise. One per thread.
///
/// Where all cores in reach of a cell belong to one cluster, as nearly everywhere, it does not
/// matter which is the nearest, only whether any is within the radius: a question for whole blocks.
final class BorderAssigner implements Workers.Range {

  private static final int SEVERAL = -2;

  private final Cells cells;
  private final CellStates states;
  private final Blocks blocks;
  private final Reach reach;
  private final double[] lat;
  private final double[] lon;
  private final byte[] core;
  private final byte[] blockHasCore;
  private final int[] label;
  private final int[] codes;
  private final Neighbourhood near;
  private final NearestCore nearest;

  // For each block under way, the blocks with cores that its radius cuts through; a stack.
  private int[] frontier = new int[256];
  private int[] queue = new int[64];

  /// @param label of each cell's cluster; -1 for cells without cores
  /// @param codes receives the result, see [Clustering]
  BorderAssigner(
      Cells cells,
      CellStates states,
      Blocks blocks,
      Reach reach,
      double[] lat,
      double[] lon,
      byte[] core,
      byte[] blockHasCore,
      int[] label,
      int[] codes) {
    this.cells = cells;
    this.states = states;
    this.blocks = blocks;
    this.reach = reach;
    this.lat = lat;
    this.lon = lon;
    this.core = core;
    this.blockHasCore = blockHasCore;
    this.label = label;
    this.codes = codes;
    near = new Neighbourhood(cells, reach);
    nearest = new NearestCore(cells, blocks, reach, lat, lon, core, blockHasCore);
  }

  @Override
  public void run(int fromCell, int toCell) {
    for (int cell = fromCell; cell < toCell; cell++) {
      int from = cells.start[cell];
      int to = cells.start[cell + 1];
      if (states.needed[cell] == 0) {
        fill(from, to, Clustering.NOISE);
      } else if (states.state[cell] == CellStates.ALL) {
        fill(from, to, label[cell]);
      } else {
        assign(cell, from, to);
      }
    }
  }

  private void fill(int from, int to, int code) {
    for (int k = from; k < to; k++) {
      codes[cells.order[k]] = code;
    }
  }

  private void assign(int cell, int from, int to) {
    near.moveTo(cell);
    int common = Clustering.NOISE;
    int roots = 0;
    for (int r = 0; r < near.ranges(); r++) {
      for (int other = near.from(r); other < near.to(r); other++) {
        if (label[other] >= 0) {
          push(roots++, blocks.root[other]);
          common = common == Clustering.NOISE || common == label[other] ? label[other] : SEVERAL;
        }
      }
    }
    if (common == SEVERAL) {
      assignToNearest(cell, from, to, roots);
    } else if (common == Clustering.NOISE) {
      fill(from, to, Clustering.NOISE);
    } else if (label[cell] >= 0) {
      // Every two points of a cell are within the radius of each other.
      for (int k = from; k < to; k++) {
        codes[cells.order[k]] = core[k] != 0 ? common : Clustering.borderCode(common);
      }
    } else {
      attach(blocks.root[cell], 0, roots, Clustering.borderCode(common));
    }
  }

  private void assignToNearest(int cell, int from, int to, int roots) {
    int previous = -1;
    for (int k = from; k < to; k++) {
      int point = cells.order[k];
      if (core[k] != 0) {
        codes[point] = label[cell];
      } else if (previous >= 0 && lat[point] == lat[previous] && lon[point] == lon[previous]) {
        codes[point] = codes[previous];
      } else {
        codes[point] = nearestCode(k, roots);
        previous = point;
      }
    }
  }

  private int nearestCode(int k, int roots) {
    int found = nearest.find(k, frontier, roots);
    if (found < 0) {
      return Clustering.NOISE;
    }
    int cell = Arrays.binarySearch(cells.start, found);
    return Clustering.borderCode(label[cell >= 0 ? cell : -cell - 2]);
  }

  /// Gives the code to those of a block's points that have a core within the radius, which are none
  /// of them cores themselves; others become noise.
  ///
  /// @param from of the frontier, as far as to: what the parent block left open
  private void attach(int block, int from, int to, int code) {
    int first = blocks.tree[4 * block];
    int last = blocks.tree[4 * block + 1];
    int end = narrow(block, from, to);
    if (end < 0) {
      fill(first, last, code);
    } else if (end == to) {
      fill(first, last, Clustering.NOISE);
    } else if (blocks.ball[4 * block + 3] == 0) {
      fill(first, last, nearest.isAnyWithin(first, frontier, to, end) ? code : Clustering.NOISE);
    } else if (blocks.isLeaf(block)) {
      for (int k = first; k < last; k++) {
        boolean attached = nearest.isAnyWithin(k, frontier, to, end);
        codes[cells.order[k]] = attached ? code : Clustering.NOISE;
      }
    } else {
      int endChild = blocks.tree[4 * block + 3];
      for (int child = blocks.tree[4 * block + 2]; child < endChild; child++) {
        attach(child, to, end, code);
      }
    }
  }

  /// Keeps the frontier's blocks that the radius of some point of a block cuts through; puts them
  /// after the frontier and returns the new end, or -1 when one lies within the radius of all
  /// points.
  private int narrow(int block, int from, int to) {
    double[] balls = blocks.ball;
    double radius = balls[4 * block + 3];
    int end = to;
    int open = 0;
    for (int i = from; i < to || open > 0; ) {
      int other = open > 0 ? queue[--open] : frontier[i++];
      if (blockHasCore[other] == 0) {
        continue;
      }
      double dx = balls[4 * block] - balls[4 * other];
      double dy = balls[4 * block + 1] - balls[4 * other + 1];
      double dz = balls[4 * block + 2] - balls[4 * other + 2];
      double otherRadius = balls[4 * other + 3];
      double squared = dx * dx + dy * dy + dz * dz;
      double far = reach.chordOut + radius + otherRadius;
      if (squared > far * far) {
        continue;
      }
      double close = reach.chordIn - radius - otherRadius;
      if (close > 0 && squared <= close * close) {
        return -1;
      }
      if (otherRadius > radius && !blocks.isLeaf(other)) {
        queue = queue.length > open + 8 ? queue : Arrays.copyOf(queue, 2 * queue.length);
        for (int child = blocks.tree[4 * other + 2]; child < blocks.tree[4 * other + 3]; child++) {
          queue[open++] = child;
        }
      } else {
        push(end++, other);
      }
    }
    return end;
  }

  private void push(int index, int block) {
    if (index == frontier.length) {
      frontier = Arrays.copyOf(frontier, 2 * index);
    }
    frontier[index] = block;
  }
}
