package org.ronghe.match.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Levels as a weighted sum of features (ridge regression; Hoerl and Kennard 1970, DOI
/// 10.1080/00401706.1970.10488634). Features are taken in standard deviations, so that weights can
/// be compared.
final class Ridge {
  private static final double PENALTY = 10;

  private final double[] means;
  private final double[] deviations;
  private final double[] weights;
  private final double meanLevel;

  private Ridge(double[] means, double[] deviations, double[] weights, double meanLevel) {
    this.means = means;
    this.deviations = deviations;
    this.weights = weights;
    this.meanLevel = meanLevel;
  }

  static Ridge fit(List<DecidedPair> pairs) {
    int size = DecidedPair.FEATURES.size();
    double[] means = new double[size];
    double[] deviations = new double[size];
    for (int f = 0; f < size; f++) {
      int number = f;
      double mean = pairs.stream().mapToDouble(pair -> pair.feature(number)).average().orElse(0);
      double variance =
          pairs.stream()
              .mapToDouble(pair -> (pair.feature(number) - mean) * (pair.feature(number) - mean))
              .average()
              .orElse(0);
      means[f] = mean;
      deviations[f] = Math.sqrt(variance) + 1e-9;
    }
    double meanLevel = pairs.stream().mapToDouble(DecidedPair::level).average().orElse(0);
    double[][] products = new double[size][size + 1];
    for (DecidedPair pair : pairs) {
      for (int a = 0; a < size; a++) {
        double one = (pair.feature(a) - means[a]) / deviations[a];
        for (int b = 0; b < size; b++) {
          products[a][b] += one * (pair.feature(b) - means[b]) / deviations[b];
        }
        products[a][size] += one * (pair.level() - meanLevel);
      }
    }
    for (int f = 0; f < size; f++) {
      products[f][f] += PENALTY;
    }
    return new Ridge(means, deviations, solved(products), meanLevel);
  }

  double predict(DecidedPair pair) {
    double level = meanLevel;
    for (int f = 0; f < weights.length; f++) {
      level += weights[f] * (pair.feature(f) - means[f]) / deviations[f];
    }
    return level;
  }

  Map<String, Double> weights() {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int f = 0; f < weights.length; f++) {
      named.put(DecidedPair.FEATURES.get(f), weights[f]);
    }
    return named;
  }

  /// Gaussian elimination with the greatest pivot.
  private static double[] solved(double[][] rows) {
    int size = rows.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = rows[column];
      rows[column] = rows[pivot];
      rows[pivot] = swapped;
      for (int row = 0; row < size; row++) {
        if (row != column) {
          double factor = rows[row][column] / rows[column][column];
          for (int c = column; c <= size; c++) {
            rows[row][c] -= factor * rows[column][c];
          }
        }
      }
    }
    double[] solution = new double[size];
    Arrays.setAll(solution, row -> rows[row][size] / rows[row][row]);
    return solution;
  }
}
