package org.ronghe.atlas.source;

import java.util.Arrays;

/// Distinct organisations, numbered from 0 in the order they were first added: an OpenAlex key, a
/// ROR key, a name. Two entries are the same when their identifiers are, or, where neither has one,
/// when their names are. The first name that is not empty stays.
public final class OrganisationTable {
  private int size;
  private long[] openAlexKey = new long[64];
  private long[] rorKey = new long[64];
  private int[] name = new int[64];
  private int[] slots = new int[128];
  private final StringTable names = new StringTable();

  /// The number of the organisation, added if it is new.
  ///
  /// @param openAlexKey see [OrganisationKey], or 0
  /// @param rorKey see [OrganisationKey], or 0
  /// @param text holds the UTF-8 name in `[from, to)`
  public int add(long openAlexKey, long rorKey, byte[] text, int from, int to) {
    boolean anonymous = openAlexKey == 0 && rorKey == 0;
    int nameIndex = anonymous ? names.add(text, from, to) : -1;
    int mask = slots.length - 1;
    int slot = hash(openAlexKey, rorKey, nameIndex) & mask;
    while (slots[slot] != 0) {
      int i = slots[slot] - 1;
      if (this.openAlexKey[i] == openAlexKey
          && this.rorKey[i] == rorKey
          && (!anonymous || name[i] == nameIndex)) {
        if (!anonymous && from < to && names.start(name[i]) == names.end(name[i])) {
          name[i] = names.add(text, from, to);
        }
        return i;
      }
      slot = (slot + 1) & mask;
    }
    if (size == name.length) {
      this.openAlexKey = Arrays.copyOf(this.openAlexKey, size * 2);
      this.rorKey = Arrays.copyOf(this.rorKey, size * 2);
      name = Arrays.copyOf(name, size * 2);
    }
    this.openAlexKey[size] = openAlexKey;
    this.rorKey[size] = rorKey;
    name[size] = anonymous ? nameIndex : names.add(text, from, to);
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  /// The number of the organisation, added if it is new.
  public int add(long openAlexKey, long rorKey, String name) {
    byte[] utf8 = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return add(openAlexKey, rorKey, utf8, 0, utf8.length);
  }

  /// The number that organisation `i` has in `other`, added if it is new there.
  public int addTo(OrganisationTable other, int i) {
    int n = name[i];
    return other.add(openAlexKey[i], rorKey[i], names.bytes(), names.start(n), names.end(n));
  }

  /// True if the name of organisation `i` is not empty.
  public boolean hasName(int i) {
    return names.start(name[i]) < names.end(name[i]);
  }

  /// How many organisations there are.
  public int size() {
    return size;
  }

  /// The OpenAlex key of organisation `i`, or 0.
  public long openAlexKey(int i) {
    return openAlexKey[i];
  }

  /// The ROR key of organisation `i`, or 0.
  public long rorKey(int i) {
    return rorKey[i];
  }

  /// The name of organisation `i`, possibly empty.
  public String name(int i) {
    return names.get(name[i]);
  }

  /// The identifier of organisation `i` as a URL: its ROR id, else its OpenAlex id, else empty.
  public String id(int i) {
    return OrganisationKey.url(rorKey[i] != 0 ? rorKey[i] : openAlexKey[i]);
  }

  private static int hash(long openAlexKey, long rorKey, int nameIndex) {
    long h = (openAlexKey * 31 + rorKey - nameIndex) * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(openAlexKey[i], rorKey[i], isAnonymous(i) ? name[i] : -1) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private boolean isAnonymous(int i) {
    return openAlexKey[i] == 0 && rorKey[i] == 0;
  }
}
