package org.ronghe.atlas.report.parquet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of one column in one row group, absent ones left out, with their dictionary where it
/// pays: numbers as the bits of a long, texts as slices of one array.
///
/// Whether it pays is decided by size alone, so the same values always give the same bytes.
final class ChunkValues {
  private static final int MOST_ENTRIES = 1 << 16;

  /// After so many values a column that hardly repeats itself is given up on.
  private static final int TRIAL = 1 << 14;

  private final boolean isText;
  private final int valueBytes;
  int count;
  long[] numbers = {};
  int[] end = {};
  byte[] text = {};
  private int textBytes;

  /// The dictionary's entries as indices of their first occurrence, and each value's code.
  private int[] entries = new int[256];

  private int entryCount;
  private boolean encoded;
  private int[] codes = {};
  private int[] slots = {};

  /// @param valueBytes the bytes of a value in PLAIN encoding; 0 for text
  ChunkValues(int valueBytes) {
    this.valueBytes = valueBytes;
    isText = valueBytes == 0;
  }

  void clear(int capacity) {
    count = 0;
    textBytes = 0;
    if (isText && end.length < capacity) {
      end = new int[capacity];
    } else if (!isText && numbers.length < capacity) {
      numbers = new long[capacity];
    }
  }

  void add(long bits) {
    numbers[count++] = bits;
  }

  void add(byte[] from, int start, int stop) {
    int length = stop - start;
    if (textBytes + length > text.length) {
      text = Arrays.copyOf(text, Math.max(1 << 16, Math.max(text.length * 2, textBytes + length)));
    }
    System.arraycopy(from, start, text, textBytes, length);
    textBytes += length;
    end[count++] = textBytes;
  }

  int start(int i) {
    return i == 0 ? 0 : end[i - 1];
  }

  /// Each value's code, or null when a dictionary does not pay.
  int @Nullable [] encode() {
    entryCount = 0;
    encoded = false;
    if (count == 0) {
      return null;
    }
    if (slots.length == 0) {
      slots = new int[MOST_ENTRIES * 4];
    }
    Arrays.fill(slots, 0);
    if (codes.length < count) {
      codes = new int[count];
    }
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      int slot = hash(i) & mask;
      while (slots[slot] != 0 && !same(entries[slots[slot] - 1], i)) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        if (entryCount == MOST_ENTRIES || (i >= TRIAL && entryCount > i / 4 * 3)) {
          return null;
        }
        if (entryCount == entries.length) {
          entries = Arrays.copyOf(entries, entryCount * 2);
        }
        entries[entryCount++] = i;
        slots[slot] = entryCount;
      }
      codes[i] = slots[slot] - 1;
    }
    encoded = pays();
    return encoded ? codes : null;
  }

  /// Whether the last [#encode] found that a dictionary pays.
  boolean encoded() {
    return encoded;
  }

  /// Compares texts as unsigned bytes, which is the order of their code points.
  int compareTexts(int i, int j) {
    return Arrays.compareUnsigned(text, start(i), end[i], text, start(j), end[j]);
  }

  int entryCount() {
    return entryCount;
  }

  /// The value that dictionary entry `e` stands for.
  int entry(int e) {
    return entries[e];
  }

  private boolean pays() {
    long plain = isText ? textBytes + 4L * count : (long) valueBytes * count;
    long dictionary = (long) valueBytes * entryCount;
    if (isText) {
      for (int e = 0; e < entryCount; e++) {
        dictionary += 4 + end[entries[e]] - start(entries[e]);
      }
    }
    return dictionary + (long) HybridEncoder.width(entryCount - 1) * count / 8 < plain;
  }

  private boolean same(int i, int j) {
    return isText
        ? Arrays.equals(text, start(i), end[i], text, start(j), end[j])
        : numbers[i] == numbers[j];
  }

  private int hash(int i) {
    long h = isText ? 0 : numbers[i];
    if (isText) {
      for (int p = start(i); p < end[i]; p++) {
        h = h * 31 + text[p];
      }
    }
    h *= 0x9E3779B97F4A7C15L;
    return (int) (h >>> 40);
  }
}
