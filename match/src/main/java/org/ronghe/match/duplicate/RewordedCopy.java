package org.ronghe.match.duplicate;

import java.util.List;

/// Two texts that say the same in other words, or in another language.
///
/// @param first id of the earlier text
/// @param second id of the later one
/// @param translated whether they are in two languages
/// @param strength how sure it is: closeness of the aligned sentences beyond chance, for the number
///   of sentences; copies begin at [RewordedCopies#LEAST_STRENGTH]
/// @param passages sentences that mean the same, in the order of both texts
public record RewordedCopy(
    String first, String second, boolean translated, double strength, List<Alike> passages) {

  /// A sentence of the one and a sentence of the other.
  ///
  /// @param firstFrom first character in the first text
  /// @param firstTo one past the last
  /// @param secondFrom first character in the second text
  /// @param secondTo one past the last
  /// @param closeness of their meanings, −1 to 1
  public record Alike(int firstFrom, int firstTo, int secondFrom, int secondTo, double closeness) {}

  public RewordedCopy {
    passages = List.copyOf(passages);
  }
}
