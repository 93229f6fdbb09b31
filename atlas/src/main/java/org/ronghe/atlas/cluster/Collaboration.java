package org.ronghe.atlas.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ronghe.atlas.locate.Contributions;

/// How much clusters work together, fractionally counted: a record of weight w whose shares in the
/// clusters are s₁, s₂ … adds sᵢ·sⱼ/w to the tie of i and j. Over all pairs, a cluster with itself
/// and what lies in no cluster included, each record thus adds exactly its weight.
public final class Collaboration {
  private final PairSums strengths = new PairSums();

  private Collaboration() {}

  /// The tie of two clusters.
  ///
  /// @param first the smaller number
  /// @param second the larger number
  /// @param strength fractional joint records, in one direction
  public record Tie(int first, int second, double strength) {}

  /// Measures all ties.
  ///
  /// @param clusterOfSite a cluster from 0, or -1, for each site
  public static Collaboration of(
      Contributions contributions, int[] clusterOfSite, int clusterCount) {
    var collaboration = new Collaboration();
    RecordShares.walk(
        contributions,
        clusterOfSite,
        clusterCount,
        (record, clusters, shares, size) -> {
          double weight = contributions.recordWeight(record);
          for (int i = 0; i < size && weight > 0; i++) {
            for (int j = 0; j <= i; j++) {
              collaboration.strengths.add(clusters[i], clusters[j], shares[i] * shares[j] / weight);
            }
          }
        });
    return collaboration;
  }

  /// Ties between different clusters, strongest first, then by number.
  public List<Tie> ties() {
    return matrix().stream().filter(t -> t.first() != t.second()).toList();
  }

  /// The upper triangle of the matrix, its diagonal (a cluster with itself) included; pairs that
  /// share nothing are left out. Strongest first, then by number.
  public List<Tie> matrix() {
    var ties = new ArrayList<Tie>();
    strengths.forEach((first, second, sum) -> ties.add(new Tie(first, second, sum)));
    ties.sort(
        Comparator.comparingDouble(Tie::strength)
            .reversed()
            .thenComparingInt(Tie::first)
            .thenComparingInt(Tie::second));
    return ties;
  }

  /// The strength of the tie between two clusters, 0 if they share no record.
  public double between(int a, int b) {
    return strengths.of(a, b);
  }
}
