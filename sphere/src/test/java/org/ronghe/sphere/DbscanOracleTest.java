package org.ronghe.sphere;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Compares the clustering with the definition on many small sets, most of them awkward.
class DbscanOracleTest {

  private static final double[] RADII = {15_000, 13_000, 1_000, 100, 250_000};

  @Test
  void agreesOnScatteredClumps() {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      double radius = RADII[seed % RADII.length] * (0.5 + random.nextDouble());
      PointSet points = new PointSet();
      clumps(
          points, random, radius, random.nextDouble() * 160 - 80, 360 * random.nextDouble() - 180);
      check(points, radius, 1 + random.nextInt(40), seed);
    }
  }

  @Test
  void agreesAtThePoles() {
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(seed);
      double radius = RADII[seed % RADII.length] * (0.5 + random.nextDouble());
      double spread = Math.toDegrees(radius / Geodesy.MEAN_RADIUS_METERS) * (1 + random.nextInt(6));
      PointSet points = new PointSet();
      for (int i = 0; i < 150; i++) {
        double lat = 90 - Math.abs(random.nextGaussian()) * spread;
        double lon = random.nextInt(10) == 0 ? 180 : 360 * random.nextDouble() - 180;
        points.add(random.nextInt(8) == 0 ? 90 : Math.max(-90, lat), lon, 1);
      }
      PointSet south = new PointSet();
      for (int i = 0; i < points.size(); i++) {
        south.add(-points.lat()[i], points.lon()[i], random.nextInt(3));
      }
      check(points, radius, 1 + random.nextInt(20), seed);
      check(south, radius, 1 + random.nextInt(20), seed);
    }
  }

  @Test
  void agreesAcrossTheAntimeridian() {
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(seed);
      double radius = RADII[seed % RADII.length] * (0.5 + random.nextDouble());
      double centreLat = random.nextDouble() * 178 - 89;
      double spread =
          Math.toDegrees(radius / Geodesy.MEAN_RADIUS_METERS)
              * (1 + random.nextInt(5))
              / Math.cos(Math.toRadians(centreLat));
      PointSet points = new PointSet();
      for (int i = 0; i < 150; i++) {
        double off = random.nextInt(8) == 0 ? 0 : random.nextGaussian() * spread;
        double lon = off > 0 ? -180 + off : 180 + off;
        lon = Math.clamp(off == 0 && random.nextBoolean() ? -180 : lon, -180, 180);
        double lat = centreLat + random.nextGaussian() * spread / 3;
        points.add(Math.clamp(lat, -90, 90), lon, 1 + random.nextInt(2));
      }
      check(points, radius, 1 + random.nextInt(30), seed);
    }
  }

  @Test
  void agreesOnALatticeFullOfTies() {
    // On the equator and along meridians neighbours of a lattice lie at the very same distance.
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      double step = 0.01 * (1 + random.nextInt(20));
      double originLat = random.nextInt(3) == 0 ? -4 * step : random.nextInt(160) - 80;
      double originLon = random.nextInt(3) == 0 ? 180 - 4 * step : random.nextInt(300) - 150;
      PointSet points = new PointSet();
      for (int i = 0; i < 200; i++) {
        double lon = originLon + step * random.nextInt(9);
        points.add(
            originLat + step * random.nextInt(9),
            lon > 180 ? lon - 360 : lon,
            random.nextInt(4) == 0 ? 0 : 1);
      }
      // The radius is exactly the distance of some pair.
      double radius = points.distance(random.nextInt(200), random.nextInt(200));
      check(points, radius, 1 + random.nextInt(60), seed);
      check(points, Math.max(0, Math.nextDown(radius)), 1 + random.nextInt(60), seed);
    }
  }

  @Test
  void agreesOnHugeAndTinyRadii() {
    double[] radii = {
      0, 1e-9, 1e-6, 1e-3, 0.01, 0.05, 1, 3e6, 7e6, 1e7, 1.5e7, 1.9e7, 2.0015e7, 2.00151e7, 3e7
    };
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      double radius = radii[seed % radii.length];
      double spread = Math.toDegrees(radius / Geodesy.MEAN_RADIUS_METERS);
      PointSet points = new PointSet();
      for (int i = 0; i < 120; i++) {
        boolean repeat = i > 0 && random.nextInt(3) == 0;
        int other = repeat ? random.nextInt(i) : 0;
        double lat =
            repeat ? points.lat()[other] : Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        double lon = repeat ? points.lon()[other] : 360 * random.nextDouble() - 180;
        if (repeat && random.nextBoolean()) {
          lat = Math.clamp(lat + random.nextGaussian() * spread, -90, 90);
          lon = Math.clamp(lon + random.nextGaussian() * spread, -180, 180);
        }
        points.add(random.nextInt(20) == 0 ? 90 : lat, random.nextInt(20) == 0 ? -180 : lon, 1);
      }
      check(points, radius, random.nextInt(radius > 1e6 ? 120 : 6), seed);
    }
  }

  @Test
  void agreesOnAntipodes() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      PointSet points = new PointSet();
      for (int i = 0; i < 60; i++) {
        double lat = random.nextInt(180) - 90;
        double lon = random.nextInt(180);
        points.add(lat, lon, 1).add(-lat, lon - 180, 1);
      }
      double radius = points.distance(0, 1) - (seed % 4) * 1e-3;
      check(points, radius, 100 + random.nextInt(21), seed);
      check(points, Math.PI * Geodesy.MEAN_RADIUS_METERS, 120, seed);
    }
  }

  @Test
  void agreesOnFractionalWeights() {
    double[] some = {0.1, 0.2, 0.3, 1 / 3.0, 0.5, 1 / 7.0, 0, 1e-300, 0.7, 1e-17};
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      PointSet points = new PointSet();
      int kinds = 1 + random.nextInt(some.length);
      for (int i = 0; i < 160; i++) {
        points.add(
            10 + 0.02 * random.nextInt(8),
            20 + 0.02 * random.nextInt(8),
            some[random.nextInt(kinds)]);
      }
      // Sums that tie with the minimum, or nearly do.
      double minWeight = 0;
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        minWeight += points.weight()[i];
      }
      check(points, 3_000, minWeight, seed);
      check(points, 3_000, Math.nextUp(minWeight), seed);
      check(points, 3_000, Math.rint(minWeight), seed);
    }
  }

  @Test
  void agreesOnOddMinimumsAndWeights() {
    double[] minimums = {0, Double.MIN_VALUE, 1e-310, 1e-20, 1, 1e18, 1e300, Double.MAX_VALUE};
    double[] weights = {0, Double.MIN_VALUE, 1e-310, 1e-20, 1, 1e17, 1e300, Double.MAX_VALUE};
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(seed);
      PointSet points = new PointSet();
      int from = random.nextInt(weights.length);
      for (int i = 0; i < 80; i++) {
        points.add(
            -33 + 0.1 * random.nextGaussian(),
            151 + 0.1 * random.nextGaussian(),
            weights[from + random.nextInt(Math.min(2, weights.length - from))]);
      }
      check(points, 5_000, minimums[seed % minimums.length], seed);
    }
  }

  @Test
  void agreesOnHeavyCoincidenceAtTheRadius() {
    double radius = Geodesy.distanceMeters(48, 2, 48.1, 2);
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      PointSet points = new PointSet();
      for (int i = 0; i < 400; i++) {
        int step = random.nextInt(4);
        points.add(48 + 0.1 * step, 2, random.nextInt(5) == 0 ? 2 : 1);
      }
      check(points, radius, 100 + random.nextInt(250), seed);
      check(points, Math.nextDown(radius), 100 + random.nextInt(60), seed);
    }
  }

  @Test
  void agreesOnLines() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      PointSet points = new PointSet();
      boolean meridian = random.nextBoolean();
      for (int i = 0; i < 300; i++) {
        double along = 0.003 * random.nextInt(400);
        points.add(meridian ? 40 + along : 50, meridian ? 7 : 7 + along, 1);
      }
      check(points, 2_000 + 10 * seed, 1 + random.nextInt(16), seed);
    }
  }

  @Test
  void agreesOnDenseCitiesWithSuburbs() {
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      PointSet points = new PointSet();
      for (int city = 0; city < 4; city++) {
        double lat = 30 + random.nextDouble();
        double lon = 114 + random.nextDouble();
        int people = 50 << (2 * random.nextInt(4));
        for (int i = 0; i < Math.min(people, 600); i++) {
          points.add(
              lat + 0.07 * random.nextGaussian(),
              lon + 0.07 * random.nextGaussian(),
              seed % 2 == 0 ? 1 : random.nextDouble());
        }
      }
      check(points, 15_000, 5 + random.nextInt(200), seed);
    }
  }

  private static void clumps(
      PointSet points, Random random, double radius, double centreLat, double centreLon) {
    double spread = Math.toDegrees(radius / Geodesy.MEAN_RADIUS_METERS);
    int clumps = 1 + random.nextInt(6);
    for (int clump = 0; clump < clumps; clump++) {
      double lat = centreLat + random.nextGaussian() * 3 * spread;
      double lon = centreLon + random.nextGaussian() * 3 * spread;
      double size = spread * random.nextDouble() * 1.5;
      for (int i = 0; i < 40; i++) {
        double pointLon = lon + random.nextGaussian() * size;
        pointLon = pointLon > 180 ? pointLon - 360 : pointLon < -180 ? pointLon + 360 : pointLon;
        points.add(
            Math.clamp(lat + random.nextGaussian() * size, -90, 90), pointLon, random.nextInt(3));
      }
    }
  }

  private static void check(PointSet points, double radius, double minWeight, int seed) {
    BruteForce truth = new BruteForce(points, radius, minWeight);
    Clustering found = points.cluster(radius, minWeight, 1 + seed % 3);
    for (int i = 0; i < points.size(); i++) {
      if (found.isCore(i) != truth.core[i] || found.label(i) != truth.label[i]) {
        throw new AssertionError(
            "seed %d, radius %s, minimum %s, point %d (%s, %s): core %s not %s, label %d not %d"
                .formatted(
                    seed,
                    radius,
                    minWeight,
                    i,
                    points.lat()[i],
                    points.lon()[i],
                    found.isCore(i),
                    truth.core[i],
                    found.label(i),
                    truth.label[i]));
      }
    }
    assertThat(found.clusters()).isEqualTo(truth.clusters);
  }
}
