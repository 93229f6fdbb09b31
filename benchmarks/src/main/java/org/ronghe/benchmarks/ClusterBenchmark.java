package org.ronghe.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ronghe.sphere.Clustering;
import org.ronghe.sphere.Dbscan;
import org.ronghe.sphere.DbscanParameters;

/// Clustering the made-up world, warm.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClusterBenchmark {
  private static final double RADIUS_METERS = 15_000;
  private static final int SAMPLE = 500;

  @Param({"100000", "1000000"})
  int points;

  @Param({"1", "2"})
  int threads;

  private double[] lat = {};
  private double[] lon = {};
  private double[] weight = {};
  private double minimum;
  private int clusters;

  /// Makes the points, and checks the cores of a sample by brute force.
  @Setup
  public void prepare() {
    Points world = Points.of(World.of(42, points));
    lat = world.lat();
    lon = world.lon();
    weight = world.weights();
    minimum = points / 2000.0;
    Clustering clustering = cluster(threads);
    clusters = clustering.clusters();
    for (int i = 0; i < SAMPLE; i++) {
      int point = (int) ((long) i * points / SAMPLE);
      int neighbours =
          BruteForce.neighbours(world, point, RADIUS_METERS / Points.EARTH_RADIUS_METERS);
      if (clustering.isCore(point) != neighbours >= minimum) {
        throw new IllegalStateException("point " + point + " has " + neighbours + " neighbours");
      }
    }
  }

  /// Clusters all points.
  @Benchmark
  public Clustering clusterWorld() {
    Clustering clustering = cluster(threads);
    if (clustering.clusters() != clusters) {
      throw new IllegalStateException(clustering.clusters() + " clusters, not " + clusters);
    }
    return clustering;
  }

  private Clustering cluster(int onThreads) {
    return Dbscan.cluster(
        lat, lon, weight, new DbscanParameters(RADIUS_METERS, minimum, onThreads));
  }
}
