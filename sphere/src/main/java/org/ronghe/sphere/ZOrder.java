package org.ronghe.sphere;

import java.util.Arrays;

/// Puts the points of a cell in the order of a Z curve.
///
/// One per thread: keeps its scratch memory, 16 bytes for each point of the largest cell.
final class ZOrder {

  private static final int SMALL = 64;
  private static final int LARGE_BUCKET = 16;

  private final int[] order;
  private final int[] place;
  private long[] codes = new long[SMALL];
  private long[] spare = new long[SMALL];
  private int[] bucketEnd = new int[SMALL];

  ZOrder(Cells cells) {
    order = cells.order;
    place = cells.place;
  }

  /// Rearranges the points and places at [from, to).
  void arrange(int from, int to) {
    int size = to - from;
    if (codes.length < size) {
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8, size + size / 4L);
      codes = new long[capacity];
      spare = new long[capacity];
    }
    // 32 bits of position on the curve over 32 bits of position in the cell.
    for (int i = 0; i < size; i++) {
      int at = place[from + i];
      codes[i] = (spread(at >>> 16) << 1 | spread(at & 0xffff)) << 32 | i;
    }
    long[] sorted = sort(size);
    for (int i = 0; i < size; i++) {
      int at = from + (int) sorted[i];
      sorted[i] = (long) order[at] << 32 | (place[at] & 0xffff_ffffL);
    }
    for (int i = 0; i < size; i++) {
      order[from + i] = (int) (sorted[i] >>> 32);
      place[from + i] = (int) sorted[i];
    }
  }

  /// Moves bit i of 16 to bit 2i.
  private static long spread(int bits) {
    long spread = bits;
    spread = (spread | spread << 8) & 0x00ff_00ffL;
    spread = (spread | spread << 4) & 0x0f0f_0f0fL;
    spread = (spread | spread << 2) & 0x3333_3333L;
    return (spread | spread << 1) & 0x5555_5555L;
  }

  /// Sorts the codes well enough: within a few neighbours on the curve any order will do.
  private long[] sort(int size) {
    if (size <= SMALL) {
      Arrays.sort(codes, 0, size);
      return codes;
    }
    int bits = 30 - Integer.numberOfLeadingZeros(size);
    int shift = 64 - bits;
    int buckets = 1 << bits;
    if (bucketEnd.length <= buckets) {
      bucketEnd = new int[2 * buckets];
    }
    Arrays.fill(bucketEnd, 0, buckets, 0);
    for (int i = 0; i < size; i++) {
      bucketEnd[(int) (codes[i] >>> shift)]++;
    }
    int next = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int count = bucketEnd[bucket];
      bucketEnd[bucket] = next;
      next += count;
    }
    for (int i = 0; i < size; i++) {
      spare[bucketEnd[(int) (codes[i] >>> shift)]++] = codes[i];
    }
    int from = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (bucketEnd[bucket] - from > LARGE_BUCKET) {
        Arrays.sort(spare, from, bucketEnd[bucket]);
      }
      from = bucketEnd[bucket];
    }
    return spare;
  }
}
