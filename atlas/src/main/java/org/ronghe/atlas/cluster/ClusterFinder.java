package org.ronghe.atlas.cluster;

import java.util.HashMap;
import java.util.Map;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.method.Method;
import org.ronghe.atlas.method.Method.Unit;
import org.ronghe.sphere.Dbscan;
import org.ronghe.sphere.DbscanParameters;
import org.ronghe.sphere.Role;

/// Groups the sites of a run: by density and then by the method's merge rule, or by city.
public final class ClusterFinder {
  private ClusterFinder() {}

  /// The clusters of all sites under the method.
  ///
  /// @param threads used for clustering; the result does not depend on it
  public static Clusters find(
      Contributions contributions, Method method, Gazetteer gazetteer, int threads) {
    return method.unit() == Unit.CITY
        ? cities(contributions, gazetteer)
        : byDensity(contributions, method, threads);
  }

  private static Clusters byDensity(Contributions contributions, Method method, int threads) {
    var rule = method.cluster();
    var weight = SiteWeights.of(contributions, rule.weightedBy());
    double total = 0;
    for (double w : weight) {
      total += w;
    }
    double least = rule.minWeight().of(total);
    var sites = contributions.sites();
    var clustering =
        Dbscan.cluster(
            sites.latDegrees(),
            sites.lonDegrees(),
            weight,
            new DbscanParameters(rule.radiusKm() * 1000, least, threads));
    var roles = new Role[sites.size()];
    for (int s = 0; s < roles.length; s++) {
      roles[s] = clustering.role(s);
    }
    return Merging.merge(contributions, Clusters.of(clustering.labels(), roles), rule.mergeGapKm());
  }

  /// Every site belongs to the city that names it, as a core; sites far from any city to none.
  private static Clusters cities(Contributions contributions, Gazetteer gazetteer) {
    var sites = contributions.sites();
    Map<Integer, Integer> firstSite = new HashMap<>();
    var label = new int[sites.size()];
    var roles = new Role[sites.size()];
    for (int s = 0; s < label.length; s++) {
      var city = gazetteer.findCity(sites.latDegrees(s), sites.lonDegrees(s));
      int site = s;
      label[s] = city.map(c -> firstSite.computeIfAbsent(c.geonameId(), id -> site)).orElse(-1);
      roles[s] = city.isPresent() ? Role.CORE : Role.NOISE;
    }
    return Clusters.of(label, roles);
  }
}
