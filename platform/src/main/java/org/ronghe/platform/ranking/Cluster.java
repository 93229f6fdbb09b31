package org.ronghe.platform.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.ranking.RankingHead.Words;

/// A cluster in a ranking.
///
/// @param label canonical, as in the result files
/// @param rank from 1; equal scores share one
/// @param economies ISO 3166-1 alpha-2, largest contribution first
/// @param score in percent points
/// @param nearTie whether a neighbour's printed score is the same
/// @param figures one a metric, in the ranking's order
/// @param place null for a ranking from a table of counts
public record Cluster(
    int label,
    int rank,
    Words name,
    List<String> economies,
    double score,
    boolean nearTie,
    List<Figure> figures,
    @Nullable Place place) {

  public Cluster {
    economies = List.copyOf(economies);
    figures = List.copyOf(figures);
  }

  /// A count.
  ///
  /// @param sharePercent of the world
  /// @param perMillion NaN where the inhabitants are unknown
  public record Figure(String metric, double count, double sharePercent, double perMillion) {}

  /// Where it is, and how much lies there.
  ///
  /// @param population inhabitants; 0 where unknown
  /// @param contributions located contributions
  public record Place(double latDegrees, double lonDegrees, long population, long contributions) {}

  /// The figure of a metric; none for an unknown one.
  public @Nullable Figure figure(String metric) {
    return figures.stream().filter(f -> f.metric().equals(metric)).findFirst().orElse(null);
  }
}
