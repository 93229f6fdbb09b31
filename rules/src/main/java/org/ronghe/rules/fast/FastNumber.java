package org.ronghe.rules.fast;

import java.lang.classfile.Label;

/// A formula over columns.
abstract class FastNumber {
  /// Leaves the number of one firm in the register.
  abstract void eval(Frames frames, int firm, Register out);

  /// Whether it is always a whole number, so that sums and products below 2^53 are exact.
  boolean isWhole() {
    return false;
  }

  /// How often it has been rounded at most, where all it rests on is plainly known; of use only
  /// where [#write] can.
  int roundings() {
    return 0;
  }

  /// Writes itself; nothing is decided where it cannot.
  ///
  /// @return the local variable
  int write(TitleCode code, Label undecided) {
    code.to().goto_(undecided);
    return code.constant(0);
  }
}
