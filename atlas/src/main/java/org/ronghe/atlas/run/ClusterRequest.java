package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Method.MinWeight;

/// What points are to be clustered, and how.
///
/// @param points table with the columns id, lat, lon and optionally weight
/// @param columns our column name → the file's, where they differ
/// @param radiusKm great-circle radius of a neighbourhood, kilometres
/// @param minWeight least weight of a core point's neighbourhood
/// @param out file of the labels, null for the stream given to the run
/// @param threads at least 1; the result does not depend on it
public record ClusterRequest(
    Path points,
    Map<String, String> columns,
    double radiusKm,
    MinWeight minWeight,
    @Nullable Path out,
    int threads) {

  public ClusterRequest {
    columns = Map.copyOf(columns);
  }
}
