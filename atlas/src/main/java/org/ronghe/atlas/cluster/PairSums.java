package org.ronghe.atlas.cluster;

import java.util.Arrays;

/// A sum for each unordered pair of numbers, without boxing: open addressing on packed pairs.
final class PairSums {
  private long[] keys = new long[1 << 12];
  private double[] sums = new double[1 << 12];
  private int size;

  PairSums() {
    Arrays.fill(keys, -1);
  }

  /// Adds to the sum of `a` and `b`, both from 0.
  void add(int a, int b, double amount) {
    int slot = slot(pair(a, b));
    if (keys[slot] < 0) {
      keys[slot] = pair(a, b);
      size++;
      if (size * 2 > keys.length) {
        grow();
        slot = slot(pair(a, b));
      }
    }
    sums[slot] += amount;
  }

  /// The sum of `a` and `b`, 0 if nothing was added.
  double of(int a, int b) {
    return sums[slot(pair(a, b))];
  }

  /// Takes each pair with its sum, in no order.
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] >= 0) {
        visitor.visit((int) (keys[slot] >>> 32), (int) keys[slot], sums[slot]);
      }
    }
  }

  /// Takes a pair, the smaller number first.
  interface Visitor {
    void visit(int first, int second, double sum);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldSums = sums;
    keys = new long[oldKeys.length * 2];
    sums = new double[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        sums[slot] = oldSums[i];
      }
    }
  }

  private static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }
}
