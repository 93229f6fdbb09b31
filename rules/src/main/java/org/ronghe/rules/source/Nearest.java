package org.ronghe.rules.source;

import java.util.Collection;
import java.util.Optional;

/// "Did you mean": the known word nearest to a mistyped one.
public final class Nearest {
  private Nearest() {}

  /// The word of `known` at the least edit distance from `word`, if that is at most a third of its
  /// length; ties go to the first.
  public static Optional<String> to(String word, Collection<String> known) {
    int least = Math.max(1, word.length() / 3) + 1;
    Optional<String> best = Optional.empty();
    for (var candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
