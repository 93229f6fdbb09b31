package org.ronghe.rules.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// An exact fraction, in lowest terms with a denominator above 0.
///
/// Criteria are quotients compared with decimals ("not less than 3 %"); a fraction answers them at
/// the very edge, where a rounded quotient would not.
public record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {
  public static final Exact ZERO = of(0);
  public static final Exact ONE = of(1);

  private static final MathContext ROOT_DIGITS = new MathContext(40);
  private static final int SHOWN_DIGITS = 10;
  private static final int LONG_BITS = 62;

  public Exact {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException(numerator + "/" + denominator);
    }
    if (denominator.bitLength() > 1) {
      var common = divisor(numerator, denominator);
      if (!common.equals(BigInteger.ONE)) {
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
      }
    }
  }

  /// The greatest common divisor; most numbers fit in 64 bits, where it costs a tenth.
  private static BigInteger divisor(BigInteger numerator, BigInteger denominator) {
    if (numerator.bitLength() > LONG_BITS || denominator.bitLength() > LONG_BITS) {
      return numerator.gcd(denominator);
    }
    long a = Math.abs(numerator.longValue());
    long b = denominator.longValue();
    while (a != 0) {
      long rest = b % a;
      b = a;
      a = rest;
    }
    return BigInteger.valueOf(b);
  }

  public static Exact of(long whole) {
    return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Exact of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Exact(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Exact(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  public Exact plus(Exact other) {
    if (denominator.equals(other.denominator)) {
      return new Exact(numerator.add(other.numerator), denominator);
    }
    return new Exact(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Exact minus(Exact other) {
    return plus(other.negated());
  }

  public Exact times(Exact other) {
    return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /// The quotient.
  ///
  /// @throws ArithmeticException if `other` is 0
  public Exact dividedBy(Exact other) {
    int sign = other.numerator.signum();
    if (sign == 0) {
      throw new ArithmeticException(this + " / 0");
    }
    var top = numerator.multiply(other.denominator);
    var bottom = denominator.multiply(other.numerator);
    return sign < 0 ? new Exact(top.negate(), bottom.negate()) : new Exact(top, bottom);
  }

  public Exact negated() {
    return new Exact(numerator.negate(), denominator);
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /// Rounded to a multiple of `step`.
  ///
  /// @param step above 0
  public Exact rounded(Exact step, RoundingMode mode) {
    var quotient = dividedBy(step);
    var whole =
        new BigDecimal(quotient.numerator)
            .divide(new BigDecimal(quotient.denominator), 0, mode)
            .toBigIntegerExact();
    return new Exact(whole, BigInteger.ONE).times(step);
  }

  /// The root of degree `degree`: exact where it is a decimal of at most 15 places, otherwise to 40
  /// digits, which no decimal a rulebook could state can be mistaken for.
  ///
  /// @throws ArithmeticException below 0
  public Exact root(int degree) {
    if (signum() < 0) {
      throw new ArithmeticException("root of " + this);
    }
    if (degree == 1 || signum() == 0) {
      return this;
    }
    var value = decimal(ROOT_DIGITS);
    // Newton from the double's root: each step doubles the digits, 16 → 32 → 64.
    var guess = new BigDecimal(Math.pow(value.doubleValue(), 1.0 / degree), ROOT_DIGITS);
    var n = BigDecimal.valueOf(degree);
    for (int i = 0; i < 4; i++) {
      var power = guess.pow(degree - 1, ROOT_DIGITS);
      guess =
          guess
              .multiply(n.subtract(BigDecimal.ONE), ROOT_DIGITS)
              .add(value.divide(power, ROOT_DIGITS), ROOT_DIGITS)
              .divide(n, ROOT_DIGITS);
    }
    var tidy = of(guess.setScale(15, RoundingMode.HALF_EVEN));
    return tidy.power(degree).equals(this) ? tidy : of(guess);
  }

  /// The power.
  ///
  /// @param exponent at least 0
  public Exact power(int exponent) {
    return new Exact(numerator.pow(exponent), denominator.pow(exponent));
  }

  /// Rounded to the digits of `context`.
  public BigDecimal decimal(MathContext context) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), context);
  }

  /// The nearest double.
  public double nearest() {
    return isWhole() && numerator.bitLength() < 64
        ? numerator.longValue()
        : decimal(new MathContext(25)).doubleValue();
  }

  /// The number as a decimal without exponent: exact where it has at most 10 places, otherwise
  /// rounded half up to 10 places.
  public String plain() {
    var decimal =
        new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), SHOWN_DIGITS, RoundingMode.HALF_UP);
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(Exact other) {
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    int signs = Integer.compare(signum(), other.signum());
    return signs != 0
        ? signs
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return isWhole() ? numerator.toString() : numerator + "/" + denominator;
  }
}
