package org.ronghe.atlas.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

/// Distinct UTF-8 strings in the order they were first added, numbered from 0. Looking up bytes
/// that are there already makes no garbage.
public final class StringTable {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1024];
  private int[] end = new int[64];
  private int size;

  /// Open addressing: the hash in the upper half, the number plus one in the lower, so that neither
  /// a collision nor growing looks at the strings; 0 is free.
  private long[] slots = new long[128];

  /// The number of the string in `text[from, to)`, added if it is new.
  public int add(byte[] text, int from, int to) {
    int hash = hash(text, from, to);
    int slot = slot(hash, text, from, to);
    if (slots[slot] != 0) {
      return (int) slots[slot] - 1;
    }
    append(text, from, to);
    slots[slot] = ((long) hash << 32) | size;
    if (size > slots.length / 3 * 2) {
      rehash();
    }
    return size - 1;
  }

  /// The number of `text`, added if it is new.
  public int add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return add(utf8, 0, utf8.length);
  }

  /// The number of the string in `text[from, to)`, or -1 if it is not there.
  public int find(byte[] text, int from, int to) {
    return (int) slots[slot(hash(text, from, to), text, from, to)] - 1;
  }

  /// The bytes that all strings stand in; see [#start] and [#end].
  public byte[] bytes() {
    return bytes;
  }

  /// Where string `i` starts in [#bytes].
  public int start(int i) {
    return i == 0 ? 0 : end[i - 1];
  }

  /// Where string `i` ends in [#bytes], exclusive.
  public int end(int i) {
    return end[i];
  }

  /// String `i`.
  public String get(int i) {
    return new String(bytes, start(i), end[i] - start(i), StandardCharsets.UTF_8);
  }

  /// How many strings there are.
  public int size() {
    return size;
  }

  /// The numbers that the strings of this table have in `other`, adding those it lacks.
  public int[] into(StringTable other) {
    int[] number = new int[size];
    for (int i = 0; i < size; i++) {
      number[i] = other.add(bytes, start(i), end[i]);
    }
    return number;
  }

  /// Every string, decoded once.
  public String[] toArray() {
    IntFunction<String> get = this::get;
    var all = new String[size];
    Arrays.setAll(all, get);
    return all;
  }

  private void append(byte[] text, int from, int to) {
    int before = start(size);
    int length = to - from;
    if (before + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, before + length));
    }
    System.arraycopy(text, from, bytes, before, length);
    if (size == end.length) {
      end = Arrays.copyOf(end, size * 2);
    }
    end[size++] = before + length;
  }

  /// The slot that holds the string, or the free one where it belongs.
  private int slot(int hash, byte[] text, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0) {
      if ((int) (slots[slot] >>> 32) == hash) {
        int i = (int) slots[slot] - 1;
        if (Arrays.equals(bytes, start(i), end[i], text, from, to)) {
          return slot;
        }
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    var old = slots;
    slots = new long[old.length * 2];
    int mask = slots.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int slot = (int) (entry >>> 32) & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = entry;
      }
    }
  }

  /// Eight bytes at a time, multiplied and folded so that every byte reaches every bit.
  private static int hash(byte[] text, int from, int to) {
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
    return (int) (h ^ (h >>> 32));
  }

  private static long mix(long h) {
    long product = h * 0x9E3779B97F4A7C15L;
    return (product ^ (product >>> 29)) * 0xBF58476D1CE4E5B9L;
  }
}
