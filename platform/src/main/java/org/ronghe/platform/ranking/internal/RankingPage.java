package org.ronghe.platform.ranking.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.report.WorldMap;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// What the page of a ranking shows.
///
/// @param story where we stand, what changed, what to do
/// @param rows a part of the list
/// @param map all clusters that have a place
/// @param chosen what is marked in table and map
/// @param against what it is compared with
public record RankingPage(
    View view,
    RankingHead ranking,
    Story story,
    Listing<Cluster> rows,
    MapView map,
    Chosen chosen,
    Against against) {

  /// The map.
  ///
  /// @param world null for a ranking without places
  /// @param approval number of the operator's map; may be empty
  public record MapView(@Nullable WorldMap world, Maps.Ground ground, String approval) {}

  /// What is marked.
  ///
  /// @param labels those that search and filter choose
  /// @param own label of this node's own cluster; 0 without one
  public record Chosen(Set<Integer> labels, int own) {
    public Chosen {
      labels = Set.copyOf(labels);
    }

    /// The labels as the map's script reads them.
    public String text() {
      return labels.stream()
          .sorted()
          .map(String::valueOf)
          .collect(java.util.stream.Collectors.joining(" "));
    }
  }

  /// What it is compared with.
  ///
  /// @param ranking null without one
  /// @param ranks the ranks before, by label
  /// @param others what else it could be compared with
  public record Against(
      @Nullable RankingHead ranking, Map<Integer, Integer> ranks, List<RankingHead> others) {
    public Against {
      ranks = Map.copyOf(ranks);
      others = List.copyOf(others);
    }

    /// How many places a cluster moved up; null where it is new.
    public @Nullable Integer moved(Cluster cluster) {
      Integer before = ranks.get(cluster.label());
      return before == null ? null : before - cluster.rank();
    }
  }

  /// Decimals of a metric's counts: one number for the whole column.
  public int decimals(String metric) {
    double largest = 0;
    boolean whole = true;
    for (Cluster cluster : rows.results()) {
      var figure = cluster.figure(metric);
      if (figure != null) {
        largest = Math.max(largest, figure.count());
        whole &= figure.count() == Math.rint(figure.count());
      }
    }
    return whole || largest >= 1000 ? 0 : largest >= 10 ? 1 : 2;
  }
}
