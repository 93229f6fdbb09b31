package org.ronghe.cli;

import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// Checks of options that are numbers.
final class Range {
  private Range() {}

  static int atLeast(String option, int value, int least) {
    if (value < least) {
      throw new ProblemException(ErrorCode.OPTION_INVALID, option, value + " < " + least);
    }
    return value;
  }

  /// A number above 0 and finite.
  static double positive(String option, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new ProblemException(ErrorCode.OPTION_INVALID, option, value + " ≤ 0");
    }
    return value;
  }

  /// A share written as a percentage, `1%`, or as a fraction, `0.01`; from 0 to 1.
  static double share(String option, String text) {
    try {
      String plain = text.strip();
      double share =
          plain.endsWith("%")
              ? Double.parseDouble(plain.substring(0, plain.length() - 1)) / 100
              : Double.parseDouble(plain);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one sentence for every wrong form.
    }
    throw new ProblemException(ErrorCode.OPTION_INVALID, option, "\"" + text + "\" ∉ 0%–100%");
  }
}
