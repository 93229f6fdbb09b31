package org.ronghe.match.duplicate;

import java.util.Arrays;

/// The fingerprints of a text: hashes of runs of six tokens, of so many neighbouring ones the
/// smallest (winnowing; Schleimer, Wilkerson and Aiken 2003, DOI 10.1145/872757.872770).
final class Fingerprints {
  static final int RUN = 6;

  /// So that every shared run of nine tokens shares one.
  static final int CLOSE = 4;

  private Fingerprints() {}

  /// Distinct fingerprints of 40 bits, ascending.
  ///
  /// @param window of so many neighbouring runs one is chosen: every shared run of `RUN + window -
  ///   1` tokens shares one
  static long[] of(TokenHashes tokens, int window) {
    int runs = tokens.size() - RUN + 1;
    if (runs <= 0) {
      return new long[0];
    }
    long[] hashes = new long[runs];
    for (int from = 0; from < runs; from++) {
      long hash = 1469598103934665603L;
      for (int i = from; i < from + RUN; i++) {
        hash = (hash ^ tokens.hash(i)) * 1099511628211L;
      }
      hash ^= hash >>> 29;
      hash *= 0xBF58476D1CE4E5B9L;
      hashes[from] = (hash ^ (hash >>> 32)) >>> 24;
    }
    long[] chosen = new long[runs];
    int size = 0;
    int last = -1;
    int windows = Math.max(1, runs - window + 1);
    for (int from = 0; from < windows; from++) {
      int least = from;
      for (int i = from + 1; i < Math.min(runs, from + window); i++) {
        if (hashes[i] <= hashes[least]) {
          least = i;
        }
      }
      if (least != last) {
        chosen[size++] = hashes[least];
        last = least;
      }
    }
    Arrays.sort(chosen, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || chosen[i] != chosen[distinct - 1]) {
        chosen[distinct++] = chosen[i];
      }
    }
    return Arrays.copyOf(chosen, distinct);
  }
}
