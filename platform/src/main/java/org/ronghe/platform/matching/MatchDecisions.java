package org.ronghe.platform.matching;

import java.util.List;
import java.util.Map;

/// What people decided about offers. The only thing that matching learns from.
public interface MatchDecisions {
  /// Remembers what the current actor decided, in place of what they decided before about the same.
  ///
  /// @param words why; may be empty
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_FOUND where the offer is not public,
  ///   INPUT_INVALID without a need or with a text that is too long
  void decide(MatchRequest need, long achievement, MatchOutcome outcome, String words);

  /// What the current actor decided for a need, by the offers' ids.
  Map<Long, MatchOutcome> own(MatchRequest need);

  /// The newest ones that the current actor may read.
  List<MatchDecision> newest(int most);
}
