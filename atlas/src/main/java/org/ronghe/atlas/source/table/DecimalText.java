package org.ronghe.atlas.source.table;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Decimal numbers read from UTF-8 bytes, equal to the last bit to `Double.parseDouble`.
///
/// Up to 2^53 as digits and a power of ten up to 10^22 are both exact as doubles, and so is their
/// one product or quotient after rounding (Clinger, "How to read floating point numbers
/// accurately", PLDI 1990). Everything else takes the slow and sure way.
final class DecimalText {
  private static final double[] POWER = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long EXACT = 1L << 53;
  private static final Pattern GRAMMAR =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private DecimalText() {}

  /// The number in `text[from, to)`, spaces around it ignored; NaN when it is not a decimal number
  /// (the words NaN and Infinity are none, nor is anything past the largest double).
  static double parse(byte[] text, int from, int to) {
    int p = from;
    int end = to;
    while (p < end && text[p] == ' ') {
      p++;
    }
    while (end > p && text[end - 1] == ' ') {
      end--;
    }
    int begin = p;
    boolean negative = false;
    if (p < end && (text[p] == '-' || text[p] == '+')) {
      negative = text[p] == '-';
      p++;
    }
    long digits = 0;
    int scale = 0;
    int firstDigit = p;
    for (int d; p < end && (d = text[p] - '0') >= 0 && d <= 9; p++) {
      digits = digits * 10 + d;
    }
    int count = p - firstDigit;
    if (p < end && text[p] == '.') {
      int firstDecimal = ++p;
      for (int d; p < end && (d = text[p] - '0') >= 0 && d <= 9; p++) {
        digits = digits * 10 + d;
      }
      scale = p - firstDecimal;
      count += scale;
    }
    // 18 digits cannot overflow a long; more, an exponent or an oddity go the slow way.
    if (p != end || count == 0 || count > 18 || digits > EXACT || scale > 22) {
      return count == 0 ? Double.NaN : slow(text, begin, end);
    }
    double value = scale == 0 ? digits : digits / POWER[scale];
    return negative ? -value : value;
  }

  private static double slow(byte[] text, int from, int to) {
    var string = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    if (!GRAMMAR.matcher(string).matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(string);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /// The year of `2021`, `2021.0`, `2021-05-04` or `2021-05-04T00:00:00`; -1 when the text is none
  /// of these or the year is not within 1000 to 2999.
  static int year(byte[] text, int from, int to) {
    int year = 0;
    int p = from;
    int end = to;
    while (p < end && text[p] == ' ') {
      p++;
    }
    while (end > p && text[end - 1] == ' ') {
      end--;
    }
    for (int i = 0; i < 4; i++, p++) {
      int digit = p < end ? text[p] - '0' : -1;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      year = year * 10 + digit;
    }
    boolean whole = p == end || isDate(text, p, end) || isZeroFraction(text, p, end);
    return whole && year >= 1000 && year <= 2999 ? year : -1;
  }

  private static boolean isDate(byte[] text, int p, int end) {
    boolean dashed = end - p >= 6 && text[p] == '-' && text[p + 3] == '-';
    return dashed
        && inRange(text, p + 1, 1, 12)
        && inRange(text, p + 4, 1, 31)
        && (end - p == 6 || text[p + 6] == 'T' || text[p + 6] == ' ');
  }

  private static boolean inRange(byte[] text, int p, int least, int most) {
    int tens = text[p] - '0';
    int ones = text[p + 1] - '0';
    int number = tens * 10 + ones;
    return tens >= 0 && ones >= 0 && ones <= 9 && number >= least && number <= most;
  }

  private static boolean isZeroFraction(byte[] text, int p, int end) {
    if (text[p] != '.') {
      return false;
    }
    for (int i = p + 1; i < end; i++) {
      if (text[i] != '0') {
        return false;
      }
    }
    return true;
  }
}
