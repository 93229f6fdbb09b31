package org.ronghe.platform.registry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/// An exact share of a whole, in lowest terms, more than 0 and at most 1.
///
/// @param part 1 to `whole`
/// @param whole 1 to a million million
public record Share(long part, long whole) {
  /// The whole itself.
  public static final Share ALL = new Share(1, 1);

  private static final long MOST = 1_000_000_000_000L;
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,12})\\s*/\\s*(\\d{1,12})");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,8})?)\\s*(%?)");

  public Share {
    if (part < 1 || part > whole || whole > MOST) {
      throw new IllegalArgumentException("no share: " + part + "/" + whole);
    }
    long divisor = BigInteger.valueOf(part).gcd(BigInteger.valueOf(whole)).longValueExact();
    part /= divisor;
    whole /= divisor;
  }

  /// Reads `1/3`, `33.5%`, `33.5 %`, `0.25` or `1`; full-width signs too. Empty if it is none of
  /// these, or not more than 0 and at most 1.
  public static Optional<Share> find(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    var fraction = FRACTION.matcher(plain);
    if (fraction.matches()) {
      return of(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2)));
    }
    var decimal = DECIMAL.matcher(plain);
    if (!decimal.matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(decimal.group(1));
    BigInteger whole = BigInteger.TEN.pow(number.scale());
    if (!decimal.group(2).isEmpty()) {
      whole = whole.multiply(BigInteger.valueOf(100));
    }
    return of(number.unscaledValue(), whole);
  }

  private static Optional<Share> of(BigInteger part, BigInteger whole) {
    if (part.signum() < 1 || part.compareTo(whole) > 0) {
      return Optional.empty();
    }
    BigInteger divisor = part.gcd(whole);
    return Optional.of(
        new Share(part.divide(divisor).longValueExact(), whole.divide(divisor).longValueExact()));
  }

  /// Whether shares are together exactly the whole.
  public static boolean isWhole(Collection<Share> shares) {
    BigInteger[] sum = sum(shares);
    return sum[0].equals(sum[1]);
  }

  /// The sum of shares as people read it: `99.9 %` where two places tell it exactly, else `5/6`.
  public static String sumShown(Collection<Share> shares) {
    BigInteger[] sum = sum(shares);
    return words(sum[0], sum[1]);
  }

  /// Part and whole of a sum in lowest terms; it may be more than the whole.
  private static BigInteger[] sum(Collection<Share> shares) {
    BigInteger part = BigInteger.ZERO;
    BigInteger whole = BigInteger.ONE;
    for (Share share : shares) {
      BigInteger other = BigInteger.valueOf(share.whole);
      part = part.multiply(other).add(BigInteger.valueOf(share.part).multiply(whole));
      whole = whole.multiply(other);
      BigInteger divisor = part.gcd(whole);
      part = part.divide(divisor);
      whole = whole.divide(divisor);
    }
    return new BigInteger[] {part, whole};
  }

  /// A share as people read it: `50 %` where two places tell it exactly, else `1/3`; what is no
  /// share as it is.
  public static String shown(String text) {
    return find(text).map(Share::words).orElse(text);
  }

  private String words() {
    return words(BigInteger.valueOf(part), BigInteger.valueOf(whole));
  }

  private static String words(BigInteger part, BigInteger whole) {
    BigInteger[] parts = part.multiply(BigInteger.valueOf(10_000)).divideAndRemainder(whole);
    return parts[1].signum() == 0
        ? new BigDecimal(parts[0], 2).stripTrailingZeros().toPlainString() + " %"
        : part + "/" + whole;
  }

  /// As `1/3`.
  public String text() {
    return whole == 1 ? "1" : part + "/" + whole;
  }
}
