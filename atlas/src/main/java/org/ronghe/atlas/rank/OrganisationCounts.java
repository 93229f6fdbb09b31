package org.ronghe.atlas.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.cluster.Clusters;
import org.ronghe.atlas.locate.Contributions;

/// The fractional count of every organisation in every cluster. Nearly all organisations lie in one
/// cluster, so the first has an array and only the others a map.
final class OrganisationCounts {
  private final int[] firstCluster;
  private final double[] firstCount;
  private final Map<Long, double[]> others = new HashMap<>();

  private OrganisationCounts(int organisations) {
    firstCluster = new int[organisations];
    firstCount = new double[organisations];
    Arrays.fill(firstCluster, -1);
  }

  /// The top `most` organisations of each cluster, largest first, then by number.
  static List<List<Profile.Amount>> top(Contributions contributions, Clusters clusters, int most) {
    var names = contributions.names().organisations();
    var counts = new OrganisationCounts(names.size());
    counts.addAll(contributions, clusters);
    var byCluster = new ArrayList<List<Entry>>();
    for (int c = 0; c < clusters.size(); c++) {
      byCluster.add(new ArrayList<>());
    }
    for (int o = 0; o < counts.firstCluster.length; o++) {
      if (counts.firstCluster[o] >= 0) {
        byCluster.get(counts.firstCluster[o]).add(new Entry(o, counts.firstCount[o]));
      }
    }
    counts.others.forEach((key, count) ->
        byCluster.get((int) (key >>> 32)).add(new Entry((int) (long) key, count[0])));
    var top = new ArrayList<List<Profile.Amount>>();
    for (var entries : byCluster) {
      entries.sort(Comparator.comparingDouble(Entry::count).reversed().thenComparingInt(Entry::id));
      top.add(
          entries.stream()
              .limit(most)
              .map(e -> new Profile.Amount(names.name(e.id()), names.id(e.id()), e.count()))
              .toList());
    }
    return top;
  }

  private record Entry(int id, double count) {}

  private void addAll(Contributions contributions, Clusters clusters) {
    for (var chunk : contributions.chunks()) {
      for (int i = 0; i < chunk.rows(); i++) {
        int organisation = chunk.organisation(i);
        int site = chunk.site(i);
        int cluster = site < 0 ? -1 : clusters.ofSite(site);
        if (organisation >= 0 && cluster >= 0) {
          add(organisation, cluster, chunk.weight(i));
        }
      }
    }
  }

  private void add(int organisation, int cluster, double weight) {
    if (firstCluster[organisation] < 0) {
      firstCluster[organisation] = cluster;
    }
    if (firstCluster[organisation] == cluster) {
      firstCount[organisation] += weight;
    } else {
      long key = (long) cluster << 32 | organisation;
      others.computeIfAbsent(key, k -> new double[1])[0] += weight;
    }
  }
}
