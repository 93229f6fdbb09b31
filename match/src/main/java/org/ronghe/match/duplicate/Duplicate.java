package org.ronghe.match.duplicate;

import java.util.List;

/// Two texts that share passages.
///
/// @param first id of the earlier text in the file
/// @param second id of the later one
/// @param firstShare the share of the first text's tokens that stand in the second
/// @param secondShare the share of the second text's tokens that stand in the first
/// @param passages what they share, in the order of the first text
public record Duplicate(
    String first,
    String second,
    double firstShare,
    double secondShare,
    List<SharedPassage> passages) {

  /// From here on two texts are taken for the same.
  private static final double SAME = 0.8;

  /// From here on one is taken to be a part of the other.
  private static final double PART = 0.8;

  public Duplicate {
    passages = List.copyOf(passages);
  }

  /// What the two are to each other.
  public enum Relation {
    /// Nearly all of each stands in the other.
    SAME,
    /// Nearly all of one stands in the other.
    PART,
    /// They share passages.
    PASSAGES
  }

  /// What the two are to each other.
  public Relation relation() {
    if (Math.min(firstShare, secondShare) >= SAME) {
      return Relation.SAME;
    }
    return Math.max(firstShare, secondShare) >= PART ? Relation.PART : Relation.PASSAGES;
  }
}
