package org.ronghe.atlas.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.cluster.Clusters;
import org.ronghe.atlas.cluster.Collaboration;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.rank.Ranking;

/// Everything a run found, ready to be written.
///
/// @param ranking the ranking with its method and data quality
/// @param evidence the records behind it; null when ranked from a table of counts
/// @param rejects bad data, in the order of the input
/// @param options what the user asked for, by option name
public record RunResult(
    Ranking ranking,
    @Nullable Evidence evidence,
    List<Reject> rejects,
    Map<String, String> options) {

  /// The records behind a ranking.
  ///
  /// @param contributions records and located contributions
  /// @param clusters which cluster each site belongs to
  /// @param collaboration ties between clusters
  public record Evidence(
      Contributions contributions, Clusters clusters, Collaboration collaboration) {}
}
