package org.ronghe.platform.registry;

import java.util.List;

/// An achievement that may be the same as one at hand, and why.
///
/// @param achievement its id
/// @param title of it
/// @param titlePercent how alike the titles are, 0 to 100: twice the pairs of characters that both
///   have, over all pairs (Dice)
/// @param summaryPercent how alike the summaries are, likewise
/// @param copiedPercent the greater of the two shares that one summary has of the other word for
///   word, 0 to 100
/// @param people named in both
/// @param rights whose numbers stand in both
/// @param verdict `same`, `different`, or empty while nobody decided
public record Likeness(
    long achievement,
    String title,
    int titlePercent,
    int summaryPercent,
    int copiedPercent,
    List<String> people,
    List<String> rights,
    String verdict) {
  private static final int SURELY = 90;
  private static final int LIKELY = 60;
  private static final int TEXT = 70;

  /// Less is what everybody writes.
  private static final int COPIED = 20;

  public Likeness {
    people = List.copyOf(people);
    rights = List.copyOf(rights);
  }

  /// Whether somebody should look: a right in common; titles that hardly differ; titles much alike
  /// with people in common; much the same text; or passages copied word for word.
  public boolean likely() {
    return !rights.isEmpty()
        || titlePercent >= SURELY
        || (titlePercent >= LIKELY && !people.isEmpty())
        || summaryPercent >= TEXT
        || copiedPercent >= COPIED;
  }
}
