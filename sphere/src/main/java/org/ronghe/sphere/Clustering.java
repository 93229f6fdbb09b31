package org.ronghe.sphere;

import java.util.Objects;

/// The outcome of a clustering: a label and a role for each point, by the point's index.
///
/// Canonical: a cluster's label is the smallest index among its cores, a border point belongs to
/// the cluster of its nearest core (ties to the smallest core index), and noise has label -1.
public final class Clustering {

  /// Label of a point that belongs to no cluster.
  public static final int NOISE = -1;

  // Label of a core as it is, label of a border point as -2 - label, noise as -1.
  private final int[] codes;
  private final int clusters;

  Clustering(int[] codes, int clusters) {
    this.codes = codes;
    this.clusters = clusters;
  }

  static int borderCode(int label) {
    return -2 - label;
  }

  /// Number of points.
  public int size() {
    return codes.length;
  }

  /// Number of clusters.
  public int clusters() {
    return clusters;
  }

  /// Smallest core index of the point's cluster, or [#NOISE].
  ///
  /// @throws IndexOutOfBoundsException when there is no such point
  public int label(int point) {
    int code = codes[Objects.checkIndex(point, codes.length)];
    return code >= NOISE ? code : borderCode(code);
  }

  /// Whether enough weight lies within the radius of the point.
  ///
  /// @throws IndexOutOfBoundsException when there is no such point
  public boolean isCore(int point) {
    return codes[Objects.checkIndex(point, codes.length)] >= 0;
  }

  /// The point's role.
  ///
  /// @throws IndexOutOfBoundsException when there is no such point
  public Role role(int point) {
    int code = codes[Objects.checkIndex(point, codes.length)];
    if (code >= 0) {
      return Role.CORE;
    }
    return code == NOISE ? Role.NOISE : Role.BORDER;
  }

  /// A new array of all labels, by point.
  public int[] labels() {
    int[] labels = new int[codes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(i);
    }
    return labels;
  }
}
