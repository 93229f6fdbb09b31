package org.ronghe.sphere;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// What is known of each cell without any distance: its weight, and whether its points are cores.
final class CellStates {

  /// No point of the cell is a core: too little weight in all the cells in reach.
  static final byte NONE = 0;

  /// Some points may be cores.
  static final byte SOME = 1;

  /// Every point is a core: the cell alone has the weight.
  static final byte ALL = 2;

  private static final int GRAIN = 1 << 10;

  // Cells of a row that are looked at together.
  private static final int RUN = 16;

  /// One of [#NONE], [#SOME], [#ALL] for each cell.
  final byte[] state;

  /// Whether a cell that may have cores is in reach: 1, or 0 when its points are noise for certain.
  final byte[] needed;

  /// Scaled weight of each point in cell order; empty when each counts 1.
  final int[] weights;

  final WeightScale scale;

  /// Whether scaled weights may fall short of the true ones by up to 1 each.
  final boolean cut;

  /// Upper bounds of a scaled sum up to here miss the minimum for certain.
  final int missed;

  private final Cells cells;
  private final long[] before;

  CellStates(Cells cells, double[] weight, WeightScale scale, Reach reach, Workers workers) {
    this.cells = cells;
    this.scale = scale;
    int count = cells.count();
    weights = new int[scale.counting ? 0 : weight.length];
    before = new long[scale.counting ? 0 : count + 1];
    cut = !scale.counting && scaleWeights(weight, workers);
    missed = cut ? scale.missed : scale.reached - 1;
    state = new byte[count];
    needed = new byte[count];
    workers.share(
        count,
        GRAIN,
        () -> {
          Neighbourhood near = new Neighbourhood(cells, reach);
          return (from, to) -> settle(from, to, near);
        });
    workers.share(
        count,
        GRAIN,
        () -> {
          Neighbourhood near = new Neighbourhood(cells, reach);
          return (from, to) -> markNeeded(from, to, near);
        });
  }

  /// Scaled weight of the cells of a range together.
  long weight(int fromCell, int toCell) {
    return scale.counting
        ? cells.start[toCell] - cells.start[fromCell]
        : before[toCell] - before[fromCell];
  }

  /// By how much the scaled sum over the cells of a range may fall short of the true one.
  long shortfall(int fromCell, int toCell) {
    return cut ? cells.start[toCell] - cells.start[fromCell] : 0;
  }

  private boolean scaleWeights(double[] weight, Workers workers) {
    AtomicBoolean anyCut = new AtomicBoolean();
    workers.share(
        cells.count(),
        GRAIN,
        (from, to) -> {
          boolean cutHere = false;
          for (int cell = from; cell < to; cell++) {
            long sum = 0;
            for (int k = cells.start[cell]; k < cells.start[cell + 1]; k++) {
              double value = weight[cells.order[k]];
              weights[k] = scale.scale(value);
              cutHere |= scale.isCut(value);
              sum += weights[k];
            }
            before[cell + 1] = sum;
          }
          if (cutHere) {
            anyCut.set(true);
          }
        });
    Arrays.parallelPrefix(before, Long::sum);
    return anyCut.get();
  }

  private void settle(int from, int to, Neighbourhood near) {
    int first = from;
    for (int end = from + 1; end <= to; end++) {
      if (end == to || end == first + RUN || cells.row[end] != cells.row[first]) {
        settleRun(first, end - 1, near);
        first = end;
      }
    }
  }

  /// Settles the cells from the first to the last, of one row. Out in the country, all the cells in
  /// reach of many together weigh too little.
  private void settleRun(int first, int last, Neighbourhood near) {
    if (first == last && weight(first, first + 1) >= scale.reached) {
      state[first] = ALL;
    } else if (mostAround(first, last, near) <= missed) {
      Arrays.fill(state, first, last + 1, NONE);
    } else if (first == last) {
      state[first] = SOME;
    } else {
      int middle = (first + last) >>> 1;
      settleRun(first, middle, near);
      settleRun(middle + 1, last, near);
    }
  }

  /// Upper bound of the true weight in all the cells in reach of those from the first to the last.
  private long mostAround(int first, int last, Neighbourhood near) {
    near.moveTo(first, last);
    long most = 0;
    for (int r = 0; r < near.ranges(); r++) {
      most += weight(near.from(r), near.to(r)) + shortfall(near.from(r), near.to(r));
    }
    return most;
  }

  private void markNeeded(int from, int to, Neighbourhood near) {
    for (int cell = from; cell < to; cell++) {
      if (state[cell] != NONE) {
        near.moveTo(cell, cell);
        for (int r = 0; r < near.ranges(); r++) {
          // Several threads may write the same 1.
          Arrays.fill(needed, near.from(r), near.to(r), (byte) 1);
        }
      }
    }
  }
}
