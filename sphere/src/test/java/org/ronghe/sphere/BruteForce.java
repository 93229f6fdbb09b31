package org.ronghe.sphere;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;

/// The definition itself: every pair by the canonical distance, every sum in exact arithmetic.
final class BruteForce {

  final boolean[] core;
  final int[] label;
  final int clusters;

  private final double[][] distance;

  BruteForce(PointSet points, double radiusMeters, double minWeight) {
    int n = points.size();
    distance = points.distances();
    double[] weight = points.weight();
    core = new boolean[n];
    label = new int[n];
    for (int i = 0; i < n; i++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int j = 0; j < n; j++) {
        if (distance[i][j] <= radiusMeters) {
          sum = sum.add(new BigDecimal(weight[j]));
        }
      }
      core[i] = sum.compareTo(new BigDecimal(minWeight)) >= 0;
    }
    Arrays.fill(label, -1);
    int found = 0;
    for (int i = 0; i < n; i++) {
      if (core[i] && label[i] < 0) {
        flood(radiusMeters, i);
        found++;
      }
    }
    clusters = found;
    for (int i = 0; i < n; i++) {
      if (!core[i]) {
        label[i] = nearestCoreLabel(radiusMeters, i);
      }
    }
  }

  private void flood(double radiusMeters, int seed) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    label[seed] = seed;
    open.add(seed);
    while (!open.isEmpty()) {
      int i = open.remove();
      for (int j = 0; j < label.length; j++) {
        if (core[j] && label[j] < 0 && distance[i][j] <= radiusMeters) {
          label[j] = seed;
          open.add(j);
        }
      }
    }
  }

  private int nearestCoreLabel(double radiusMeters, int i) {
    double least = radiusMeters;
    int nearest = -1;
    for (int j = 0; j < label.length; j++) {
      double meters = distance[i][j];
      if (core[j] && (meters < least || (meters == least && nearest < 0))) {
        least = meters;
        nearest = j;
      }
    }
    return nearest < 0 ? -1 : label[nearest];
  }
}
