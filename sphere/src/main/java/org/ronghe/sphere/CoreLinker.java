package org.ronghe.sphere;

/// Unites the cells whose cores are within the radius of each other. One per thread.
///
/// Two rounds over the pairs of cells: the first tries one pair of cores only, which connects the
/// bulk of a city; the second searches both trees for a pair, nearest blocks first, unless the
/// cells have come together meanwhile.
final class CoreLinker {

  private final Cells cells;
  private final Blocks blocks;
  private final Reach reach;
  private final double[] lat;
  private final double[] lon;
  private final byte[] core;
  private final int[] firstCore;
  private final byte[] blockHasCore;
  private final CellSets sets;
  private final Neighbourhood near;

  CoreLinker(
      Cells cells,
      Blocks blocks,
      Reach reach,
      double[] lat,
      double[] lon,
      byte[] core,
      int[] firstCore,
      byte[] blockHasCore,
      CellSets sets) {
    this.cells = cells;
    this.blocks = blocks;
    this.reach = reach;
    this.lat = lat;
    this.lon = lon;
    this.core = core;
    this.firstCore = firstCore;
    this.blockHasCore = blockHasCore;
    this.sets = sets;
    near = new Neighbourhood(cells, reach);
  }

  void tryOnePair(int fromCell, int toCell) {
    for (int cell = fromCell; cell < toCell; cell++) {
      if (firstCore[cell] < 0) {
        continue;
      }
      int sample = sample(cell);
      near.moveTo(cell);
      for (int r = 0; r < near.ranges(); r++) {
        for (int other = Math.max(cell + 1, near.from(r)); other < near.to(r); other++) {
          if (firstCore[other] >= 0 && isWithin(sample, sample(other))) {
            sets.unite(cell, other);
          }
        }
      }
    }
  }

  void searchPairs(int fromCell, int toCell) {
    for (int cell = fromCell; cell < toCell; cell++) {
      if (firstCore[cell] < 0) {
        continue;
      }
      near.moveTo(cell);
      for (int r = 0; r < near.ranges(); r++) {
        for (int other = Math.max(cell + 1, near.from(r)); other < near.to(r); other++) {
          if (firstCore[other] >= 0
              && !sets.isSame(cell, other)
              && isLinked(blocks.root[cell], blocks.root[other])) {
            sets.unite(cell, other);
          }
        }
      }
    }
  }

  /// Position of a core in the middle of the cell's order, if it is one, else of the first.
  private int sample(int cell) {
    int middle = (cells.start[cell] + cells.start[cell + 1]) >>> 1;
    if (core[middle] != 0) {
      return middle;
    }
    int k = cells.start[cell];
    while (core[k] == 0) {
      k++;
    }
    return k;
  }

  private boolean isLinked(int a, int b) {
    if (blockHasCore[a] == 0 || blockHasCore[b] == 0) {
      return false;
    }
    double squared = squaredBetween(a, b);
    double radii = blocks.ball[4 * a + 3] + blocks.ball[4 * b + 3];
    double far = reach.chordOut + radii;
    if (squared > far * far) {
      return false;
    }
    double close = reach.chordIn - radii;
    if (close > 0 && squared <= close * close) {
      return true;
    }
    if (radii == 0) {
      return isWithin(blocks.tree[4 * a], blocks.tree[4 * b]);
    }
    boolean leafA = blocks.isLeaf(a);
    boolean leafB = blocks.isLeaf(b);
    if (leafA && leafB) {
      return isAnyPairWithin(a, b);
    }
    boolean openA = leafB || (!leafA && blocks.ball[4 * a + 3] >= blocks.ball[4 * b + 3]);
    return openA ? isAnyChildLinked(a, b) : isAnyChildLinked(b, a);
  }

  private boolean isAnyChildLinked(int opened, int other) {
    int first = blocks.tree[4 * opened + 2];
    int end = blocks.tree[4 * opened + 3];
    int nearest = first;
    double least = Double.POSITIVE_INFINITY;
    for (int child = first; child < end; child++) {
      double squared = squaredBetween(child, other);
      if (squared < least && blockHasCore[child] != 0) {
        least = squared;
        nearest = child;
      }
    }
    if (isLinked(nearest, other)) {
      return true;
    }
    for (int child = first; child < end; child++) {
      if (child != nearest && isLinked(child, other)) {
        return true;
      }
    }
    return false;
  }

  private double squaredBetween(int a, int b) {
    double dx = blocks.ball[4 * a] - blocks.ball[4 * b];
    double dy = blocks.ball[4 * a + 1] - blocks.ball[4 * b + 1];
    double dz = blocks.ball[4 * a + 2] - blocks.ball[4 * b + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  private boolean isAnyPairWithin(int leafA, int leafB) {
    int endA = blocks.tree[4 * leafA + 1];
    int endB = blocks.tree[4 * leafB + 1];
    for (int a = blocks.tree[4 * leafA]; a < endA; a++) {
      if (core[a] == 0) {
        continue;
      }
      for (int b = blocks.tree[4 * leafB]; b < endB; b++) {
        if (core[b] != 0 && isWithin(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isWithin(int a, int b) {
    double dx = blocks.x[a] - blocks.x[b];
    double dy = blocks.y[a] - blocks.y[b];
    double dz = blocks.z[a] - blocks.z[b];
    double squared = dx * dx + dy * dy + dz * dz;
    if (squared <= reach.squaredIn) {
      return true;
    }
    int pointA = cells.order[a];
    int pointB = cells.order[b];
    return squared <= reach.squaredOut
        && reach.isWithin(lat[pointA], lon[pointA], lat[pointB], lon[pointB]);
  }
}
