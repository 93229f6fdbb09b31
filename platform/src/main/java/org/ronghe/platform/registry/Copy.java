package org.ronghe.platform.registry;

import java.util.List;
import org.ronghe.platform.matching.AlignedPassage;

/// An achievement whose summary says what that of one at hand says, with the passages that prove
/// it.
///
/// @param achievement its id
/// @param title of it
/// @param kind `word-for-word`, `reworded` or `translated`
/// @param percent word for word, the greater of the two shares that one summary has of the other, 0
///   to 100; else 0
/// @param passages that stand for each other: of the one at hand, of the other
public record Copy(
    long achievement, String title, String kind, int percent, List<AlignedPassage> passages) {
  public Copy {
    passages = List.copyOf(passages);
  }
}
