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

  /// Values that several nodes use, each with the round it was worked out in.
  final double[] lows;

  final double[] highs;
  final double[] errors;
  final int[] marks;
  final int[] rounds;
  int round;

  Register(int values) {
    lows = new double[values];
    highs = new double[values];
    errors = new double[values];
    marks = new int[values];
    rounds = new int[values];
  }

  void exactly(double value) {
    low = value;
    high = value;
    error = 0;
    flags = 0;
  }

  void nearly(double value, double off) {
    low = value;
    high = value;
    error = off;
    flags = 0;
  }

  void unknown(int doubt) {
    low = 0;
    high = 0;
    error = 0;
    flags = UNBOUNDED | doubt;
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
}
