package org.ronghe.sphere;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PointsTest {

  private static final double[] RADII = {0.05, 1, 600, 800, 15_000, 400_000, 3e6, 1.5e7};

  @Test
  void vectorsTellDistancesButForTheStatedError() {
    for (int seed = 0; seed < 160; seed++) {
      Random random = new Random(seed);
      double radius = RADII[seed % RADII.length];
      Reach reach = new Reach(radius);
      PointSet set = new PointSet();
      double spread = Math.toDegrees(radius / Geodesy.MEAN_RADIUS_METERS);
      double centre = seed % 3 == 0 ? 90 : random.nextDouble() * 180 - 90;
      for (int i = 0; i < 60; i++) {
        double lat = Math.clamp(centre + spread * random.nextGaussian() / 2, -90, 90);
        double cos = Math.max(1e-9, Math.cos(Math.toRadians(lat)));
        double lon = 180 + spread / cos * random.nextGaussian() / 2;
        set.add(lat, Math.IEEEremainder(lon, 360), 1);
      }
      try (Workers workers = new Workers(1)) {
        Cells cells = new Cells(new Grid(reach, set.size()), set.lat(), set.lon(), workers);
        Points points = new Points(cells, reach, set.lat(), set.lon());
        for (int cell = 0; cell < cells.count(); cell++) {
          points.fill(cell);
        }
        checkPairs(set, cells, points, reach, seed);
      }
    }
  }

  private static void checkPairs(PointSet set, Cells cells, Points points, Reach reach, int seed) {
    int compared = 0;
    for (int a = 0; a < set.size(); a++) {
      for (int b = 0; b <= a; b++) {
        double meters = set.distance(cells.order[a], cells.order[b]);
        double steps = 2 * Math.sin(meters / 2 / Geodesy.MEAN_RADIUS_METERS) / reach.step;
        if (steps < 20_000) {
          assertThat(Math.sqrt(points.squared(a, b)))
              .as("seed %d, positions %d and %d", seed, a, b)
              .isBetween(steps - Reach.ERROR, steps + Reach.ERROR);
          compared++;
        }
      }
    }
    assertThat(compared).as("pairs near enough, seed %d", seed).isGreaterThan(300);
  }
}
