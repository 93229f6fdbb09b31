package org.ronghe.atlas.source.json;

import java.nio.charset.StandardCharsets;

/// Numbers written as JSON writes them.
public final class JsonNumber {
  private static final double[] POWERS_OF_TEN = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = power;
      power *= 10;
    }
  }

  private JsonNumber() {}

  /// The nearest double to the decimal number in `b[from, to)`, as [Double#parseDouble] gives it;
  /// NaN if the text is no JSON number (it may come from a string).
  public static double parse(byte[] b, int from, int to) {
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean point = false;
    for (int i = from < to && b[from] == '-' ? from + 1 : from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        count++;
        decimals += point ? 1 : 0;
      } else if (b[i] == '.' && !point && count > 0) {
        point = true;
      } else {
        return slow(b, from, to);
      }
    }
    // Both operands exact and one rounding: the quotient is the nearest double.
    if (count == 0 || count > 15 || (point && decimals == 0)) {
      return slow(b, from, to);
    }
    double value = digits / POWERS_OF_TEN[decimals];
    return b[from] == '-' ? -value : value;
  }

  private static double slow(byte[] b, int from, int to) {
    var text = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    return text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") ? Double.parseDouble(text) : Double.NaN;
  }

  /// The whole number in `b[from, to)` if it has one to nine digits and nothing else; else -1.
  public static int digits(byte[] b, int from, int to) {
    if (to <= from || to - from > 9) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
