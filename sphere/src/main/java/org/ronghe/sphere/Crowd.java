package org.ronghe.sphere;

import java.util.Arrays;

/// Vectors of points from all over the neighbourhood, copied together so that a question asked of
/// all of them is one run through memory, without branches, eight or sixteen points at a time.
///
/// A stack: what a smaller group of points still has to ask goes on top. One per thread.
final class Crowd {

  private static final int[] COUNTING = new int[0];
  private static final byte[] EVERYBODY = new byte[0];

  private final Points points;

  // Scaled weight by position, or empty when each point counts 1.
  private final int[] weightOf;

  // 1 by position for the points that count, or empty when all do.
  private final byte[] countsOf;

  private int[] x = new int[1 << 10];
  private int[] y = new int[1 << 10];
  private int[] z = new int[1 << 10];
  private int[] weight = COUNTING;

  /// Of the last [#measure]: weight within the radius of all points of the ball for certain.
  long within;

  /// Of the last [#measure]: weight that may be within the radius of some point of the ball.
  long possible;

  private Crowd(Points points, int[] weightOf, byte[] countsOf) {
    this.points = points;
    this.weightOf = weightOf;
    this.countsOf = countsOf;
    weight = new int[weightOf.length == 0 ? 0 : x.length];
  }

  /// Of points with the given weights; each weighs 1 when they are empty.
  static Crowd ofWeights(Points points, int[] weights) {
    return new Crowd(points, weights, EVERYBODY);
  }

  /// Of cores only, which weigh 1 each.
  static Crowd ofCores(Points points, byte[] core) {
    return new Crowd(points, COUNTING, core);
  }

  /// Weight of the point at a position of the cells' order.
  int weightAt(int k) {
    if (countsOf.length > 0) {
      return countsOf[k];
    }
    return weightOf.length > 0 ? weightOf[k] : 1;
  }

  /// Copies the points at the positions [first, last) to the place `at`; returns the new end.
  int add(int at, int first, int last) {
    int size = last - first;
    ensure(at + size);
    if (countsOf.length > 0) {
      int end = at;
      for (int k = first; k < last; k++) {
        x[end] = points.x[k];
        y[end] = points.y[k];
        z[end] = points.z[k];
        end += countsOf[k];
      }
      return end;
    }
    System.arraycopy(points.x, first, x, at, size);
    System.arraycopy(points.y, first, y, at, size);
    System.arraycopy(points.z, first, z, at, size);
    if (weightOf.length > 0) {
      System.arraycopy(weightOf, first, weight, at, size);
    }
    return at + size;
  }

  /// Adds up the weight within two distances of a place among those at [from, to).
  ///
  /// @param close in steps, for [#within]; none is when negative
  /// @param far in steps, for [#possible]
  void measure(int from, int to, Ball ball, int close, int far) {
    int closeLimit = close < 0 ? 0 : close * close + 1;
    int farLimit = far * far + 1;
    if (weight.length > 0) {
      weigh(x, y, z, weight, from, to, ball.x, ball.y, ball.z, closeLimit, farLimit);
    } else {
      count(x, y, z, from, to, ball.x, ball.y, ball.z, closeLimit, farLimit);
    }
  }

  // The sign of the difference to the limit counts; comparisons would not vectorise.
  private void count(
      int[] xs,
      int[] ys,
      int[] zs,
      int from,
      int to,
      int px,
      int py,
      int pz,
      int closeLimit,
      int farLimit) {
    int inside = 0;
    int some = 0;
    for (int i = from; i < to; i++) {
      int dx = xs[i] - px;
      int dy = ys[i] - py;
      int dz = zs[i] - pz;
      int squared = dx * dx + dy * dy + dz * dz;
      inside += (squared - closeLimit) >>> 31;
      some += (squared - farLimit) >>> 31;
    }
    within = inside;
    possible = some;
  }

  private void weigh(
      int[] xs,
      int[] ys,
      int[] zs,
      int[] ws,
      int from,
      int to,
      int px,
      int py,
      int pz,
      int closeLimit,
      int farLimit) {
    long inside = 0;
    long some = 0;
    for (int i = from; i < to; i++) {
      int dx = xs[i] - px;
      int dy = ys[i] - py;
      int dz = zs[i] - pz;
      int squared = dx * dx + dy * dy + dz * dz;
      inside += ws[i] & ((squared - closeLimit) >> 31);
      some += ws[i] & ((squared - farLimit) >> 31);
    }
    within = inside;
    possible = some;
  }

  /// Copies those at [from, to) that are neither within the close distance nor beyond the far one
  /// to the end; returns the new end.
  int keepBetween(int from, int to, Ball ball, int close, int far) {
    ensure(2 * to - from);
    int closeLimit = close < 0 ? 0 : close * close + 1;
    int farLimit = far * far + 1;
    boolean weighed = weight.length > 0;
    int end = to;
    for (int i = from; i < to; i++) {
      int dx = x[i] - ball.x;
      int dy = y[i] - ball.y;
      int dz = z[i] - ball.z;
      int squared = dx * dx + dy * dy + dz * dz;
      x[end] = x[i];
      y[end] = y[i];
      z[end] = z[i];
      if (weighed) {
        weight[end] = weight[i];
      }
      end += (~(squared - closeLimit) & (squared - farLimit)) >>> 31;
    }
    return end;
  }

  private void ensure(int size) {
    if (size > x.length) {
      int capacity = Math.max(size, 2 * x.length);
      x = Arrays.copyOf(x, capacity);
      y = Arrays.copyOf(y, capacity);
      z = Arrays.copyOf(z, capacity);
      weight = weight.length == 0 ? weight : Arrays.copyOf(weight, capacity);
    }
  }
}
