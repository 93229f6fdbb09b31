package org.ronghe.atlas.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.atlas.cluster.Collaboration.Tie;
import org.ronghe.atlas.locate.Sites;
import org.ronghe.sphere.Geodesy;

/// Finds clusters whose nearest sites are close, by a grid of cubes laid through the sphere.
final class Neighbours {
  /// Bits of one cube coordinate: cubes of 10 m would still fit.
  private static final int BITS = 21;

  private final Sites sites;
  private final double gapMeters;
  private final Map<Long, List<Integer>> cubes = new HashMap<>();

  private Neighbours(Sites sites, double gapMeters) {
    this.sites = sites;
    this.gapMeters = Math.max(gapMeters, 10);
  }

  /// Pairs of clusters with sites less than `gapMeters` apart, with strength 0.
  static List<Tie> closerThan(double gapMeters, Sites sites, Clusters clusters) {
    var grid = new Neighbours(sites, gapMeters);
    for (int s = 0; s < sites.size(); s++) {
      if (clusters.ofSite(s) >= 0) {
        grid.cubes.computeIfAbsent(grid.cube(s, 0, 0, 0), c -> new ArrayList<>()).add(s);
      }
    }
    Set<Tie> pairs = new HashSet<>();
    for (int s = 0; s < sites.size(); s++) {
      if (clusters.ofSite(s) >= 0) {
        grid.pairsOf(s, clusters, gapMeters, pairs);
      }
    }
    return List.copyOf(pairs);
  }

  private void pairsOf(int site, Clusters clusters, double gap, Set<Tie> pairs) {
    int own = clusters.ofSite(site);
    for (int neighbour = 0; neighbour < 27; neighbour++) {
      long cube = cube(site, neighbour % 3 - 1, neighbour / 3 % 3 - 1, neighbour / 9 - 1);
      for (int other : cubes.getOrDefault(cube, List.of())) {
        if (own < clusters.ofSite(other) && distanceMeters(site, other) < gap) {
          pairs.add(new Tie(own, clusters.ofSite(other), 0));
        }
      }
    }
  }

  private double distanceMeters(int a, int b) {
    return Geodesy.distanceMeters(
        sites.latDegrees(a), sites.lonDegrees(a), sites.latDegrees(b), sites.lonDegrees(b));
  }

  private long cube(int site, int dx, int dy, int dz) {
    double lat = Math.toRadians(sites.latDegrees(site));
    double lon = Math.toRadians(sites.lonDegrees(site));
    double scale = Geodesy.MEAN_RADIUS_METERS / gapMeters;
    long x = (long) Math.floor(Math.cos(lat) * Math.cos(lon) * scale) + dx;
    long y = (long) Math.floor(Math.cos(lat) * Math.sin(lon) * scale) + dy;
    long z = (long) Math.floor(Math.sin(lat) * scale) + dz;
    long mask = (1L << BITS) - 1;
    return ((x & mask) << (2 * BITS)) | ((y & mask) << BITS) | (z & mask);
  }
}
