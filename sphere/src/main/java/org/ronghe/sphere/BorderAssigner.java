package org.ronghe.sphere;

import java.util.Arrays;

/// Writes the codes of all points that are not noise: their cluster's label, or that of their
/// nearest core. One per thread.
///
/// Where all cores in reach of a cell belong to one cluster, as nearly everywhere, it does not
/// matter which is the nearest, only whether any is within the radius: a [Quorum] of one core.
final class BorderAssigner implements Workers.Range, Quorum.Verdict {

  private static final int SEVERAL = -2;

  private final Cells cells;
  private final CellStates states;
  private final Blocks blocks;
  private final Points points;
  private final byte[] core;
  private final int[] label;
  private final int[] codes;
  private final Neighbourhood near;
  private final NearestCore nearest;
  private final Quorum quorum;
  private int borderCode;

  /// @param coresOf by block, 1 when it holds a core
  /// @param label of each cell's cluster; -1 for cells without cores
  /// @param codes receives the result, see [Clustering]; filled with noise at first
  BorderAssigner(
      Cells cells,
      CellStates states,
      Blocks blocks,
      Points points,
      Reach reach,
      byte[] core,
      int[] coresOf,
      int[] label,
      int[] codes) {
    this.cells = cells;
    this.states = states;
    this.blocks = blocks;
    this.points = points;
    this.core = core;
    this.label = label;
    this.codes = codes;
    near = new Neighbourhood(cells, reach);
    nearest = new NearestCore(blocks, points, reach, core, coresOf);
    Crowd crowd = Crowd.ofCores(points, core);
    quorum = new Quorum(blocks, points, reach, crowd, coresOf, 1, 0, this);
  }

  @Override
  public void run(int fromCell, int toCell) {
    for (int cell = fromCell; cell < toCell; cell++) {
      int from = cells.start[cell];
      int to = cells.start[cell + 1];
      if (states.state[cell] == CellStates.ALL) {
        fill(from, to, label[cell]);
      } else if (states.needed[cell] != 0) {
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
    near.moveTo(cell, cell);
    quorum.clear();
    int common = Clustering.NOISE;
    for (int r = 0; r < near.ranges(); r++) {
      for (int other = near.from(r); other < near.to(r); other++) {
        if (label[other] >= 0) {
          quorum.addRoot(blocks.root[other]);
          common = common == Clustering.NOISE || common == label[other] ? label[other] : SEVERAL;
        }
      }
    }
    if (common == SEVERAL) {
      assignToNearest(cell, from, to);
    } else if (common != Clustering.NOISE && label[cell] >= 0) {
      // Every two points of a cell are within the radius of each other.
      for (int k = from; k < to; k++) {
        codes[cells.order[k]] = core[k] != 0 ? common : Clustering.borderCode(common);
      }
    } else if (common != Clustering.NOISE) {
      borderCode = Clustering.borderCode(common);
      quorum.decide(blocks.root[cell], 0);
    }
  }

  private void assignToNearest(int cell, int from, int to) {
    int previous = -1;
    for (int k = from; k < to; k++) {
      if (core[k] != 0) {
        codes[cells.order[k]] = label[cell];
      } else if (previous >= 0 && points.isSame(k, previous)) {
        codes[cells.order[k]] = codes[cells.order[previous]];
      } else {
        codes[cells.order[k]] = nearestCode(k);
        previous = k;
      }
    }
  }

  private int nearestCode(int k) {
    nearest.moveTo(k);
    for (int i = 0; i < quorum.roots(); i++) {
      nearest.search(quorum.root(i));
    }
    int found = nearest.find();
    if (found < 0) {
      return Clustering.NOISE;
    }
    int cell = Arrays.binarySearch(cells.start, found);
    return Clustering.borderCode(label[cell >= 0 ? cell : -cell - 2]);
  }

  @Override
  public void pass(int first, int last, boolean reached) {
    if (reached) {
      fill(first, last, borderCode);
    }
  }

  @Override
  public boolean isReachedExactly(int k) {
    throw new IllegalStateException("cores at position " + k + " are counted without remainder");
  }
}
