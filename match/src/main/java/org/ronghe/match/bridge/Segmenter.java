package org.ronghe.match.bridge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Cuts a run of Chinese characters into words of the dictionary: as few as possible, of those cuts
/// the one with the longest words, of those the one that cuts later.
final class Segmenter {
  private static final double UNKNOWN_CHARACTER = 1.3;
  private static final double LENGTH_BONUS = 0.02;
  private static final int LONGEST = 12;

  private final BilingualDictionary dictionary;
  private final int longest;

  Segmenter(BilingualDictionary dictionary) {
    this.dictionary = dictionary;
    this.longest = Math.min(LONGEST, dictionary.longestWord());
  }

  List<String> words(String run) {
    int length = run.length();
    double[] cost = new double[length + 1];
    int[] start = new int[length + 1];
    java.util.Arrays.fill(cost, 1, length + 1, Double.POSITIVE_INFINITY);
    for (int from = 0; from < length; from++) {
      for (int to = from + 1; to <= Math.min(length, from + longest); to++) {
        boolean known = dictionary.knows(run.substring(from, to));
        if (!known && to > from + 1) {
          continue;
        }
        double word = known ? 1 - LENGTH_BONUS * (to - from) : UNKNOWN_CHARACTER;
        if (cost[from] + word < cost[to] - 1e-9) {
          cost[to] = cost[from] + word;
          start[to] = from;
        }
      }
    }
    var words = new ArrayList<String>();
    for (int to = length; to > 0; to = start[to]) {
      words.add(run.substring(start[to], to));
    }
    Collections.reverse(words);
    return words;
  }
}
