package org.ronghe.platform.ranking.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Texts;

/// What is wrong with a result's files: collected, so that all of it is told at once.
final class Faults {
  private static final int MOST = 50;

  private final Texts texts;
  private final Map<String, String> found = new LinkedHashMap<>();
  private int more;

  Faults(Texts texts) {
    this.texts = texts;
  }

  /// @param where file, and place in it
  void add(String where, String key, Object... values) {
    if (found.size() < MOST) {
      found.merge(where, texts.text(key, values), (one, two) -> one + " " + two);
    } else {
      more++;
    }
  }

  boolean any() {
    return !found.isEmpty();
  }

  /// @throws NodeProblem INPUT_INVALID if there is any
  void check() {
    if (any()) {
      if (more > 0) {
        found.put("…", texts.text("ranking.fault.more", more));
      }
      throw new NodeProblem(ProblemCode.INPUT_INVALID, found);
    }
  }
}
