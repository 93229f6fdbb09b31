package org.ronghe.platform.ranking.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead.Metric;
import org.ronghe.platform.ranking.RankingHead.Words;

/// A result folder, read and found right.
///
/// @param head what stands above the clusters
/// @param clusters in rank order
/// @param profiles by label
/// @param outlines GeoJSON coordinates of a MultiPolygon, by label
/// @param ties collaboration
/// @param runJson `run.json` as it is
/// @param unlocated the most frequent affiliations without a place
/// @param digest SHA-256 of `run.json` and `clusters.json`
record Result(
    Head head,
    List<Cluster> clusters,
    Map<Integer, Profile> profiles,
    Map<Integer, String> outlines,
    List<Tie> ties,
    String runJson,
    List<Unlocated> unlocated,
    String digest) {

  Result {
    clusters = List.copyOf(clusters);
    profiles = Map.copyOf(profiles);
    outlines = Map.copyOf(outlines);
    ties = List.copyOf(ties);
    unlocated = List.copyOf(unlocated);
  }

  /// What stands above the clusters.
  record Head(
      String method, Words title, int scoreDecimals, List<Metric> metrics, List<Words> notes) {
    Head {
      metrics = List.copyOf(metrics);
      notes = List.copyOf(notes);
    }
  }

  /// Fractional joint records of two clusters.
  record Tie(int a, int b, double strength) {}

  /// An affiliation without a place.
  record Unlocated(String affiliation, String id, long contributions, double weight) {}
}
