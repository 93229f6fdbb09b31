package org.ronghe.platform.exchange.internal;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One way through a file, from its first line to its last: what every row of it may need to know.
final class Pass {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Table table;
  private final @Nullable Long organisation;

  /// Hashes (FNV-1a, 64 bits) of what has to be unique: numbers, so that a million rows take
  /// megabytes. Of a million, two meet by chance once in forty million files.
  private final Set<Long> seen = new HashSet<>();

  /// @param organisation of rows that name none; null for none
  Pass(Table table, @Nullable Long organisation) {
    this.table = table;
    this.organisation = organisation;
  }

  Table table() {
    return table;
  }

  @Nullable Long organisation() {
    return organisation;
  }

  /// Whether an earlier row of the file said the same; remembers that this one does.
  ///
  /// @param what kind of thing it is
  boolean repeats(String what, String value) {
    return !seen.add(hash(what, value));
  }

  /// Remembers what a row says.
  void remember(String what, String value) {
    seen.add(hash(what, value));
  }

  /// Whether an earlier row of the file was remembered to say the same.
  boolean knows(String what, String value) {
    return seen.contains(hash(what, value));
  }

  private static long hash(String what, String value) {
    String text = what + ":" + value;
    long hash = FNV_BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
