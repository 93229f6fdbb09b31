package org.ronghe.platform.facts;

import java.util.Optional;

/// The works of the node.
public interface Works {
  /// Enters a work.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID, NOT_ALLOWED
  Work create(WorkProfile profile);

  /// Changes the profile.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE, NOT_ALLOWED, NOT_FOUND
  Work update(long work, WorkProfile profile, long version);

  /// A work.
  Optional<Work> find(long work);
}
