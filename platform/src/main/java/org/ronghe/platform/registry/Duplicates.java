package org.ronghe.platform.registry;

import java.util.List;

/// Achievements that may be the same. What the current actor may not see is not told.
public interface Duplicates {
  /// Those that may be the same as an achievement, the likeliest first, at most ten.
  List<Likeness> of(Achievement achievement);

  /// Those that may be the same as forms that are not entered yet, for each the likeliest.
  List<List<Likeness>> of(List<FilledForm> forms);

  /// Remembers what somebody found: never asked again of these two.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_FOUND, NOT_ALLOWED
  void decide(long one, long other, boolean same, String reason);
}
