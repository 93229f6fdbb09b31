package org.ronghe.match.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Levels as a weighted sum of features (ridge regression; Hoerl and Kennard 1970, DOI
/// 10.1080/00401706.1970.10488634). Features are taken in standard deviations, so that weights can
/// be compared.
final class Ridge {
  private static final double PENALTY = 10;

  /// A feature that hardly varies among the decisions says nothing and gets no weight.
  private static final double LEAST_DEVIATION = 1e-6;

  private final List<Weight> table;
  private final double meanLevel;

  /// @param table one row a feature, in the order of [DecidedPair#FEATURES]
  /// @param meanLevel of the decisions
  Ridge(List<Weight> table, double meanLevel) {
    this.table = List.copyOf(table);
    this.meanLevel = meanLevel;
  }

  /// What a feature counts.
  ///
  /// @param of the feature
  /// @param mean of it among the decisions
  /// @param deviation standard deviation of it, above 0
  /// @param weight levels a standard deviation
  record Weight(String of, double mean, double deviation, double weight) {}

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
      deviations[f] = Math.sqrt(variance);
    }
    double meanLevel = pairs.stream().mapToDouble(DecidedPair::level).average().orElse(0);
    double[][] products = new double[size][size + 1];
    double[] standard = new double[size];
    for (DecidedPair pair : pairs) {
      for (int f = 0; f < size; f++) {
        standard[f] =
            deviations[f] < LEAST_DEVIATION ? 0 : (pair.feature(f) - means[f]) / deviations[f];
      }
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          products[a][b] += standard[a] * standard[b];
        }
        products[a][size] += standard[a] * (pair.level() - meanLevel);
      }
    }
    for (int f = 0; f < size; f++) {
      products[f][f] += PENALTY;
    }
    double[] weights = solved(products);
    var table = new ArrayList<Weight>();
    for (int f = 0; f < size; f++) {
      boolean varies = deviations[f] >= LEAST_DEVIATION;
      table.add(
          new Weight(
              DecidedPair.FEATURES.get(f),
              means[f],
              varies ? deviations[f] : 1,
              varies ? weights[f] : 0));
    }
    return new Ridge(table, meanLevel);
  }

  double predict(DecidedPair pair) {
    double level = meanLevel;
    for (int f = 0; f < table.size(); f++) {
      Weight weight = table.get(f);
      level += weight.weight() * (pair.feature(f) - weight.mean()) / weight.deviation();
    }
    return level;
  }

  List<Weight> table() {
    return table;
  }

  double meanLevel() {
    return meanLevel;
  }

  Map<String, Double> weights() {
    Map<String, Double> named = new LinkedHashMap<>();
    table.forEach(weight -> named.put(weight.of(), weight.weight()));
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
