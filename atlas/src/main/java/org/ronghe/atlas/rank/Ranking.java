package org.ronghe.atlas.rank;

import java.util.List;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.MethodValue;

/// The result of a run: what the table, the files and the report are written from.
///
/// @param method id of the method, such as `gii-2024`
/// @param title the method's title in English and Chinese
/// @param methodValues every value of the method with its source
/// @param metrics what is counted, in order
/// @param clusters in rank order, ties by name
/// @param quality what the data could and could not tell
/// @param notes plain-language remarks for the reader (such as "demo records, scaled down")
public record Ranking(
    String method,
    Bilingual title,
    List<MethodValue> methodValues,
    List<Metric> metrics,
    List<RankedCluster> clusters,
    Quality quality,
    List<Bilingual> notes) {

  public Ranking {
    methodValues = List.copyOf(methodValues);
    metrics = List.copyOf(metrics);
    clusters = List.copyOf(clusters);
    notes = List.copyOf(notes);
  }

  /// The same ranking for a reader: metrics of which there is no record are left out, unless all
  /// are.
  public Ranking withoutEmptyMetrics() {
    var kept = metrics.stream().filter(m -> m.worldTotal() > 0).toList();
    if (kept.isEmpty() || kept.size() == metrics.size()) {
      return this;
    }
    var ids = kept.stream().map(Metric::id).toList();
    var rows = clusters.stream().map(c -> c.withOnly(ids)).toList();
    return new Ranking(method, title, methodValues, kept, rows, quality, notes);
  }
}
