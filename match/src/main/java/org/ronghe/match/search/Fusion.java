package org.ronghe.match.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.vector.Vectors;

/// Two scores into one, and what similar candidates say about each other (decision 0026).
final class Fusion {
  private static final int NEIGHBOURS = 3;
  private static final double NEIGHBOURS_WEIGHT = 0.4;

  /// Only the first candidates are worth ordering finely: each is compared with each.
  private static final int COMPARED = 100;

  private Fusion() {}

  /// Scores in standard deviations from their mean.
  static double[] standard(double[] scores) {
    double mean = Arrays.stream(scores).average().orElse(0);
    double variance = Arrays.stream(scores).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance) + 1e-9;
    return Arrays.stream(scores).map(x -> (x - mean) / deviation).toArray();
  }

  /// What the three most similar of the first hundred candidates add to each of them: 0.4 of their
  /// mean score, each by its similarity. Texts that are alike answer the same needs, so a good
  /// candidate among good ones is surer than a lone one (van Rijsbergen's cluster hypothesis; Diaz
  /// 2005, DOI 10.1145/1099554.1099722).
  static double[] neighbours(double[] scores, float[] @Nullable [] seen) {
    double[] added = new double[scores.length];
    Integer[] first = new Integer[scores.length];
    Arrays.setAll(first, i -> i);
    Arrays.sort(
        first,
        (a, b) ->
            scores[a] == scores[b] ? Integer.compare(a, b) : Double.compare(scores[b], scores[a]));
    int compared = Math.min(COMPARED, first.length);
    float[][] similarity = new float[compared][compared];
    for (int a = 0; a < compared; a++) {
      float[] one = seen[first[a]];
      similarity[a][a] = Float.NEGATIVE_INFINITY;
      for (int b = 0; b < a; b++) {
        float[] other = seen[first[b]];
        float alike =
            one == null || other == null || one.length != other.length
                ? 0
                : Math.max(0, Vectors.dot(one, other));
        similarity[a][b] = alike;
        similarity[b][a] = alike;
      }
    }
    for (int a = 0; a < compared; a++) {
      added[first[a]] = NEIGHBOURS_WEIGHT * mean(similarity[a], scores, first);
    }
    return added;
  }

  private static double mean(float[] similarity, double[] scores, Integer[] first) {
    int[] nearest = new int[NEIGHBOURS];
    int found = 0;
    for (int b = 0; b < similarity.length; b++) {
      if (similarity[b] <= 0) {
        continue;
      }
      int place = found;
      while (place > 0 && similarity[b] > similarity[nearest[place - 1]]) {
        place--;
      }
      if (place < NEIGHBOURS) {
        found = Math.min(found + 1, NEIGHBOURS);
        System.arraycopy(nearest, place, nearest, place + 1, found - place - 1);
        nearest[place] = b;
      }
    }
    double sum = 0;
    for (int i = 0; i < found; i++) {
      sum += similarity[nearest[i]] * scores[first[nearest[i]]];
    }
    return sum / NEIGHBOURS;
  }
}
