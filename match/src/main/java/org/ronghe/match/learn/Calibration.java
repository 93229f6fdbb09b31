package org.ronghe.match.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// From a value to the share of decisions of that value that found the offer relevant: "of matches
/// shown at this level, x in 10 were judged relevant".
///
/// Isotonic regression by pooling neighbours that are out of order (Ayer and others 1955, DOI
/// 10.1214/aoms/1177728423).
final class Calibration {
  private static final int RELEVANT_FROM = 3;

  private final List<Pool> pools;

  /// @param pools by ascending values
  Calibration(List<Pool> pools) {
    if (pools.isEmpty()) {
      throw new IllegalArgumentException("a calibration of nothing");
    }
    this.pools = List.copyOf(pools);
  }

  List<Pool> pools() {
    return pools;
  }

  /// Decisions of neighbouring values.
  ///
  /// @param from least value
  /// @param share of them that found the offer relevant
  /// @param size how many
  record Pool(double from, double share, int size) {}

  static Calibration of(double[] values, List<DecidedPair> pairs) {
    var pools = new ArrayList<Pool>();
    IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .forEach(i -> {
          var pool = new Pool(values[i], pairs.get(i).level() >= RELEVANT_FROM ? 1 : 0, 1);
          while (!pools.isEmpty() && pools.getLast().share() >= pool.share()) {
            Pool last = pools.removeLast();
            int size = last.size() + pool.size();
            double share = (last.share() * last.size() + pool.share() * pool.size()) / size;
            pool = new Pool(last.from(), share, size);
          }
          pools.add(pool);
        });
    return new Calibration(pools);
  }

  double share(double value) {
    double share = pools.getFirst().share();
    for (Pool pool : pools) {
      if (pool.from() > value) {
        break;
      }
      share = pool.share();
    }
    return share;
  }
}
