package org.ronghe.rules.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Collects everything that is wrong, so that it can be said at once.
public final class Problems {
  private final List<Problem> all = new ArrayList<>();

  public void add(ProblemCode code, Place place, Object... arguments) {
    var problem =
        new Problem(code, place, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    if (!all.contains(problem)) {
      all.add(problem);
    }
  }

  /// A word that is not known, with the nearest one that is.
  public void unknown(ProblemCode code, Place place, String word, Collection<String> known) {
    add(code, place, word, Nearest.to(word, known).orElse(""));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int size() {
    return all.size();
  }

  /// In the order of the files and lines.
  public List<Problem> sorted() {
    return all.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> problem.place().file())
                .thenComparingInt(problem -> problem.place().line()))
        .toList();
  }
}
