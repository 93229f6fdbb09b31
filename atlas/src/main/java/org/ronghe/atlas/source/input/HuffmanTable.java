package org.ronghe.atlas.source.input;

import java.util.Arrays;

/// Turns the next bits of a deflated stream into a symbol of one of its codes (RFC 1951, 3.2): the
/// first bits look up an entry; where the code is longer, that leads on to a second table behind
/// the first.
///
/// The lowest six bits of an entry say how many bits it takes, so that it serves as a shift as it
/// is. What else it holds, from the highest bit:
///
/// ```
/// literal   1 P . . N N N N  second literal   first literal    . . B B B B B B
/// number    0 value (15 bits)                 . . . . C C C C  0 . B B B B B B
/// other     0 start of a second table (18)  W W W W W          1 S B B B B B B
/// ```
///
/// P: it is two literals, N: the bits of the first alone. C: the bits of the code without the extra
/// bits behind it, which are added to the value. S: it leads to a second table, looked up by W
/// bits.
final class HuffmanTable {
  /// Set in entries that are no number; without [#SECOND] and [#END] the bits mean nothing.
  static final int OTHER = 1 << 7;

  /// Set with [#OTHER]: go on in a second table.
  static final int SECOND = 1 << 6;

  /// Set with [#OTHER]: the block ends.
  static final int END = 1 << 13;

  private static final int LITERAL = 1 << 31;
  private static final int PAIR = 1 << 30;
  private static final int LONGEST_CODE = 15;
  private static final int[] LENGTHS = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };

  /// How many bits look up a literal or the length of a match.
  static final int LITERAL_BITS = 11;

  /// How many bits look up the distance of a match.
  static final int DISTANCE_BITS = 9;

  private static final int LENGTH_BITS = 7;
  private static final int LITERALS = 288;
  private static final int DISTANCES = 32;
  private static final int CODE_LENGTHS = 19;

  /// The entries of all tables of a stream, this one's from [#start] on: one array, since the loop
  /// that reads them has few registers to spare.
  final int[] entries;

  /// Where the entry of the bits 0 is.
  final int start;

  /// How many bits look up an entry.
  final int bits;

  /// The entry of each symbol but for the number of bits, extra bits where they stand.
  private final int[] meanings;

  private final int[] counts = new int[LONGEST_CODE + 1];
  private final int[] firsts = new int[LONGEST_CODE + 2];
  private final int[] sorted;

  private HuffmanTable(int[] entries, int start, int bits, int[] meanings) {
    this.entries = entries;
    this.start = start;
    this.bits = bits;
    this.meanings = meanings;
    sorted = new int[meanings.length];
  }

  /// Room for the entries of all three tables.
  static int[] room() {
    return new int
        [room(LITERAL_BITS, LITERALS)
            + room(DISTANCE_BITS, DISTANCES)
            + room(LENGTH_BITS, CODE_LENGTHS)];
  }

  /// A second table has at most `2^(15 - bits)` entries, and is there for at least one symbol.
  private static int room(int bits, int symbols) {
    return (1 << bits) + (symbols << (LONGEST_CODE - bits));
  }

  /// For literals and lengths of matches; its entries begin at 0.
  static HuffmanTable ofLiterals(int[] room) {
    int[] meanings = new int[LITERALS];
    Arrays.fill(meanings, OTHER);
    for (int i = 0; i < 256; i++) {
      meanings[i] = LITERAL | i << 8;
    }
    meanings[256] = OTHER | END;
    for (int i = 0; i < LENGTHS.length; i++) {
      boolean plain = i < 8 || i == LENGTHS.length - 1;
      meanings[257 + i] = LENGTHS[i] << 16 | (plain ? 0 : i / 4 - 1);
    }
    return new HuffmanTable(room, 0, LITERAL_BITS, meanings);
  }

  /// For distances of matches.
  static HuffmanTable ofDistances(int[] room) {
    int[] meanings = new int[DISTANCES];
    Arrays.fill(meanings, OTHER);
    int distance = 1;
    for (int i = 0; i < 30; i++) {
      int extra = Math.max(0, i / 2 - 1);
      meanings[i] = distance << 16 | extra;
      distance += 1 << extra;
    }
    return new HuffmanTable(room, room(LITERAL_BITS, LITERALS), DISTANCE_BITS, meanings);
  }

  /// For the lengths of the codes of the other two.
  static HuffmanTable ofCodeLengths(int[] room) {
    int[] meanings = new int[CODE_LENGTHS];
    Arrays.setAll(meanings, i -> i << 16);
    int start = room(LITERAL_BITS, LITERALS) + room(DISTANCE_BITS, DISTANCES);
    return new HuffmanTable(room, start, LENGTH_BITS, meanings);
  }

  /// Makes the table of a code, given the length of each symbol's code in `lengths[from, to)`, 0
  /// for those without.
  ///
  /// @return false if that is no code: too many of a length, or too few, unless it is none or one
  ///   of length 1 and `mayBeShort`
  boolean build(byte[] lengths, int from, int to, boolean mayBeShort) {
    Arrays.fill(counts, 0);
    for (int i = from; i < to; i++) {
      counts[lengths[i]]++;
    }
    counts[0] = 0;
    int left = 1;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      left = left * 2 - counts[length];
      if (left < 0) {
        return false;
      }
      firsts[length + 1] = firsts[length] + counts[length];
    }
    int symbols = firsts[LONGEST_CODE + 1];
    for (int i = from; i < to; i++) {
      if (lengths[i] != 0) {
        sorted[firsts[lengths[i]]++] = i - from;
      }
    }
    for (int length = LONGEST_CODE; length > 0; length--) {
      firsts[length] -= counts[length];
    }
    if (left > 0) {
      if (!mayBeShort || symbols != counts[1]) {
        return false;
      }
      fillShort(symbols);
    } else {
      fill();
      fillSecond();
    }
    pair();
    return true;
  }

  private void fillShort(int symbols) {
    for (int i = 0; i < 1 << bits; i++) {
      entries[start + i] = (i & 1) == 0 && symbols == 1 ? entry(sorted[0], 1) : OTHER | 1;
    }
  }

  /// The codes that look up at once, the shorter first: what is there by then is the pattern that
  /// repeats in all that follows.
  private void fill() {
    int code = 0;
    int filled = 1;
    for (int length = 1; length <= bits; length++) {
      System.arraycopy(entries, start, entries, start + filled, filled);
      filled *= 2;
      for (int i = firsts[length]; i < firsts[length + 1]; i++) {
        entries[start + code] = entry(sorted[i], length);
        code = following(code, length);
      }
    }
  }

  private void fillSecond() {
    int end = start + (1 << bits);
    int code = 0;
    for (int length = 1; length <= bits; length++) {
      for (int i = 0; i < counts[length]; i++) {
        code = following(code, length);
      }
    }
    int prefix = -1;
    int second = 0;
    int width = 0;
    for (int length = bits + 1; length <= LONGEST_CODE; length++) {
      for (int left = counts[length]; left > 0; left--) {
        if ((code & (1 << bits) - 1) != prefix) {
          prefix = code & (1 << bits) - 1;
          width = width(length, left);
          second = end;
          end += 1 << width;
          entries[start + prefix] = second << 13 | width << 8 | OTHER | SECOND | bits;
        }
        int entry = entry(sorted[firsts[length + 1] - left], length - bits);
        for (int i = code >>> bits; i < 1 << width; i += 1 << (length - bits)) {
          entries[second + i] = entry;
        }
        code = following(code, length);
      }
    }
  }

  /// How many bits look up in the second table that begins with the first of `left` codes of a
  /// length: as many as make room for all codes up to the one that fills it.
  private int width(int length, int left) {
    int width = length - bits;
    int used = left;
    while (used < 1 << width) {
      width++;
      used = used * 2 + counts[bits + width];
    }
    return width;
  }

  /// The code after `code`; both have their first bit lowest.
  private static int following(int code, int length) {
    int bit = Integer.highestOneBit(code ^ ((1 << length) - 1));
    return bit == 0 ? code : (code & (bit - 1)) | bit;
  }

  private int entry(int symbol, int length) {
    int meaning = meanings[symbol];
    if (meaning < 0) {
      return meaning | length << 24 | length;
    }
    return (meaning & OTHER) != 0 ? meaning | length : meaning + (length << 8 | length);
  }

  /// Puts two literals into one entry where their codes together are short enough.
  private void pair() {
    if (meanings[0] >= 0) {
      return;
    }
    for (int i = (1 << bits) - 1; i >= 0; i--) {
      int first = entries[start + i];
      if (first < 0) {
        int length = first & 63;
        int second = entries[start + (i >>> length)];
        if (second < 0 && length + (second & 63) <= bits) {
          entries[start + i] = (first + (second & 63)) | PAIR | ((second & 0xFF00) << 8);
        }
      }
    }
  }
}
