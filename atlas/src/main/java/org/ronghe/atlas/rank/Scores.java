package org.ronghe.atlas.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Scores become ranks: on unrounded values, equal values sharing a rank, and marks where only what
/// is not printed tells two apart.
final class Scores {
  private final double[] score;
  private final int[] order;
  private final int[] rank;
  private final boolean[] nearTie;

  private Scores(double[] score, int[] order, int decimals) {
    this.score = score;
    this.order = order;
    rank = new int[score.length];
    nearTie = new boolean[score.length];
    for (int i = 0; i < order.length; i++) {
      boolean same = i > 0 && score[order[i]] == score[order[i - 1]];
      rank[order[i]] = same ? rank[order[i - 1]] : i + 1;
      if (i > 0 && !same && printed(i, decimals).equals(printed(i - 1, decimals))) {
        nearTie[order[i]] = true;
        nearTie[order[i - 1]] = true;
      }
    }
  }

  /// @param names break ties in the order of rows, not in rank
  /// @param decimals of the printed score
  static Scores of(double[] score, List<String> names, int decimals) {
    int[] order =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -score[i])
                    .thenComparing(names::get)
                    .thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    return new Scores(Arrays.copyOf(score, score.length), order, decimals);
  }

  /// Row numbers from the first rank to the last.
  int[] order() {
    return order;
  }

  /// The score of row `i`, unrounded.
  double score(int i) {
    return score[i];
  }

  /// The rank of row `i`, from 1.
  int rank(int i) {
    return rank[i];
  }

  /// True if a neighbour in the ranking has the same printed score but not the same score.
  boolean nearTie(int i) {
    return nearTie[i];
  }

  private String printed(int position, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", score[order[position]]);
  }
}
