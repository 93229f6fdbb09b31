package org.ronghe.sphere;

/// Finds the nearest core within the radius of a point, ties going to the smallest index, or just
/// whether there is any. One per thread.
final class NearestCore {

  private final Cells cells;
  private final Blocks blocks;
  private final Reach reach;
  private final double[] lat;
  private final double[] lon;
  private final byte[] core;
  private final byte[] blockHasCore;

  // The present point, and its nearest core so far: position (-1 for none) and chord.
  private int point;
  private double px;
  private double py;
  private double pz;
  private int best;
  private double bestChord;
  // No core can be nearer, or as near, beyond this chord.
  private double limit;

  NearestCore(
      Cells cells,
      Blocks blocks,
      Reach reach,
      double[] lat,
      double[] lon,
      byte[] core,
      byte[] blockHasCore) {
    this.cells = cells;
    this.blocks = blocks;
    this.reach = reach;
    this.lat = lat;
    this.lon = lon;
    this.core = core;
    this.blockHasCore = blockHasCore;
  }

  /// Position of the nearest core of the point at position k, or -1.
  ///
  /// @param roots the first so many are the blocks to look into
  int find(int k, int[] roots, int count) {
    moveTo(k);
    best = -1;
    limit = reach.chordOut;
    for (int i = 0; i < count; i++) {
      search(roots[i]);
    }
    return best;
  }

  /// Whether any core is within the radius of the point at position k.
  ///
  /// @param frontier at [from, to): the blocks to look into
  boolean isAnyWithin(int k, int[] frontier, int from, int to) {
    moveTo(k);
    for (int i = from; i < to; i++) {
      if (isAnyWithin(frontier[i])) {
        return true;
      }
    }
    return false;
  }

  private void moveTo(int k) {
    point = cells.order[k];
    px = blocks.x[k];
    py = blocks.y[k];
    pz = blocks.z[k];
  }

  private boolean isAnyWithin(int block) {
    if (blockHasCore[block] == 0) {
      return false;
    }
    double radius = blocks.ball[4 * block + 3];
    double squared = squaredTo(block);
    double far = reach.chordOut + radius;
    if (squared > far * far) {
      return false;
    }
    double close = reach.chordIn - radius;
    if (close > 0 && squared <= close * close) {
      return true;
    }
    if (radius == 0) {
      return isWithin(blocks.tree[4 * block]);
    }
    if (blocks.isLeaf(block)) {
      return isAnyPointWithin(block);
    }
    int end = blocks.tree[4 * block + 3];
    for (int child = blocks.tree[4 * block + 2]; child < end; child++) {
      if (isAnyWithin(child)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnyPointWithin(int leaf) {
    int end = blocks.tree[4 * leaf + 1];
    for (int k = blocks.tree[4 * leaf]; k < end; k++) {
      double squared = squaredToPoint(k);
      if (squared <= reach.squaredOut
          && core[k] != 0
          && (squared <= reach.squaredIn || isWithin(k))) {
        return true;
      }
    }
    return false;
  }

  private void search(int block) {
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
      if (child != nearest && blockHasCore[child] != 0) {
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
      double squared = squaredToPoint(k);
      if (squared <= limit * limit && core[k] != 0) {
        consider(k, Math.sqrt(squared));
      }
    }
  }

  private double squaredToPoint(int k) {
    double dx = px - blocks.x[k];
    double dy = py - blocks.y[k];
    double dz = pz - blocks.z[k];
    return dx * dx + dy * dy + dz * dz;
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
