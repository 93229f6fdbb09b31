package org.ronghe.atlas.rank;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Bilingual;

/// One row of the ranking.
///
/// @param rank from 1; equal unrounded scores share a rank
/// @param label the cluster's canonical label; for a table of counts the row's position
/// @param name such as `San Jose–San Francisco, CA` and 圣何塞–旧金山
/// @param economies ISO 3166-1 alpha-2 codes, largest contribution first
/// @param score sum of the weighted shares in percent, unrounded
/// @param nearTie true if a neighbour's printed score is the same while the unrounded is not
/// @param figures one per metric, in the method's order
/// @param profile what is known beyond the counts; null when ranked from a table of counts
public record RankedCluster(
    int rank,
    int label,
    Bilingual name,
    List<String> economies,
    double score,
    boolean nearTie,
    List<Figure> figures,
    @Nullable Profile profile) {

  public RankedCluster {
    economies = List.copyOf(economies);
    figures = List.copyOf(figures);
  }

  RankedCluster withOnly(List<String> metrics) {
    var kept = figures.stream().filter(f -> metrics.contains(f.metric())).toList();
    return new RankedCluster(rank, label, name, economies, score, nearTie, kept, profile);
  }
}
