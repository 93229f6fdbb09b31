package org.ronghe.rules.fast;

import org.ronghe.rules.number.Exact;

/// Fractions of two 64-bit numbers, compared and calculated with without a rounding: criteria are
/// quotients held against decimals, and one in a dozen lies where doubles cannot tell.
///
/// Denominators are above 0; 0 stands for a fraction that is not at hand. Fractions are not
/// reduced: what grows past 64 bits is given up, and the explaining evaluator decides.
final class Fractions {
  /// What [#compare] gives where a fraction is not at hand.
  static final int UNSURE = 2;

  private static final double WHOLE_LIMIT = 0x1p53;

  private Fractions() {}

  /// The denominator of a double that is known to be exact: 1 if it is a whole number, else 0.
  static long bottomOf(double value, double error) {
    return error == 0 && Math.abs(value) <= WHOLE_LIMIT && value == Math.rint(value) ? 1 : 0;
  }

  /// The denominator of an exact number if both parts fit, else 0.
  static long bottomOf(Exact number) {
    return number.numerator().bitLength() < Long.SIZE - 1
            && number.denominator().bitLength() < Long.SIZE - 1
        ? number.denominator().longValue()
        : 0;
  }

  /// Compares two fractions by the 128-bit products across.
  ///
  /// @return below 0, 0 or above 0, or [#UNSURE]
  static int compare(long topA, long bottomA, long topB, long bottomB) {
    if (bottomA == 0 || bottomB == 0) {
      return UNSURE;
    }
    long high = Math.multiplyHigh(topA, bottomB);
    long otherHigh = Math.multiplyHigh(topB, bottomA);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(topA * bottomB, topB * bottomA);
  }

  /// Whether a product of two numbers fits.
  static boolean fits(long a, long b) {
    return Math.multiplyHigh(a, b) == (a * b) >> (Long.SIZE - 1);
  }

  /// Puts a sum, or a difference for `sign` -1, in a register that has its double already.
  static void add(Register out, long topA, long bottomA, long topB, long bottomB, int sign) {
    out.bottom = 0;
    if (bottomA == 0 || bottomB == 0) {
      return;
    }
    if (bottomA == bottomB) {
      long sum = topA + sign * topB;
      if (((topA ^ sum) & ((sign * topB) ^ sum)) >= 0) {
        out.top = sum;
        out.bottom = bottomA;
      }
      return;
    }
    if (fits(topA, bottomB) && fits(topB, bottomA) && fits(bottomA, bottomB)) {
      long left = topA * bottomB;
      long right = sign * (topB * bottomA);
      long sum = left + right;
      if (((left ^ sum) & (right ^ sum)) >= 0) {
        out.top = sum;
        out.bottom = bottomA * bottomB;
      }
    }
  }

  static void multiply(Register out, long topA, long bottomA, long topB, long bottomB) {
    boolean fit = bottomA != 0 && bottomB != 0 && fits(topA, topB) && fits(bottomA, bottomB);
    out.top = topA * topB;
    out.bottom = fit ? bottomA * bottomB : 0;
  }

  /// Puts a quotient in a register; the divisor is not 0.
  static void divide(Register out, long topA, long bottomA, long topB, long bottomB) {
    long sign = topB < 0 ? -1 : 1;
    multiply(out, sign * topA, bottomA, bottomB, sign * topB);
  }
}
