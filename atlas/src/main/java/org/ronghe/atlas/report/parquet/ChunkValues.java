package org.ronghe.atlas.report.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one column in one row group, absent ones left out, with their dictionary where it
/// pays: numbers as the bits of a long, texts as slices of one array, or, where the column has few
/// and knows them beforehand, as numbers in a list of them.
///
/// Whether it pays is decided by size alone, so the same values always give the same bytes.
final class ChunkValues {
  private static final int MOST_ENTRIES = 1 << 16;

  /// After so many values a column that hardly repeats itself is given up on.
  private static final int TRIAL = 1 << 14;

  private final boolean isText;
  private final boolean isCoded;
  private final int valueBytes;
  int count;
  long[] numbers = {};
  byte[] text = {};
  private int[] end = {};
  private int textBytes;

  /// Of a coded column each value's place in [#end], and each place's entry plus one.
  private int[] symbols = {};

  private int[] entryOfSymbol = {};

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
    isCoded = false;
  }

  /// For values out of `texts`.
  ChunkValues(List<String> texts) {
    valueBytes = 0;
    isText = true;
    isCoded = true;
    end = new int[texts.size()];
    entryOfSymbol = new int[texts.size()];
    for (int i = 0; i < end.length; i++) {
      byte[] utf8 = texts.get(i).getBytes(StandardCharsets.UTF_8);
      append(utf8, 0, utf8.length);
      end[i] = textBytes;
    }
  }

  void clear(int capacity) {
    count = 0;
    textBytes = 0;
    if (isCoded && symbols.length < capacity) {
      symbols = new int[capacity];
    } else if (isText && !isCoded && end.length < capacity) {
      end = new int[capacity];
    } else if (!isText && numbers.length < capacity) {
      numbers = new long[capacity];
    }
  }

  void add(long bits) {
    numbers[count++] = bits;
  }

  /// Adds the text of a coded column that has this number.
  void addCoded(int symbol) {
    symbols[count] = symbol;
    textBytes += end(count) - start(count);
    count++;
  }

  void add(byte[] from, int start, int stop) {
    append(from, start, stop);
    end[count++] = textBytes;
  }

  private void append(byte[] from, int start, int stop) {
    int length = stop - start;
    if (textBytes + length > text.length) {
      text = Arrays.copyOf(text, Math.max(1 << 16, Math.max(text.length * 2, textBytes + length)));
    }
    System.arraycopy(from, start, text, textBytes, length);
    textBytes += length;
  }

  /// Where text `i` starts in [#text].
  int start(int i) {
    int at = isCoded ? symbols[i] : i;
    return at == 0 ? 0 : end[at - 1];
  }

  /// Where text `i` ends in [#text].
  int end(int i) {
    return end[isCoded ? symbols[i] : i];
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
    Arrays.fill(entryOfSymbol, 0);
    if (codes.length < count) {
      codes = new int[count];
    }
    for (int i = 0; i < count; i++) {
      int entry = isCoded ? entryOfSymbol[symbols[i]] : 0;
      if (entry == 0) {
        entry = entryOf(i);
        if (entry == 0) {
          return null;
        }
        if (isCoded) {
          entryOfSymbol[symbols[i]] = entry;
        }
      }
      codes[i] = entry - 1;
    }
    encoded = pays();
    return encoded ? codes : null;
  }

  /// The entry plus one of value `i`, made if need be; 0 if there are too many.
  private int entryOf(int i) {
    int mask = slots.length - 1;
    int slot = hash(i) & mask;
    while (slots[slot] != 0 && !same(entries[slots[slot] - 1], i)) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot] == 0) {
      if (entryCount == MOST_ENTRIES || (i >= TRIAL && entryCount > i / 4 * 3)) {
        return 0;
      }
      if (entryCount == entries.length) {
        entries = Arrays.copyOf(entries, entryCount * 2);
      }
      entries[entryCount++] = i;
      slots[slot] = entryCount;
    }
    return slots[slot];
  }

  /// Whether the last [#encode] found that a dictionary pays.
  boolean encoded() {
    return encoded;
  }

  /// Compares texts as unsigned bytes, which is the order of their code points.
  int compareTexts(int i, int j) {
    return Arrays.compareUnsigned(text, start(i), end(i), text, start(j), end(j));
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
        dictionary += 4 + end(entries[e]) - start(entries[e]);
      }
    }
    return dictionary + (long) HybridEncoder.width(entryCount - 1) * count / 8 < plain;
  }

  private boolean same(int i, int j) {
    return isText
        ? Arrays.equals(text, start(i), end(i), text, start(j), end(j))
        : numbers[i] == numbers[j];
  }

  private int hash(int i) {
    long h = isText ? 0 : numbers[i];
    if (isText) {
      for (int p = start(i); p < end(i); p++) {
        h = h * 31 + text[p];
      }
    }
    h *= 0x9E3779B97F4A7C15L;
    return (int) (h >>> 40);
  }
}
