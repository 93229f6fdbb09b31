package org.ronghe.atlas.source.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A 64-bit hash that stands in for a text where only texts of one small group are told apart:
/// among 10,000 persons of one record two would be taken for one with a chance of 1 in 10^11. It
/// spares each row a look-up in memory far away.
final class TextHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private TextHash() {}

  /// The hash of `text[from, to)`, never 0.
  static long of(byte[] text, int from, int to) {
    long h = (long) to - from;
    int p = from;
    for (; p + 8 <= to; p += 8) {
      h = mix(h ^ (long) LONG.get(text, p));
    }
    long rest = 0;
    for (; p < to; p++) {
      rest = rest << 8 | (text[p] & 0xFF);
    }
    h = mix(h ^ rest);
    return h == 0 ? 1 : h;
  }

  /// A bijection in which every bit depends on every bit (the finaliser of SplitMix64).
  private static long mix(long z) {
    long h = z + 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
