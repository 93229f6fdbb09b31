package org.ronghe.sphere;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Sums without rounding against big decimals.
class ExactSumTest {

  @Test
  void comparesAsBigDecimalsDo() {
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      ExactSum sum = new ExactSum();
      BigDecimal truth = BigDecimal.ZERO;
      int range = 1 + random.nextInt(2046);
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        long exponent = Math.max(0, range - random.nextInt(70));
        double value = Double.longBitsToDouble(exponent << 52 | random.nextLong() >>> 12);
        sum.add(value);
        truth = truth.add(new BigDecimal(value));
      }
      double near = truth.doubleValue();
      for (double limit : new double[] {near, Math.nextUp(near), Math.nextDown(near), 0, 1}) {
        double finite = Math.min(limit, Double.MAX_VALUE);
        assertThat(sum.isAtLeast(finite))
            .as("seed 3, round %d, limit %s", round, finite)
            .isEqualTo(truth.compareTo(new BigDecimal(finite)) >= 0);
      }
    }
  }
}
