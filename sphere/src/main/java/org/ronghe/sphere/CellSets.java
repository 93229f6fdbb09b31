package org.ronghe.sphere;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// Disjoint sets of cells that several threads unite at once, without locks.
///
/// A root is always the smallest cell of its set, so the outcome does not depend on the order.
final class CellSets {

  private final AtomicIntegerArray parent;

  CellSets(int cells) {
    int[] self = new int[cells];
    for (int cell = 0; cell < cells; cell++) {
      self[cell] = cell;
    }
    parent = new AtomicIntegerArray(self);
  }

  int find(int cell) {
    int at = cell;
    while (true) {
      int above = parent.getPlain(at);
      if (above == at) {
        return at;
      }
      int top = parent.getPlain(above);
      if (top != above) {
        // Halves the way for the next search; losing the race to another thread does no harm.
        parent.weakCompareAndSetPlain(at, above, top);
      }
      at = top;
    }
  }

  boolean isSame(int a, int b) {
    return find(a) == find(b);
  }

  void unite(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    while (rootA != rootB) {
      int low = Math.min(rootA, rootB);
      int high = Math.max(rootA, rootB);
      if (parent.compareAndSet(high, high, low)) {
        return;
      }
      rootA = find(low);
      rootB = find(high);
    }
  }
}
