package org.ronghe.rules.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.number.Exact;

/// Fractions of 64-bit numbers against exact ones, with numbers of every size.
class FractionsTest {
  private static final int ROUNDS = 200_000;

  private final Random random = new Random(17);

  private long any() {
    long number = random.nextLong() >> random.nextInt(63);
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> Long.MAX_VALUE - random.nextInt(2);
      case 2 -> Long.MIN_VALUE + 1 + random.nextInt(2);
      default -> number;
    };
  }

  private long positive() {
    return Math.max(1, any() & Long.MAX_VALUE);
  }

  private static Exact exact(long top, long bottom) {
    return new Exact(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
  }

  @Test
  void theyCompareAsExactNumbersDo() {
    for (int i = 0; i < ROUNDS; i++) {
      long a = any();
      long b = positive();
      long c = any();
      long d = positive();
      if (i % 4 == 0) { // the same number, written otherwise
        a = random.nextInt(1_000_000);
        b = 1L + random.nextInt(1_000_000);
        c = a * 12_345L;
        d = b * 12_345L;
      }
      assertThat(Integer.signum(Fractions.compare(a, b, c, d)))
          .as("%d/%d and %d/%d", a, b, c, d)
          .isEqualTo(exact(a, b).compareTo(exact(c, d)));
    }
    assertThat(Fractions.compare(1, 0, 1, 2)).isEqualTo(Fractions.UNSURE);
  }

  @Test
  void whatIsCalculatedIsExactOrGivenUp() {
    int given = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long a = any();
      long b = positive();
      long c = any();
      long d = positive();
      var register = new Register(0);
      var x = exact(a, b);
      var y = exact(c, d);
      Fractions.add(register, a, b, c, d, 1);
      given += check(register, x.plus(y));
      Fractions.add(register, a, b, c, d, -1);
      given += check(register, x.minus(y));
      Fractions.multiply(register, a, b, c, d);
      given += check(register, x.times(y));
      if (c != 0) {
        Fractions.divide(register, a, b, c, d);
        given += check(register, x.dividedBy(y));
      }
    }
    assertThat(given).as("both happen").isBetween(ROUNDS / 10, 4 * ROUNDS - ROUNDS / 10);
  }

  private static int check(Register register, Exact expected) {
    if (register.bottom == 0) {
      return 1;
    }
    assertThat(register.bottom).isPositive();
    assertThat(exact(register.top, register.bottom)).isEqualTo(expected);
    return 0;
  }
}
