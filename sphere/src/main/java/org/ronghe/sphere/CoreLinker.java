package org.ronghe.sphere;

/// Unites the cells whose cores are within the radius of each other. One per thread.
///
/// Two rounds over the pairs of cells: the first tries one pair of cores only, which connects the
/// bulk of a city; the second searches both trees for a pair, nearest blocks first, unless the
/// cells have come together meanwhile.
final class CoreLinker {

  private final Cells cells;
  private final Blocks blocks;
  private final Points points;
  private final Reach reach;
  private final byte[] core;
  private final int[] firstCore;
  private final int[] coresOf;
  private final CellSets sets;
  private final Neighbourhood near;

  /// @param coresOf by block, 1 when it holds a core
  CoreLinker(
      Cells cells,
      Blocks blocks,
      Points points,
      Reach reach,
      byte[] core,
      int[] firstCore,
      int[] coresOf,
      CellSets sets) {
    this.cells = cells;
    this.blocks = blocks;
    this.points = points;
    this.reach = reach;
    this.core = core;
    this.firstCore = firstCore;
    this.coresOf = coresOf;
    this.sets = sets;
    near = new Neighbourhood(cells, reach);
  }

  void tryOnePair(int fromCell, int toCell) {
    for (int cell = fromCell; cell < toCell; cell++) {
      if (firstCore[cell] < 0) {
        continue;
      }
      int sample = sample(cell);
      near.moveTo(cell, cell);
      for (int r = 0; r < near.ranges(); r++) {
        for (int other = Math.max(cell + 1, near.from(r)); other < near.to(r); other++) {
          if (firstCore[other] >= 0 && points.isWithin(sample, sample(other))) {
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
      near.moveTo(cell, cell);
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
    int squared = blocks.squared(a, b);
    int radii = blocks.radius(a) + blocks.radius(b);
    if (coresOf[a] == 0 || coresOf[b] == 0 || reach.isNoneWithin(squared, radii)) {
      return false;
    }
    if (reach.isAllWithin(squared, radii)) {
      return true;
    }
    if (radii == 0) {
      return points.isWithin(blocks.from(a), blocks.from(b));
    }
    if (blocks.isLeaf(a) && blocks.isLeaf(b)) {
      return isAnyPairWithin(a, b);
    }
    boolean openA = blocks.isLeaf(b) || (!blocks.isLeaf(a) && blocks.radius(a) >= blocks.radius(b));
    return openA ? isAnyChildLinked(a, b) : isAnyChildLinked(b, a);
  }

  private boolean isAnyChildLinked(int opened, int other) {
    int first = blocks.firstChild(opened);
    int end = blocks.endChild(opened);
    int nearest = first;
    int least = Integer.MAX_VALUE;
    for (int child = first; child < end; child++) {
      int squared = blocks.squared(child, other);
      if (squared < least && coresOf[child] != 0) {
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

  private boolean isAnyPairWithin(int leafA, int leafB) {
    for (int a = blocks.from(leafA); a < blocks.to(leafA); a++) {
      if (core[a] == 0) {
        continue;
      }
      for (int b = blocks.from(leafB); b < blocks.to(leafB); b++) {
        if (core[b] != 0 && points.isWithin(a, b)) {
          return true;
        }
      }
    }
    return false;
  }
}
