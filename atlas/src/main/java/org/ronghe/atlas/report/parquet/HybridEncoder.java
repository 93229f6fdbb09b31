package org.ronghe.atlas.report.parquet;

/// Parquet's RLE/bit-packing hybrid: eight or more equal numbers become a run, the rest is packed
/// in groups of eight.
final class HybridEncoder {
  private static final int GROUP = 8;

  private HybridEncoder() {}

  /// The least width, at least 1, that holds numbers up to `greatest`.
  static int width(int greatest) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(greatest));
  }

  /// Appends `values[from, to)`, each less than `2^width`.
  static void encode(int[] values, int from, int to, int width, ByteSink out) {
    int i = from;
    while (i < to) {
      int run = run(values, i, to);
      if (run >= GROUP || i + run == to) {
        out.putVarint((long) run << 1);
        for (int shift = 0; shift < width; shift += 8) {
          out.put(values[i] >>> shift);
        }
        i += run;
      } else {
        int j = i;
        do {
          j += GROUP;
        } while (j < to && run(values, j, Math.min(to, j + GROUP)) < GROUP);
        pack(values, i, j, to, width, out);
        i = Math.min(j, to);
      }
    }
  }

  private static int run(int[] values, int from, int to) {
    int i = from + 1;
    while (i < to && values[i] == values[from]) {
      i++;
    }
    return i - from;
  }

  /// Packs `values[from, padded)`; past `to` stand zeros, which only the last group may have.
  private static void pack(int[] values, int from, int padded, int to, int width, ByteSink out) {
    out.putVarint((long) ((padded - from) / GROUP) << 1 | 1);
    long bits = 0;
    int count = 0;
    for (int i = from; i < padded; i++) {
      bits |= (i < to ? (long) values[i] : 0L) << count;
      count += width;
      while (count >= 8) {
        out.put((int) bits);
        bits >>>= 8;
        count -= 8;
      }
    }
  }
}
