package org.ronghe.match.search;

import java.util.Set;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;

/// What is asked.
///
/// @param document asks with its title and text; a need asks for offers, an offer for needs
/// @param kinds kinds that may answer; empty for all of the other side
/// @param among ids that may answer; empty for all
/// @param most how many answers at most
/// @param explained whether reasons are wanted
public record MatchQuery(
    MatchDocument document,
    Set<DocumentKind> kinds,
    Set<String> among,
    int most,
    boolean explained) {

  public MatchQuery {
    kinds = Set.copyOf(kinds);
    among = Set.copyOf(among);
    if (most < 1) {
      throw new IllegalArgumentException("most: " + most);
    }
  }

  /// Everything of the other side, with reasons.
  public static MatchQuery of(MatchDocument document, int most) {
    return new MatchQuery(document, Set.of(), Set.of(), most, true);
  }
}
