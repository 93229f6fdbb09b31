package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.Reject;

/// What came of clustering points.
///
/// @param points how many were clustered
/// @param clusters how many clusters were found
/// @param clustered how many points belong to one
/// @param rejects the rows that could not be used, in the order of the file
/// @param rejectsFile where they were written, null if there are none or there is no output file
public record ClusterOutcome(
    int points, int clusters, int clustered, List<Reject> rejects, @Nullable Path rejectsFile) {

  public ClusterOutcome {
    rejects = List.copyOf(rejects);
  }

  /// Rows read, good and bad.
  public long rows() {
    return (long) points + rejects.size();
  }

  /// The share of rejected rows, 0 to 1.
  public double rejectShare() {
    return rows() == 0 ? 0 : (double) rejects.size() / rows();
  }
}
