package org.ronghe.sphere;

import java.util.Arrays;
import java.util.Random;

/// Points for a test, growing one by one.
final class PointSet {

  private double[] lat = new double[16];
  private double[] lon = new double[16];
  private double[] weight = new double[16];
  private int size;

  PointSet add(double latDegrees, double lonDegrees, double pointWeight) {
    if (size == lat.length) {
      lat = Arrays.copyOf(lat, 2 * size);
      lon = Arrays.copyOf(lon, 2 * size);
      weight = Arrays.copyOf(weight, 2 * size);
    }
    lat[size] = latDegrees;
    lon[size] = lonDegrees;
    weight[size++] = pointWeight;
    return this;
  }

  int size() {
    return size;
  }

  double[] lat() {
    return Arrays.copyOf(lat, size);
  }

  double[] lon() {
    return Arrays.copyOf(lon, size);
  }

  double[] weight() {
    return Arrays.copyOf(weight, size);
  }

  double distance(int i, int j) {
    return Geodesy.distanceMeters(lat[i], lon[i], lat[j], lon[j]);
  }

  /// All distances, each worked out once.
  double[][] distances() {
    double[][] all = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        all[i][j] = distance(i, j);
        all[j][i] = all[i][j];
      }
    }
    return all;
  }

  Clustering cluster(double radiusMeters, double minWeight, int threads) {
    return Dbscan.cluster(
        lat(), lon(), weight(), new DbscanParameters(radiusMeters, minWeight, threads));
  }

  PointSet shuffled(int[] newOrder) {
    PointSet shuffled = new PointSet();
    for (int i : newOrder) {
      shuffled.add(lat[i], lon[i], weight[i]);
    }
    return shuffled;
  }

  /// A random order of 0 until size.
  static int[] randomOrder(int size, Random random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
