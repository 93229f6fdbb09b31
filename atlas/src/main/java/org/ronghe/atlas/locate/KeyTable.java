package org.ronghe.atlas.locate;

/// Numbers by organisation key: open addressing over primitives.
final class KeyTable {
  private long[] keys = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  /// The number of `key`, or -1.
  int find(long key) {
    if (key == 0) {
      return -1;
    }
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return values[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /// Gives `key` a number, replacing the one it has.
  void put(long key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    size += keys[slot] == 0 ? 1 : 0;
    keys[slot] = key;
    values[slot] = value;
  }

  /// Replaces each number `i` by `number[i]`.
  void renumber(int[] number) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) {
        values[slot] = number[values[slot]];
      }
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  private static int slot(long key, int mask) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
  }
}
