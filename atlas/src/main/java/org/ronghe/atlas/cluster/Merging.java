package org.ronghe.atlas.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ronghe.atlas.cluster.Collaboration.Tie;
import org.ronghe.atlas.locate.Contributions;

/// Puts neighbouring clusters together: two whose nearest sites are less than a gap apart and of
/// which at least one has its strongest tie of all with the other. The strongest such tie goes
/// first and the ties are added up before the next, until none is left.
final class Merging {
  private final int[] root;
  private List<Tie> ties;
  private List<Tie> neighbours;

  private Merging(int clusters, List<Tie> ties, List<Tie> neighbours) {
    root = IntStream.range(0, clusters).toArray();
    this.ties = ties;
    this.neighbours = neighbours;
  }

  static Clusters merge(Contributions contributions, Clusters clusters, double gapKm) {
    if (gapKm <= 0 || clusters.size() < 2) {
      return clusters;
    }
    var neighbours = Neighbours.closerThan(gapKm * 1000, contributions.sites(), clusters);
    if (neighbours.isEmpty()) {
      return clusters;
    }
    var ties = Collaboration.of(contributions, clusters.ofSites(), clusters.size()).ties();
    var merging = new Merging(clusters.size(), ties, neighbours);
    boolean merged = false;
    while (merging.step()) {
      merged = true;
    }
    return merged ? clusters.merged(merging.root) : clusters;
  }

  private boolean step() {
    var strongest = strongestPartners();
    for (var tie : ties) {
      boolean strong =
          strongest[tie.first()] == tie.second() || strongest[tie.second()] == tie.first();
      if (strong && areNeighbours(tie)) {
        join(tie.first(), tie.second());
        return true;
      }
    }
    return false;
  }

  private int[] strongestPartners() {
    var strongest = new int[root.length];
    Arrays.fill(strongest, -1);
    for (var tie : ties) {
      if (strongest[tie.first()] < 0) {
        strongest[tie.first()] = tie.second();
      }
      if (strongest[tie.second()] < 0) {
        strongest[tie.second()] = tie.first();
      }
    }
    return strongest;
  }

  private boolean areNeighbours(Tie tie) {
    return neighbours.stream()
        .anyMatch(n -> n.first() == tie.first() && n.second() == tie.second());
  }

  private void join(int into, int from) {
    for (int c = 0; c < root.length; c++) {
      if (root[c] == from) {
        root[c] = into;
      }
    }
    ties = renamed(ties);
    neighbours = renamed(neighbours);
  }

  private List<Tie> renamed(List<Tie> pairs) {
    Map<List<Integer>, Double> sums = new HashMap<>();
    for (var pair : pairs) {
      int a = root[pair.first()];
      int b = root[pair.second()];
      if (a != b) {
        sums.merge(List.of(Math.min(a, b), Math.max(a, b)), pair.strength(), Double::sum);
      }
    }
    var renamed = new ArrayList<Tie>();
    sums.forEach((pair, sum) -> renamed.add(new Tie(pair.get(0), pair.get(1), sum)));
    renamed.sort(
        Comparator.comparingDouble(Tie::strength)
            .reversed()
            .thenComparingInt(Tie::first)
            .thenComparingInt(Tie::second));
    return renamed;
  }
}
