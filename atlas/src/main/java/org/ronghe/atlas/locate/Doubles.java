package org.ronghe.atlas.locate;

import java.util.Arrays;

/// A growing list of `double`.
final class Doubles {
  private double[] values = new double[64];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  double get(int i) {
    return values[i];
  }

  void set(int i, double value) {
    values[i] = value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
