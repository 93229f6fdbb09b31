package org.ronghe.sphere;

import java.util.Arrays;

/// Vectors of points from all over the neighbourhood, copied together so that a question asked of
/// all of them is one run through memory, without branches, eight or sixteen points at a time.
///
/// A stack: what a smaller group of points still has to ask goes on top. One per thread.
final class Crowd {

  private final Points points;

  // Scaled weight by position, or empty when each point counts 1.
  private final int[] weightOf;

  // 1 by position for the cores, which alone weigh 1; or empty.
  private final byte[] core;

  private int[] x = new int[1 << 10];
  private int[] y = new int[1 << 10];
  private int[] z = new int[1 << 10];
  private int[] weight;

  // Marks, then the list of those marked.
  private int[] kept = new int[0];

  /// Of the last [#measure]: weight within the radius of all points of the ball for certain.
  long within;

  /// Of the last [#measure]: weight that may be within the radius of some point of the ball.
  long possible;

  private Crowd(Points points, int[] weightOf, byte[] core) {
    this.points = points;
    this.weightOf = weightOf;
    this.core = core;
    weight = new int[weightOf.length + core.length == 0 ? 0 : x.length];
  }

  /// Of points with the given weights; each weighs 1 when they are empty.
  static Crowd ofWeights(Points points, int[] weights) {
    return new Crowd(points, weights, new byte[0]);
  }

  /// Of cores, which weigh 1 each, and other points, which weigh nothing.
  static Crowd ofCores(Points points, byte[] core) {
    return new Crowd(points, new int[0], core);
  }

  /// Weight of the point at a position of the cells' order.
  int weightAt(int k) {
    if (core.length > 0) {
      return core[k];
    }
    return weightOf.length > 0 ? weightOf[k] : 1;
  }

  /// Copies the points at the positions [first, last) to the place `at`; returns the new end.
  int add(int at, int first, int last) {
    int size = last - first;
    ensure(at + size);
    System.arraycopy(points.x, first, x, at, size);
    System.arraycopy(points.y, first, y, at, size);
    System.arraycopy(points.z, first, z, at, size);
    if (weightOf.length > 0) {
      System.arraycopy(weightOf, first, weight, at, size);
    } else if (core.length > 0) {
      copyFlags(core, first, weight, at, size);
    }
    return at + size;
  }

  private static void copyFlags(byte[] flags, int first, int[] target, int at, int size) {
    for (int i = 0; i < size; i++) {
      target[at + i] = flags[first + i];
    }
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
    if (kept.length < x.length) {
      kept = new int[x.length];
    }
    int closeLimit = close < 0 ? 0 : close * close + 1;
    mark(x, y, z, kept, from, to, ball.x, ball.y, ball.z, closeLimit, far * far + 1);
    int count = squeeze(kept, from, to);
    pick(x, kept, count, to);
    pick(y, kept, count, to);
    pick(z, kept, count, to);
    if (weight.length > 0) {
      pick(weight, kept, count, to);
    }
    return to + count;
  }

  /// Marks those to be kept by 1, others by 0.
  private static void mark(
      int[] xs,
      int[] ys,
      int[] zs,
      int[] marks,
      int from,
      int to,
      int px,
      int py,
      int pz,
      int closeLimit,
      int farLimit) {
    for (int i = from; i < to; i++) {
      int dx = xs[i] - px;
      int dy = ys[i] - py;
      int dz = zs[i] - pz;
      int squared = dx * dx + dy * dy + dz * dz;
      marks[i] = (~(squared - closeLimit) & (squared - farLimit)) >>> 31;
    }
  }

  /// Turns marks into the list of those marked, from the array's beginning; returns their number.
  private static int squeeze(int[] marks, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      int mark = marks[i];
      // Never ahead of i, so no mark is lost.
      marks[count] = i;
      count += mark;
    }
    return count;
  }

  private static void pick(int[] values, int[] picked, int count, int to) {
    for (int i = 0; i < count; i++) {
      values[to + i] = values[picked[i]];
    }
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
