package org.ronghe.atlas.cluster;

import java.util.Arrays;
import org.ronghe.atlas.locate.Contributions;

/// Walks the records in the order of the input and tells, for each, which clusters share it.
public final class RecordShares {
  private int[] clusters = new int[16];
  private double[] shares = new double[16];
  private int size;
  private final int[] positionOf;

  private RecordShares(int clusterCount) {
    positionOf = new int[clusterCount];
    Arrays.fill(positionOf, -1);
  }

  /// Takes one record that at least one cluster shares.
  @FunctionalInterface
  public interface Visitor {
    /// Takes a record.
    ///
    /// @param record its number
    /// @param clusters the clusters that share it, each once, in the order they are met; only the
    ///   first `size` count and the array is used again
    /// @param shares their fractional weights
    void visit(int record, int[] clusters, double[] shares, int size);
  }

  /// Visits every record that lies in a cluster.
  ///
  /// @param clusterOfSite a cluster from 0, or -1, for each site
  /// @param clusterCount how many clusters there are
  public static void walk(
      Contributions contributions, int[] clusterOfSite, int clusterCount, Visitor visitor) {
    var open = new RecordShares(clusterCount);
    int record = -1;
    for (var chunk : contributions.chunks()) {
      for (int i = 0; i < chunk.rows(); i++) {
        if (chunk.record(i) != record) {
          open.close(record, visitor);
          record = chunk.record(i);
        }
        int site = chunk.site(i);
        int cluster = site < 0 ? -1 : clusterOfSite[site];
        if (cluster >= 0) {
          open.add(cluster, chunk.weight(i));
        }
      }
    }
    open.close(record, visitor);
  }

  private void add(int cluster, double weight) {
    int position = positionOf[cluster];
    if (position < 0) {
      if (size == clusters.length) {
        clusters = Arrays.copyOf(clusters, size * 2);
        shares = Arrays.copyOf(shares, size * 2);
      }
      position = size++;
      positionOf[cluster] = position;
      clusters[position] = cluster;
      shares[position] = 0;
    }
    shares[position] += weight;
  }

  private void close(int record, Visitor visitor) {
    if (size == 0) {
      return;
    }
    visitor.visit(record, clusters, shares, size);
    for (int i = 0; i < size; i++) {
      positionOf[clusters[i]] = -1;
    }
    size = 0;
  }
}
