package org.ronghe.sphere;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Weighted density-based clustering on the sphere (Ester et al., KDD 1996; weights as in
/// scikit-learn's `sample_weight`).
///
/// A point is a core when the weight within the radius of it, its own included, is at least the
/// minimum. Cores within the radius of each other belong to one cluster; a point that is not a core
/// joins the cluster of its nearest core within the radius, ties going to the smallest index; all
/// else is noise.
///
/// Exact: "within the radius" means that [Geodesy#distanceMeters] is at most the radius, and "at
/// least the minimum" that the mathematically exact sum of the weights, taken as the doubles they
/// are, is. (Ten times the double 0.1 is a little more than 1, whatever a running sum says.)
/// Deterministic: the same input gives the same result for any number of threads.
///
/// Time grows about linearly with the points, about 50 bytes of memory a point.
public final class Dbscan {

  private static final int GRAIN = 1 << 16;
  private static final int CELL_GRAIN = 32;

  private Dbscan() {}

  /// Clusters points given as parallel arrays, which are only read.
  ///
  /// @param latDegrees in [-90, 90]
  /// @param lonDegrees in [-180, 180]; -180 and 180 are the same place
  /// @param weight finite and at least 0
  /// @throws IllegalArgumentException when the lengths differ or a value is out of range, naming
  ///   the first such point and its value
  public static Clustering cluster(
      double[] latDegrees, double[] lonDegrees, double[] weight, DbscanParameters parameters) {
    int n = latDegrees.length;
    if (lonDegrees.length != n || weight.length != n) {
      throw new IllegalArgumentException(
          "lengths differ: %d latitudes, %d longitudes, %d weights"
              .formatted(n, lonDegrees.length, weight.length));
    }
    if (n == 0) {
      return new Clustering(new int[0], 0);
    }
    try (Workers workers = new Workers(parameters.threads())) {
      return new Run(latDegrees, lonDegrees, weight, parameters, workers).run();
    }
  }

  /// One clustering under way.
  private static final class Run {

    private final double[] lat;
    private final double[] lon;
    private final double[] weight;
    private final DbscanParameters parameters;
    private final Workers workers;

    Run(double[] lat, double[] lon, double[] weight, DbscanParameters parameters, Workers workers) {
      this.lat = lat;
      this.lon = lon;
      this.weight = weight;
      this.parameters = parameters;
      this.workers = workers;
    }

    Clustering run() {
      WeightScale scale = check();
      Reach reach = new Reach(parameters.radiusMeters());
      Cells cells = new Cells(new Grid(reach, lat.length), lat, lon, workers);
      CellStates states = new CellStates(cells, weight, scale, reach, workers);
      Points points = new Points(cells, reach, lat, lon);
      Blocks blocks = new Blocks(cells, states, points, weight, workers);
      byte[] core = new byte[lat.length];
      int[] firstCore = new int[cells.count()];
      workers.share(
          cells.count(),
          CELL_GRAIN,
          () -> new CoreFinder(cells, states, blocks, points, reach, weight, core, firstCore));
      int[] coresOf = blocks.withCores(core, firstCore, workers);
      CellSets sets = new CellSets(cells.count());
      Supplier<CoreLinker> linker =
          () -> new CoreLinker(cells, blocks, points, reach, core, firstCore, coresOf, sets);
      workers.share(cells.count(), CELL_GRAIN, () -> linker.get()::tryOnePair);
      workers.share(cells.count(), CELL_GRAIN, () -> linker.get()::searchPairs);
      int clusters = label(firstCore, sets);
      // The places are of no more use, so the result takes their room.
      int[] codes = cells.place;
      workers.share(
          codes.length, GRAIN, (from, to) -> Arrays.fill(codes, from, to, Clustering.NOISE));
      workers.share(
          cells.count(),
          CELL_GRAIN,
          () ->
              new BorderAssigner(
                  cells, states, blocks, points, reach, core, coresOf, firstCore, codes));
      return new Clustering(codes, clusters);
    }

    /// Checks every value and looks whether all weights are equal.
    private WeightScale check() {
      AtomicInteger firstWrong = new AtomicInteger(Integer.MAX_VALUE);
      AtomicBoolean differing = new AtomicBoolean();
      workers.share(
          lat.length,
          GRAIN,
          (from, to) -> {
            boolean differ = false;
            for (int i = from; i < to; i++) {
              double w = weight[i];
              differ |= w != weight[0];
              if (!(Math.abs(lat[i]) <= 90
                  && Math.abs(lon[i]) <= 180
                  && w >= 0
                  && w <= Double.MAX_VALUE)) {
                firstWrong.accumulateAndGet(i, Math::min);
                return;
              }
            }
            if (differ) {
              differing.set(true);
            }
          });
      int wrong = firstWrong.get();
      if (wrong < Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "point %d out of range: latitude %s, longitude %s, weight %s"
                .formatted(wrong, lat[wrong], lon[wrong], weight[wrong]));
      }
      return differing.get() && parameters.minWeight() > 0
          ? WeightScale.forMinimum(parameters.minWeight())
          : WeightScale.forEqual(weight[0], parameters.minWeight());
    }

    /// Turns the smallest core of each cell into that of its cluster; returns how many there are.
    private static int label(int[] firstCore, CellSets sets) {
      int clusters = 0;
      for (int cell = 0; cell < firstCore.length; cell++) {
        if (firstCore[cell] >= 0) {
          int root = sets.find(cell);
          clusters += root == cell ? 1 : 0;
          firstCore[root] = Math.min(firstCore[root], firstCore[cell]);
        }
      }
      for (int cell = 0; cell < firstCore.length; cell++) {
        if (firstCore[cell] >= 0) {
          firstCore[cell] = firstCore[sets.find(cell)];
        }
      }
      return clusters;
    }
  }
}
