package org.ronghe.sphere;

/// Stable sort of point indices by a non-negative integer key, least significant digit first.
///
/// 16 bytes a point while it runs. Each thread keeps its own histogram over its own stretch, so the
/// order is that of a stable sort whatever the number of threads.
final class RadixSort {

  private static final int MAX_DIGIT_BITS = 12;
  private static final int LEAST_STRETCH = 1 << 14;

  private final Workers workers;
  private int[] keys;
  private int[] order;
  private int[] spareKeys;
  private int[] spareOrder;
  private boolean identity = true;

  /// Takes over the array of keys, by point.
  RadixSort(int[] keys, Workers workers) {
    this.keys = keys;
    this.workers = workers;
    order = new int[keys.length];
    spareKeys = new int[keys.length];
    spareOrder = new int[keys.length];
  }

  /// Keys in their present order; the caller may overwrite them before the next sort.
  int[] keys() {
    return keys;
  }

  /// Point indices in their present order.
  int[] order() {
    return order;
  }

  /// An array of the same length that is free once sorting is over.
  int[] spare() {
    return spareOrder;
  }

  /// Sorts by the present keys, all below 2 to the power of bits.
  void sort(int bits) {
    int passes = Math.max(1, (bits + MAX_DIGIT_BITS - 1) / MAX_DIGIT_BITS);
    int digitBits = Math.max(1, (bits + passes - 1) / passes);
    for (int pass = 0; pass < passes; pass++) {
      pass(pass * digitBits, (1 << digitBits) - 1);
    }
  }

  private void pass(int shift, int mask) {
    int n = keys.length;
    int stretches = Math.clamp(n / LEAST_STRETCH, 1, workers.threads());
    int[][] positions = new int[stretches][mask + 1];
    workers.share(
        stretches,
        1,
        (from, to) -> {
          for (int s = from; s < to; s++) {
            histogram(positions[s], bound(s, stretches), bound(s + 1, stretches), shift, mask);
          }
        });
    int next = 0;
    for (int digit = 0; digit <= mask; digit++) {
      for (int[] position : positions) {
        int size = position[digit];
        position[digit] = next;
        next += size;
      }
    }
    workers.share(
        stretches,
        1,
        (from, to) -> {
          for (int s = from; s < to; s++) {
            scatter(positions[s], bound(s, stretches), bound(s + 1, stretches), shift, mask);
          }
        });
    int[] swap = keys;
    keys = spareKeys;
    spareKeys = swap;
    swap = order;
    order = spareOrder;
    spareOrder = swap;
    identity = false;
  }

  private int bound(int stretch, int stretches) {
    return (int) ((long) keys.length * stretch / stretches);
  }

  private void histogram(int[] sizes, int from, int to, int shift, int mask) {
    int[] source = keys;
    for (int k = from; k < to; k++) {
      sizes[(source[k] >>> shift) & mask]++;
    }
  }

  private void scatter(int[] position, int from, int to, int shift, int mask) {
    int[] source = keys;
    int[] target = spareKeys;
    int[] sourceOrder = order;
    int[] targetOrder = spareOrder;
    if (identity) {
      for (int k = from; k < to; k++) {
        int key = source[k];
        int at = position[(key >>> shift) & mask]++;
        target[at] = key;
        targetOrder[at] = k;
      }
      return;
    }
    for (int k = from; k < to; k++) {
      int key = source[k];
      int at = position[(key >>> shift) & mask]++;
      target[at] = key;
      targetOrder[at] = sourceOrder[k];
    }
  }
}
