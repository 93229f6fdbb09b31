package org.ronghe.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.ronghe.sphere.Clustering;
import org.ronghe.sphere.Dbscan;
import org.ronghe.sphere.DbscanParameters;
import org.ronghe.sphere.Role;

/// Quick timing of the clustering, for tuning: `SphereTiming points repeats threads… `.
public final class SphereTiming {

  private SphereTiming() {}

  /// Prints the first (cold), best and median seconds for each number of threads.
  ///
  /// @param args number of points, repeats, share of all points as the minimum weight as one part
  ///   in so many (2000), then the numbers of threads
  public static void main(String[] args) {
    int points = Integer.parseInt(args[0]);
    int repeats = Integer.parseInt(args[1]);
    double minWeight = Math.max(5, points / Double.parseDouble(args[2]));
    World world = World.of(42, points);
    double[] weight = new double[points];
    Arrays.fill(weight, 1);
    if (Boolean.getBoolean("weighted")) {
      for (int i = 0; i < points; i++) {
        weight[i] = 1.0 / (1 + i % 7);
      }
    }
    for (int a = 3; a < args.length; a++) {
      int threads = Integer.parseInt(args[a]);
      double[] seconds = new double[repeats];
      Clustering result = null;
      for (int r = 0; r < repeats; r++) {
        long start = System.nanoTime();
        result =
            Dbscan.cluster(
                world.lat(), world.lon(), weight, new DbscanParameters(15_000, minWeight, threads));
        seconds[r] = (System.nanoTime() - start) / 1e9;
      }
      double first = seconds[0];
      Arrays.sort(seconds);
      System.out.printf(
          Locale.ROOT,
          "%d points, min %.0f, %d threads: first %.4f s, best %.4f s, median %.4f s (%.0f ns a"
              + " point)%n",
          points,
          minWeight,
          threads,
          first,
          seconds[0],
          seconds[repeats / 2],
          seconds[repeats / 2] / points * 1e9);
      describe(result);
    }
  }

  private static void describe(Clustering result) {
    int[] roles = new int[3];
    long hash = 0;
    for (int i = 0; i < result.size(); i++) {
      roles[result.role(i).ordinal()]++;
      hash = hash * 31 + result.label(i);
    }
    System.out.printf(
        Locale.ROOT,
        "  %d clusters, %d cores, %d border, %d noise, labels %x%n",
        result.clusters(),
        roles[Role.CORE.ordinal()],
        roles[Role.BORDER.ordinal()],
        roles[Role.NOISE.ordinal()],
        hash);
  }
}
