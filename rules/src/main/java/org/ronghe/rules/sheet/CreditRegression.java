package org.ronghe.rules.sheet;

import java.util.Arrays;

/// A partial credit model of one question: answer `c` has the odds `exp(a[c] + c · b·x)`.
///
/// Fitted by Newton's steps on the likelihood less a small penalty for large coefficients, which
/// keeps answers that nobody gave possible and makes the problem strictly convex.
final class CreditRegression {
  private static final double PENALTY = 0.5;
  private static final int MOST_STEPS = 30;
  private static final double CLOSE = 1e-6;

  private final int kinds;
  private final double[] coefficients;

  private CreditRegression(int kinds, double[] coefficients) {
    this.kinds = kinds;
    this.coefficients = coefficients;
  }

  /// Fits one question.
  ///
  /// @param own answers by sheet; [AnswerSheet#NONE] are left out
  /// @param features by sheet
  static CreditRegression fit(int kinds, int[] own, double[][] features) {
    int size = kinds - 1 + features[0].length;
    var model = new CreditRegression(kinds, new double[size]);
    for (int step = 0; step < MOST_STEPS; step++) {
      var gradient = new double[size];
      var curvature = new double[size][size];
      for (int k = 0; k < size; k++) {
        gradient[k] = -PENALTY * model.coefficients[k];
        curvature[k][k] = PENALTY;
      }
      for (int i = 0; i < own.length; i++) {
        if (own[i] != AnswerSheet.NONE) {
          model.add(own[i], features[i], gradient, curvature);
        }
      }
      solve(curvature, gradient);
      double longest = 0;
      for (int k = 0; k < size; k++) {
        longest = Math.max(longest, Math.abs(gradient[k]));
      }
      // A long first step can overshoot; the likelihood is concave, so shorter ones arrive.
      double scale = longest > 2 ? 2 / longest : 1;
      for (int k = 0; k < size; k++) {
        model.coefficients[k] += scale * gradient[k];
      }
      if (longest < CLOSE) {
        break;
      }
    }
    return model;
  }

  double[] probabilities(double[] feature) {
    double slope = 0;
    for (int k = 0; k < feature.length; k++) {
      slope += coefficients[kinds - 1 + k] * feature[k];
    }
    var found = new double[kinds];
    double most = 0;
    for (int kind = 1; kind < kinds; kind++) {
      found[kind] = coefficients[kind - 1] + kind * slope;
      most = Math.max(most, found[kind]);
    }
    double sum = 0;
    for (int kind = 0; kind < kinds; kind++) {
      found[kind] = Math.exp(found[kind] - most);
      sum += found[kind];
    }
    for (int kind = 0; kind < kinds; kind++) {
      found[kind] /= sum;
    }
    return found;
  }

  /// Adds one answer's part of the gradient and of the negative Hessian: the first is the answer's
  /// own statistics less their mean, the second their covariance.
  private void add(int answer, double[] feature, double[] gradient, double[][] curvature) {
    var chances = probabilities(feature);
    double mean = 0;
    double square = 0;
    for (int kind = 1; kind < kinds; kind++) {
      mean += kind * chances[kind];
      square += (double) kind * kind * chances[kind];
    }
    int first = kinds - 1;
    for (int kind = 1; kind < kinds; kind++) {
      double chance = chances[kind];
      gradient[kind - 1] += (answer == kind ? 1 : 0) - chance;
      for (int other = 1; other < kinds; other++) {
        curvature[kind - 1][other - 1] += (other == kind ? chance : 0) - chance * chances[other];
      }
      double with = chance * (kind - mean);
      for (int k = 0; k < feature.length; k++) {
        curvature[kind - 1][first + k] += with * feature[k];
        curvature[first + k][kind - 1] += with * feature[k];
      }
    }
    double spread = square - mean * mean;
    for (int k = 0; k < feature.length; k++) {
      gradient[first + k] += (answer - mean) * feature[k];
      for (int other = 0; other < feature.length; other++) {
        curvature[first + k][first + other] += spread * feature[k] * feature[other];
      }
    }
  }

  /// Solves a positive definite system by elimination; the answer takes the place of the right
  /// side.
  private static void solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = pivot + 1; row < n; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        if (factor != 0) {
          for (int column = pivot; column < n; column++) {
            matrix[row][column] -= factor * matrix[pivot][column];
          }
          right[row] -= factor * right[pivot];
        }
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int column = row + 1; column < n; column++) {
        right[row] -= matrix[row][column] * right[column];
      }
      right[row] /= matrix[row][row];
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(coefficients);
  }
}
