package org.ronghe.sphere;

/// Sum of non-negative doubles without any rounding, for up to 2³¹ of them.
///
/// Digits of 32 bits over the whole range of the doubles, lowest first; carries wait until the end.
final class ExactSum {

  private static final int DIGITS = 70;
  private static final long DIGIT = 0xffff_ffffL;

  private final long[] digits = new long[DIGITS];

  void clear() {
    java.util.Arrays.fill(digits, 0);
  }

  /// Adds a finite number of at least 0.
  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7ff;
    long mantissa = bits & ((1L << 52) - 1);
    if (exponent > 0) {
      mantissa |= 1L << 52;
      exponent--;
    }
    int digit = exponent >>> 5;
    int offset = exponent & 31;
    digits[digit] += (mantissa << offset) & DIGIT;
    long rest = mantissa >>> (32 - offset);
    digits[digit + 1] += rest & DIGIT;
    digits[digit + 2] += rest >>> 32;
  }

  /// Whether the sum is at least a finite number of at least 0.
  boolean isAtLeast(double value) {
    ExactSum other = new ExactSum();
    other.add(value);
    long carry = 0;
    int sign = 0;
    for (int i = 0; i < DIGITS; i++) {
      long digit = digits[i] + carry;
      carry = digit >>> 32;
      int order = Long.compare(digit & DIGIT, other.digits[i]);
      sign = order != 0 ? order : sign;
    }
    return sign >= 0;
  }
}
