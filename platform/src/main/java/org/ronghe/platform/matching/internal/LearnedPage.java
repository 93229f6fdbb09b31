package org.ronghe.platform.matching.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.evaluate.LearningTable;
import org.ronghe.platform.matching.Lesson;
import org.ronghe.platform.matching.MatchDecision;
import org.ronghe.platform.web.View;

/// What matching learned, and from what.
///
/// @param lesson null while there are too few decisions
/// @param newest decisions that the reader may see, the newest first
public record LearnedPage(View view, @Nullable Lesson lesson, List<MatchDecision> newest) {
  public LearnedPage {
    newest = List.copyOf(newest);
  }

  /// So many decisions are wanted before anything is learned.
  public static int leastDecisions() {
    return LearningTable.LEAST_PAIRS;
  }

  /// On so many needs.
  public static int leastNeeds() {
    return LearningTable.LEAST_NEEDS;
  }
}
