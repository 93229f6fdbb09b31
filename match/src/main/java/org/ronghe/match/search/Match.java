package org.ronghe.match.search;

import org.jspecify.annotations.Nullable;
import org.ronghe.match.index.MatchDocument;

/// A candidate that answers.
///
/// @param document what was found
/// @param evidence what speaks for it, in figures
/// @param why the reasons; null if none were asked for
public record Match(MatchDocument document, Evidence evidence, @Nullable Why why) {

  /// The score it was ordered by.
  public double score() {
    return evidence.score();
  }
}
