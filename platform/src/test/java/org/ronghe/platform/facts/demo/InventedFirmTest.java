package org.ronghe.platform.facts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InventedFirmTest {
  /// One in twenty thousand has so many people that its revenue is more than an `int` holds.
  private static final int FIRMS = 500_000;

  @Test
  void everyFirmSellsSomething() {
    var random = new Random(20_262_026);
    double largest = 0;
    for (int id = 1; id <= FIRMS; id++) {
      double sales = new InventedFirm(id, random).sales(0, 1);
      assertThat(sales).as("firm %d", id).isPositive();
      largest = Math.max(largest, sales);
    }
    assertThat(largest).isGreaterThan(Integer.MAX_VALUE);
  }
}
