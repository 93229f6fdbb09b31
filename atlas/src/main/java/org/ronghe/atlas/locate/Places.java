package org.ronghe.atlas.locate;

/// Draft.
public final class Places {
  /// x.
  public int find(long key) {
    return -1;
  }

  /// x.
  public int size() {
    return 0;
  }

  /// x.
  public int locations(int p) {
    return 0;
  }

  /// x.
  public double latDegrees(int p, int k) {
    return 0;
  }

  /// x.
  public double lonDegrees(int p, int k) {
    return 0;
  }

  /// x.
  public boolean viaParent(int p) {
    return false;
  }
}
