package org.ronghe.platform.matching;

import java.util.List;

/// Something public that says much the same as a text in other words or in the other language.
///
/// @param offer what says it
/// @param translated whether the two are in two languages
/// @param strength how sure it is; copies begin at
///   [org.ronghe.match.duplicate.RewordedCopies#LEAST_STRENGTH]
/// @param passages sentences that mean the same, in the order of both texts
public record Reworded(
    Offer offer, boolean translated, double strength, List<AlignedPassage> passages) {
  public Reworded {
    passages = List.copyOf(passages);
  }
}
