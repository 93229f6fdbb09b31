package org.ronghe.sphere;

import java.util.Arrays;

/// Decides for each point whether it is a core. One per thread.
final class CoreFinder implements Workers.Range, Quorum.Verdict {

  private final Cells cells;
  private final CellStates states;
  private final Blocks blocks;
  private final Points points;
  private final double[] rawWeight;
  private final byte[] core;
  private final int[] firstCore;
  private final Neighbourhood near;
  private final Quorum quorum;
  private final ExactSum exact = new ExactSum();
  private int currentCell;

  /// @param core receives 1 for each core, by position in the order of the cells
  /// @param firstCore receives the smallest core of each cell, or -1
  CoreFinder(
      Cells cells,
      CellStates states,
      Blocks blocks,
      Points points,
      Reach reach,
      double[] rawWeight,
      byte[] core,
      int[] firstCore) {
    this.cells = cells;
    this.states = states;
    this.blocks = blocks;
    this.points = points;
    this.rawWeight = rawWeight;
    this.core = core;
    this.firstCore = firstCore;
    near = new Neighbourhood(cells, reach);
    Crowd crowd = Crowd.ofWeights(points, states.weights);
    quorum =
        new Quorum(
            blocks, points, reach, crowd, blocks.weight, states.scale.reached, states.missed, this);
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
          currentCell = cell;
          gatherRoots(cell);
          // Every two points of a cell are within the radius of each other.
          quorum.decide(blocks.root[cell], states.weight(cell, cell + 1));
          firstCore[cell] = smallestCore(from, to);
        }
        default -> firstCore[cell] = -1;
      }
    }
  }

  private int smallest(int from, int to) {
    int smallest = Integer.MAX_VALUE;
    for (int k = from; k < to; k++) {
      smallest = Math.min(smallest, cells.order[k]);
    }
    return smallest;
  }

  private int smallestCore(int from, int to) {
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
    near.moveTo(cell, cell);
    quorum.clear();
    for (int r = 0; r < near.ranges(); r++) {
      quorum.addShortfall(states.shortfall(near.from(r), near.to(r)));
      for (int other = near.from(r); other < near.to(r); other++) {
        if (other != cell) {
          quorum.addRoot(blocks.root[other]);
        }
      }
    }
  }

  @Override
  public void pass(int first, int last, boolean reached) {
    Arrays.fill(core, first, last, (byte) (reached ? 1 : 0));
  }

  /// Adds up the true weights without rounding; for sums too close to the minimum.
  @Override
  public boolean isReachedExactly(int k) {
    exact.clear();
    for (int own = cells.start[currentCell]; own < cells.start[currentCell + 1]; own++) {
      exact.add(rawWeight[cells.order[own]]);
    }
    for (int i = 0; i < quorum.roots(); i++) {
      int root = quorum.root(i);
      for (int other = blocks.from(root); other < blocks.to(root); other++) {
        if (points.isWithin(k, other)) {
          exact.add(rawWeight[cells.order[other]]);
        }
      }
    }
    return exact.isAtLeast(states.scale.minWeight);
  }
}
