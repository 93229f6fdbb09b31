package org.ronghe.rules.fast;

/// A formula over columns.
abstract class FastNumber {
  /// Leaves the number of one firm in the register.
  abstract void eval(Frames frames, int firm, Register out);

  /// Whether it is always a whole number, so that sums and products below 2^53 are exact.
  boolean isWhole() {
    return false;
  }
}
