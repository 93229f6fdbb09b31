package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.ranking.Cluster;

/// Which cluster of an earlier ranking a cluster was. Clusters have no identity over time: they are
/// found anew from other records. Nearest centres are taken to be the same, each at most once and
/// no farther than [#FARTHEST_KM]; without places, equal English names.
final class Comparison {
  /// Some commuting distance: farther apart it is another city.
  static final double FARTHEST_KM = 60;

  private static final double EARTH_KM = 6371.0088;

  private final Map<Integer, Cluster> before = new HashMap<>();
  private final List<Cluster> gone = new ArrayList<>();

  private Comparison() {}

  private record Pair(Cluster now, Cluster then, double km) {}

  static Comparison of(List<Cluster> now, List<Cluster> then) {
    var comparison = new Comparison();
    Set<Integer> taken = new HashSet<>();
    var pairs = new ArrayList<Pair>();
    for (Cluster a : now) {
      for (Cluster b : then) {
        double km = km(a.place(), b.place());
        if (km <= FARTHEST_KM || a.name().english().equals(b.name().english())) {
          pairs.add(new Pair(a, b, Math.min(km, FARTHEST_KM)));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::km)
            .thenComparingInt(p -> p.now().rank())
            .thenComparingInt(p -> p.now().label())
            .thenComparingInt(p -> p.then().label()));
    for (Pair pair : pairs) {
      if (!comparison.before.containsKey(pair.now().label()) && taken.add(pair.then().label())) {
        comparison.before.put(pair.now().label(), pair.then());
      }
    }
    then.stream().filter(c -> !taken.contains(c.label())).forEach(comparison.gone::add);
    return comparison;
  }

  /// What the cluster was; empty if it is new.
  Optional<Cluster> findBefore(Cluster cluster) {
    return Optional.ofNullable(before.get(cluster.label()));
  }

  /// Clusters of the earlier ranking that are none any more, in its order.
  List<Cluster> gone() {
    return List.copyOf(gone);
  }

  /// Kilometres between centres (haversine); infinite where one has no place.
  private static double km(Cluster.@Nullable Place a, Cluster.@Nullable Place b) {
    if (a == null || b == null) {
      return Double.POSITIVE_INFINITY;
    }
    double lat1 = Math.toRadians(a.latDegrees());
    double lat2 = Math.toRadians(b.latDegrees());
    double sinLat = Math.sin((lat2 - lat1) / 2);
    double sinLon = Math.sin(Math.toRadians(b.lonDegrees() - a.lonDegrees()) / 2);
    double h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
