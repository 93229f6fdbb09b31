package org.ronghe.rules.fast;

/// Where a node leaves its number: the ends of its range, how far doubles may be off, and why it is
/// not known. One for each thread.
final class Register {
  static final int MISSING = 1;
  static final int HUMAN = 2;
  static final int UNBOUNDED = 4;
  static final int NOT_ASKED = 8;

  double low;
  double high;

  /// Bound of the error of either end.
  double error;

  int flags;

  /// The number as a fraction, for when doubles cannot tell; `bottom` is above 0, or 0 where the
  /// fraction is not at hand.
  long top;

  long bottom;

  /// Values that several nodes use, each with the round it was worked out in.
  final double[] lows;

  final double[] highs;
  final double[] errors;
  final int[] marks;
  final int[] rounds;
  final long[] tops;
  final long[] bottoms;
  int round;

  Register(int values) {
    lows = new double[values];
    highs = new double[values];
    errors = new double[values];
    marks = new int[values];
    rounds = new int[values];
    tops = new long[values];
    bottoms = new long[values];
  }

  void exactly(double value) {
    range(value, value, 0, 0);
  }

  void nearly(double value, double off) {
    range(value, value, off, 0);
  }

  void nearly(double value, double off, long fractionTop, long fractionBottom) {
    range(value, value, off, 0);
    top = fractionTop;
    bottom = fractionBottom;
  }

  void range(double least, double most, double off, int doubts) {
    low = least;
    high = most;
    error = off;
    flags = doubts;
    bottom = 0;
  }

  void unknown(int doubt) {
    range(0, 0, 0, UNBOUNDED | doubt);
  }

  void notAsked() {
    range(0, 0, 0, UNBOUNDED | MISSING | NOT_ASKED);
  }

  /// Whether it is one number.
  boolean isKnown() {
    return low == high && (flags & (UNBOUNDED | NOT_ASKED)) == 0;
  }

  boolean isBounded() {
    return (flags & (UNBOUNDED | NOT_ASKED)) == 0;
  }

  /// A number that is known has no doubt.
  void settle() {
    if (low == high && (flags & (UNBOUNDED | NOT_ASKED)) == 0 && error == 0) {
      flags = 0;
    }
  }

  void keep(int index) {
    rounds[index] = round;
    lows[index] = low;
    highs[index] = high;
    errors[index] = error;
    marks[index] = flags;
    tops[index] = top;
    bottoms[index] = bottom;
  }

  void recall(int index) {
    low = lows[index];
    high = highs[index];
    error = errors[index];
    flags = marks[index];
    top = tops[index];
    bottom = bottoms[index];
  }
}
