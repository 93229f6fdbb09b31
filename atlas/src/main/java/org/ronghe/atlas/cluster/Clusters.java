package org.ronghe.atlas.cluster;

import java.util.Arrays;
import org.ronghe.sphere.Role;

/// Which cluster each site belongs to, and as what.
///
/// Clusters are numbered from 0 by their label; the label is the smallest site among a cluster's
/// cores.
public final class Clusters {
  private final int[] clusterOfSite;
  private final Role[] roleOfSite;
  private final int[] label;

  private Clusters(int[] clusterOfSite, Role[] roleOfSite, int[] label) {
    this.clusterOfSite = clusterOfSite;
    this.roleOfSite = roleOfSite;
    this.label = label;
  }

  /// Numbers the clusters.
  ///
  /// @param labelOfSite a label, or -1, for each site
  static Clusters of(int[] labelOfSite, Role[] roleOfSite) {
    var labels = Arrays.stream(labelOfSite).filter(l -> l >= 0).sorted().distinct().toArray();
    var clusterOfSite = new int[labelOfSite.length];
    for (int i = 0; i < labelOfSite.length; i++) {
      clusterOfSite[i] = labelOfSite[i] < 0 ? -1 : Arrays.binarySearch(labels, labelOfSite[i]);
    }
    return new Clusters(clusterOfSite, roleOfSite, labels);
  }

  /// The same sites with clusters put together.
  ///
  /// @param root for each cluster the one it becomes part of, itself if none
  Clusters merged(int[] root) {
    var smallest = label.clone();
    for (int c = 0; c < root.length; c++) {
      smallest[root[c]] = Math.min(smallest[root[c]], label[c]);
    }
    var labelOfSite = new int[clusterOfSite.length];
    for (int i = 0; i < labelOfSite.length; i++) {
      labelOfSite[i] = clusterOfSite[i] < 0 ? -1 : smallest[root[clusterOfSite[i]]];
    }
    return of(labelOfSite, roleOfSite);
  }

  /// How many clusters there are.
  public int size() {
    return label.length;
  }

  /// The canonical label of cluster `c`.
  public int label(int c) {
    return label[c];
  }

  /// The cluster of site `s`, or -1.
  public int ofSite(int s) {
    return clusterOfSite[s];
  }

  /// The role of site `s`.
  public Role role(int s) {
    return roleOfSite[s];
  }

  /// The cluster, or -1, of each site; not to be changed.
  public int[] ofSites() {
    return clusterOfSite;
  }
}
