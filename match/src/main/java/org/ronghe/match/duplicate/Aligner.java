package org.ronghe.match.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the stretches that two texts share: runs of six tokens that both have are grown both ways,
/// over single tokens that differ, and joined where little lies between them.
final class Aligner {
  private static final int GAP = 4;

  /// A shorter stretch is how people write, not a copy.
  private static final int LEAST_TOKENS = 12;

  private Aligner() {}

  static List<SharedPassage> align(TokenHashes first, TokenHashes second) {
    Map<Long, Integer> places = new HashMap<>();
    for (int at = 0; at + Fingerprints.RUN <= second.size(); at++) {
      places.putIfAbsent(run(second, at), at);
    }
    var stretches = new ArrayList<int[]>(); // from, to in first, from, to in second, same tokens
    for (int at = 0; at + Fingerprints.RUN <= first.size(); ) {
      Integer other = places.get(run(first, at));
      if (other == null) {
        at++;
        continue;
      }
      int length = 0;
      while (at + length < first.size()
          && other + length < second.size()
          && first.hash(at + length) == second.hash(other + length)) {
        length++;
      }
      if (length < Fingerprints.RUN) {
        at++; // two runs with the same hash
        continue;
      }
      join(stretches, at, other, length);
      at += length;
    }
    return stretches.stream()
        .filter(stretch -> stretch[4] >= LEAST_TOKENS)
        .map(stretch -> passage(stretch, first, second))
        .sorted(Comparator.comparingInt(SharedPassage::firstFrom))
        .toList();
  }

  private static void join(List<int[]> stretches, int at, int other, int length) {
    if (!stretches.isEmpty()) {
      int[] last = stretches.getLast();
      int between = at - last[1];
      int betweenOther = other - last[3];
      if (between >= 0 && between <= GAP && betweenOther >= 0 && betweenOther <= GAP) {
        last[1] = at + length;
        last[3] = other + length;
        last[4] += length;
        return;
      }
    }
    stretches.add(new int[] {at, at + length, other, other + length, length});
  }

  private static SharedPassage passage(int[] stretch, TokenHashes first, TokenHashes second) {
    return new SharedPassage(
        first.start(stretch[0]),
        first.end(stretch[1] - 1),
        second.start(stretch[2]),
        second.end(stretch[3] - 1),
        stretch[4]);
  }

  private static long run(TokenHashes tokens, int from) {
    long hash = 7;
    for (int i = from; i < from + Fingerprints.RUN; i++) {
      hash = hash * 0x9E3779B97F4A7C15L + tokens.hash(i);
    }
    return hash;
  }
}
