package org.ronghe.match.search;

import java.util.List;

/// Somebody whose works answer.
///
/// @param owner id, as the documents name their owners
/// @param score mean of the scores of the works
/// @param works the best, at most three, the best first
public record OwnerMatch(String owner, double score, List<Match> works) {
  public OwnerMatch {
    works = List.copyOf(works);
  }
}
