package org.ronghe.atlas.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

/// Distinct UTF-8 strings in the order they were first added, numbered from 0. Looking up bytes
/// that are there already makes no garbage.
public final class StringTable {
  private byte[] bytes = new byte[1024];
  private int[] end = new int[64];
  private int size;
  private int[] slots = new int[128];

  /// The number of the string in `text[from, to)`, added if it is new.
  public int add(byte[] text, int from, int to) {
    int hash = hash(text, from, to);
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0) {
      int i = slots[slot] - 1;
      if (Arrays.equals(bytes, start(i), end[i], text, from, to)) {
        return i;
      }
      slot = (slot + 1) & mask;
    }
    append(text, from, to);
    slots[slot] = size;
    if (size * 2 > slots.length) {
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
    int mask = slots.length - 1;
    int slot = hash(text, from, to) & mask;
    while (slots[slot] != 0) {
      int i = slots[slot] - 1;
      if (Arrays.equals(bytes, start(i), end[i], text, from, to)) {
        return i;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
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

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(bytes, start(i), end[i]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private static int hash(byte[] text, int from, int to) {
    int h = to - from;
    for (int i = from; i < to; i++) {
      h = h * 31 + text[i];
    }
    h *= 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
