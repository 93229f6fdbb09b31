package org.ronghe.platform.search;

import java.util.List;
import java.util.Map;

/// What was found.
///
/// @param hits the page of results that was asked for
/// @param counts how many results there are of each kind, whatever kind was asked for
/// @param similar whether nothing matched as typed, and these are similar
/// @param complete whether the index holds everything; false while it is first built
public record SearchAnswer(
    List<SearchHit> hits, Map<SearchKind, Integer> counts, boolean similar, boolean complete) {
  public SearchAnswer {
    hits = List.copyOf(hits);
    counts = Map.copyOf(counts);
  }

  /// How many results there are of that kind.
  public int count(SearchKind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /// How many results there are.
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
