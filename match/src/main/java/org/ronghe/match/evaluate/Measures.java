package org.ronghe.match.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// Measures of one ranked list against its judgements.
public final class Measures {
  private Measures() {}

  /// Normalised discounted cumulative gain of the first `depth` places (Järvelin and Kekäläinen
  /// 2002, DOI 10.1145/582415.582418, with the usual logarithm from the first place on). Empty
  /// where nothing judged has any gain.
  public static OptionalDouble ndcg(
      List<String> ranked, Map<String, Integer> levels, Gain gain, int depth) {
    double ideal = 0;
    double[] gains = levels.values().stream().mapToDouble(gain::of).sorted().toArray();
    for (int place = 0; place < Math.min(depth, gains.length); place++) {
      ideal += gains[gains.length - 1 - place] / discount(place);
    }
    if (ideal == 0) {
      return OptionalDouble.empty();
    }
    double reached = 0;
    for (int place = 0; place < Math.min(depth, ranked.size()); place++) {
      reached += gain.of(levels.getOrDefault(ranked.get(place), 0)) / discount(place);
    }
    return OptionalDouble.of(reached / ideal);
  }

  private static double discount(int place) {
    return Math.log(place + 2) / Math.log(2);
  }

  /// The share of relevant documents among the first `depth`. Empty if none is relevant.
  public static OptionalDouble recall(List<String> ranked, Set<String> relevant, int depth) {
    if (relevant.isEmpty()) {
      return OptionalDouble.empty();
    }
    var found = new HashSet<>(ranked.subList(0, Math.min(depth, ranked.size())));
    found.retainAll(relevant);
    return OptionalDouble.of((double) found.size() / relevant.size());
  }

  /// One over the place of the first relevant document, 0 if it is not in the list. Empty if none
  /// is relevant.
  public static OptionalDouble reciprocalRank(List<String> ranked, Set<String> relevant) {
    if (relevant.isEmpty()) {
      return OptionalDouble.empty();
    }
    for (int place = 0; place < ranked.size(); place++) {
      if (relevant.contains(ranked.get(place))) {
        return OptionalDouble.of(1.0 / (place + 1));
      }
    }
    return OptionalDouble.of(0);
  }

  /// Spearman's rank correlation with mean ranks for ties. Empty where one side is all equal.
  public static OptionalDouble spearman(double[] a, double[] b) {
    double[] ranksA = ranks(a);
    double[] ranksB = ranks(b);
    double mean = (a.length + 1) / 2.0;
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (ranksA[i] - mean) * (ranksB[i] - mean);
      squareA += (ranksA[i] - mean) * (ranksA[i] - mean);
      squareB += (ranksB[i] - mean) * (ranksB[i] - mean);
    }
    return squareA == 0 || squareB == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(product / Math.sqrt(squareA * squareB));
  }

  private static double[] ranks(double[] values) {
    Integer[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .toArray(Integer[]::new);
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (Integer place : Arrays.asList(order).subList(from, to)) {
        ranks[place] = rank;
      }
      from = to;
    }
    return ranks;
  }
}
