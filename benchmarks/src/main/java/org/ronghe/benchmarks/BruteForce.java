package org.ronghe.benchmarks;

import java.nio.file.Path;
import java.util.SplittableRandom;

/// Judges a clustering too large for the peers: counts the neighbours of a random sample of its
/// points against all points, by the haversine, and compares who is a core.
///
/// Usage: `BruteForce POINTS RADIUS_METERS MINIMUM SAMPLE LABELS`
final class BruteForce {
  private BruteForce() {}

  public static void main(String[] args) throws Exception {
    Points points = Points.read(Path.of(args[0]));
    double radius = Double.parseDouble(args[1]) / Points.EARTH_RADIUS_METERS;
    double minimum = Double.parseDouble(args[2]);
    int sample = Integer.parseInt(args[3]);
    byte[] cores = Labels.readCores(Path.of(args[4]));
    var random = new SplittableRandom(7);
    int wrong = 0;
    int found = 0;
    for (int s = 0; s < sample; s++) {
      int point = random.nextInt(points.size());
      boolean core = neighbours(points, point, radius) >= minimum;
      found += core ? 1 : 0;
      wrong += core == (cores[point] == 1) ? 0 : 1;
    }
    String answer = wrong == 0 ? "same" : "differs: " + wrong + " of " + sample + " points";
    new Outcome().put("sample", sample).put("cores", found).put("answer", answer).print();
  }

  static int neighbours(Points points, int point, double radius) {
    double[] lat = points.lat();
    double[] lon = points.lon();
    double phi = Math.toRadians(lat[point]);
    double lambda = Math.toRadians(lon[point]);
    double cos = Math.cos(phi);
    double slack = Math.toDegrees(radius) * 1.001;
    double most = Math.sin(radius / 2) * Math.sin(radius / 2);
    int count = 0;
    for (int i = 0; i < lat.length; i++) {
      // A distance is at least the difference of the latitudes.
      if (Math.abs(lat[i] - lat[point]) > slack) {
        continue;
      }
      double other = Math.toRadians(lat[i]);
      double north = Math.sin((other - phi) / 2);
      double east = Math.sin((Math.toRadians(lon[i]) - lambda) / 2);
      count += north * north + cos * Math.cos(other) * east * east <= most ? 1 : 0;
    }
    return count;
  }
}
