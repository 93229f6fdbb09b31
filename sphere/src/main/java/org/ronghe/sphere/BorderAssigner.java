package org.ronghe.sphere;

/// Writes every point's code: its cluster's label, its nearest core's, or noise. One per thread.
final class BorderAssigner implements Workers.Range {

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

  // The present point and its nearest core so far: position (-1 for none) and chord.
  private int point;
  private double px;
  private double py;
  private double pz;
  private int best;
  private double bestChord;
  // No core can be nearer, or as near, beyond this chord.
  private double limit;

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
        near.moveTo(cell);
        assign(cell, from, to, isAnyCoreInReach());
      }
    }
  }

  private void fill(int from, int to, int code) {
    for (int k = from; k < to; k++) {
      codes[cells.order[k]] = code;
    }
  }

  private boolean isAnyCoreInReach() {
    for (int r = 0; r < near.ranges(); r++) {
      for (int other = near.from(r); other < near.to(r); other++) {
        if (label[other] >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private void assign(int cell, int from, int to, boolean coreInReach) {
    int previous = -1;
    for (int k = from; k < to; k++) {
      point = cells.order[k];
      if (core[k] != 0) {
        codes[point] = label[cell];
      } else if (!coreInReach) {
        codes[point] = Clustering.NOISE;
      } else if (previous >= 0 && lat[point] == lat[previous] && lon[point] == lon[previous]) {
        codes[point] = codes[previous];
      } else {
        codes[point] = nearestCode(cell, k);
        previous = point;
      }
    }
  }

  private int nearestCode(int cell, int k) {
    px = blocks.x[k];
    py = blocks.y[k];
    pz = blocks.z[k];
    best = -1;
    limit = reach.chordOut;
    int bestLabel = -1;
    // The own cell first: a core there is within the radius and makes the others easy to skip.
    if (label[cell] >= 0) {
      search(blocks.root[cell]);
      bestLabel = label[cell];
    }
    for (int r = 0; r < near.ranges(); r++) {
      for (int other = near.from(r); other < near.to(r); other++) {
        if (other != cell && label[other] >= 0) {
          int before = best;
          search(blocks.root[other]);
          bestLabel = best == before ? bestLabel : label[other];
        }
      }
    }
    return best < 0 ? Clustering.NOISE : Clustering.borderCode(bestLabel);
  }

  private void search(int block) {
    if (blockHasCore[block] == 0) {
      return;
    }
    double far = limit + blocks.ball[4 * block + 3];
    if (squaredTo(block) > far * far) {
      return;
    }
    if (blocks.isLeaf(block)) {
      searchPoints(block);
      return;
    }
    int first = blocks.tree[4 * block + 2];
    int end = blocks.tree[4 * block + 3];
    int nearest = first;
    double least = Double.POSITIVE_INFINITY;
    for (int child = first; child < end; child++) {
      double squared = squaredTo(child);
      if (squared < least && blockHasCore[child] != 0) {
        least = squared;
        nearest = child;
      }
    }
    search(nearest);
    for (int child = first; child < end; child++) {
      if (child != nearest) {
        search(child);
      }
    }
  }

  private double squaredTo(int block) {
    double dx = px - blocks.ball[4 * block];
    double dy = py - blocks.ball[4 * block + 1];
    double dz = pz - blocks.ball[4 * block + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  private void searchPoints(int leaf) {
    int end = blocks.tree[4 * leaf + 1];
    for (int k = blocks.tree[4 * leaf]; k < end; k++) {
      if (core[k] == 0) {
        continue;
      }
      double dx = px - blocks.x[k];
      double dy = py - blocks.y[k];
      double dz = pz - blocks.z[k];
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared <= limit * limit) {
        consider(k, Math.sqrt(squared));
      }
    }
  }

  private void consider(int k, double chord) {
    if (best < 0) {
      if (chord > reach.chordIn && !isWithin(k)) {
        return;
      }
    } else if (chord >= bestChord - 4 * Reach.CHORD_ERROR && !isNearerThanBest(k)) {
      return;
    }
    best = k;
    bestChord = chord;
    limit = chord * (1 + 1e-14) + 4 * Reach.CHORD_ERROR;
  }

  private boolean isWithin(int k) {
    int other = cells.order[k];
    return reach.isWithin(lat[point], lon[point], lat[other], lon[other]);
  }

  /// Compares canonical distances, then indices.
  private boolean isNearerThanBest(int k) {
    int candidate = cells.order[k];
    int holder = cells.order[best];
    double candidateMeters =
        Geodesy.distanceMeters(lat[point], lon[point], lat[candidate], lon[candidate]);
    double holderMeters = Geodesy.distanceMeters(lat[point], lon[point], lat[holder], lon[holder]);
    return candidateMeters < holderMeters
        || (candidateMeters == holderMeters && candidate < holder);
  }
}
