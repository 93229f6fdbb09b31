package org.ronghe.atlas.source.table;

import java.util.List;

/// "Did you mean": the known name nearest to a wrong one.
final class Nearest {
  private Nearest() {}

  /// The target whose name or synonym takes the fewest single-letter edits; the first on a tie.
  static String of(String wrong, List<ColumnTarget> targets) {
    String best = targets.getFirst().name();
    int fewest = Integer.MAX_VALUE;
    for (var target : targets) {
      int edits = distance(wrong, target.name());
      for (var synonym : target.synonyms()) {
        edits = Math.min(edits, distance(wrong, synonym));
      }
      if (edits < fewest) {
        fewest = edits;
        best = target.name();
      }
    }
    return best;
  }

  /// Levenshtein's distance.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
