package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.report.Economies;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.RankingHead.Metric;
import org.ronghe.platform.ranking.RankingHead.Words;
import org.ronghe.platform.web.View;

/// What the page of a cluster shows.
///
/// @param neighbours the clusters above and below, nearest first; null at the ends
/// @param before what it was in the ranking before; null if it is new, or without one
/// @param outline null for a ranking without places
public record ClusterPage(
    View view,
    RankingHead ranking,
    Cluster cluster,
    Profile profile,
    Neighbours neighbours,
    @Nullable Cluster before,
    Maps.@Nullable Drawing outline,
    RankingPage.MapView map) {

  /// The clusters just above and below.
  public record Neighbours(@Nullable Cluster above, @Nullable Cluster below) {}

  /// A year with one count a metric; null where there is none.
  public record TrendRow(int year, List<@Nullable Double> counts) {}

  /// Something in the reader's language.
  public String either(Words words) {
    return view.either(words.english(), words.chinese());
  }

  /// The economies by name.
  public String economies() {
    return String.join(
        view.text("ranking.story.comma"),
        cluster.economies().stream()
            .map(Economies::name)
            .map(name -> view.either(name.english(), name.chinese()))
            .toList());
  }

  /// The metrics that have counts by year.
  public List<Metric> trendMetrics() {
    var known = new TreeSet<String>();
    profile.trend().forEach(year -> known.add(year.metric()));
    return ranking.metrics().stream().filter(metric -> known.contains(metric.id())).toList();
  }

  /// The counts by year, in order.
  public List<TrendRow> trend() {
    var metrics = trendMetrics();
    Map<Integer, Map<String, Double>> years = new TreeMap<>();
    for (var year : profile.trend()) {
      years
          .computeIfAbsent(year.year(), _ -> new TreeMap<>())
          .merge(year.metric(), year.count(), Double::sum);
    }
    var rows = new ArrayList<TrendRow>();
    years.forEach((year, counts) -> {
      List<@Nullable Double> cells = new ArrayList<>();
      metrics.forEach(metric -> cells.add(counts.get(metric.id())));
      rows.add(new TrendRow(year, java.util.Collections.unmodifiableList(cells)));
    });
    return rows;
  }
}
