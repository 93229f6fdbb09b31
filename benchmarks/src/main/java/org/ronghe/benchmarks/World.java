package org.ronghe.benchmarks;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A made-up world of researchers: cities with heavy-tailed sizes, their suburbs, and a thin
/// scatter over the land. The same seed and number of points give the same world.
///
/// 600 cities, the i-th in size in proportion to 1/(i + 1)^0.9; each spreads over 2–10 km (standard
/// deviation) and has suburbs 8–40 km out that take 30 % of its points. 12 % of all points lie
/// anywhere on the land, which is a few boxes of latitude and longitude. Points come in random
/// order, as records do. A minimum weight of 1/2,000 of the points gives about as many clusters as
/// the published tables rank.
public final class World {

  private static final int CITIES = 600;
  private static final double NOISE_SHARE = 0.12;
  private static final double SUBURB_SHARE = 0.3;
  private static final double KM_PER_DEGREE = 111.195;

  // South, north, west, east in degrees, and how many of 100 cities lie there.
  private static final double[][] LAND = {
    {37, 60, -9, 40, 28},
    {25, 50, -125, -70, 22},
    {18, 45, 75, 140, 34},
    {-35, 5, -75, -40, 6},
    {-34, 33, 10, 40, 5},
    {-38, -12, 115, 153, 5},
  };

  private final double[] lat;
  private final double[] lon;

  private World(int points) {
    lat = new double[points];
    lon = new double[points];
  }

  /// Builds the world of a seed.
  public static World of(long seed, int points) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[][] cities = new double[CITIES][];
    double[] upTo = new double[CITIES];
    double total = 0;
    for (int i = 0; i < CITIES; i++) {
      cities[i] = city(random);
      total += 1 / StrictMath.pow(i + 1.0, 0.9);
      upTo[i] = total;
    }
    World world = new World(points);
    for (int i = 0; i < points; i++) {
      if (random.nextDouble() < NOISE_SHARE) {
        double[] box = LAND[box(random)];
        world.lat[i] = randomLatitude(random, box);
        world.lon[i] = between(random, box[2], box[3]);
      } else {
        int at = java.util.Arrays.binarySearch(upTo, random.nextDouble() * total);
        world.settle(i, cities[Math.min(CITIES - 1, at < 0 ? -at - 1 : at)], random);
      }
    }
    return world;
  }

  /// Latitudes in degrees.
  public double[] lat() {
    return lat;
  }

  /// Longitudes in degrees.
  public double[] lon() {
    return lon;
  }

  private void settle(int point, double[] city, RandomGenerator random) {
    int suburbs = (city.length - 3) / 3;
    int base = 0;
    if (suburbs > 0 && random.nextDouble() < SUBURB_SHARE) {
      base = 3 + 3 * random.nextInt(suburbs);
    }
    place(point, city[base], city[base + 1], city[base + 2], random);
  }

  private void place(
      int point, double centreLat, double centreLon, double spreadKm, RandomGenerator random) {
    double north = random.nextGaussian() * spreadKm / KM_PER_DEGREE;
    double east = random.nextGaussian() * spreadKm / KM_PER_DEGREE;
    double pointLon = centreLon + east / StrictMath.cos(StrictMath.toRadians(centreLat));
    lat[point] = Math.clamp(centreLat + north, -90, 90);
    lon[point] = pointLon > 180 ? pointLon - 360 : pointLon < -180 ? pointLon + 360 : pointLon;
  }

  /// Latitude, longitude and spread in km of the centre, then of each suburb.
  private static double[] city(RandomGenerator random) {
    double[] box = LAND[box(random)];
    int suburbs = random.nextInt(9);
    double[] city = new double[3 + 3 * suburbs];
    city[0] = randomLatitude(random, box);
    city[1] = between(random, box[2], box[3]);
    city[2] = between(random, 2, 10);
    for (int i = 3; i < city.length; i += 3) {
      double direction = between(random, 0, 2 * Math.PI);
      double km = between(random, 8, 40);
      city[i] = city[0] + km * StrictMath.cos(direction) / KM_PER_DEGREE;
      city[i + 1] =
          city[1]
              + km
                  * StrictMath.sin(direction)
                  / KM_PER_DEGREE
                  / StrictMath.cos(StrictMath.toRadians(city[0]));
      city[i + 2] = between(random, 1, 4);
    }
    return city;
  }

  private static int box(RandomGenerator random) {
    double left = random.nextDouble() * 100;
    for (int i = 0; i < LAND.length; i++) {
      left -= LAND[i][4];
      if (left < 0) {
        return i;
      }
    }
    return 0;
  }

  /// Uniform by area.
  private static double randomLatitude(RandomGenerator random, double[] box) {
    double south = StrictMath.sin(StrictMath.toRadians(box[0]));
    double north = StrictMath.sin(StrictMath.toRadians(box[1]));
    return StrictMath.toDegrees(StrictMath.asin(between(random, south, north)));
  }

  private static double between(RandomGenerator random, double low, double high) {
    return low + random.nextDouble() * (high - low);
  }
}
