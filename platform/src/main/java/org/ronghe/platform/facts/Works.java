package org.ronghe.platform.facts;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// The works of the node.
public interface Works {
  /// A part of the list.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem FILTER_INVALID, CURSOR_INVALID
  Listing<Work> list(ListQuery query);

  /// Enters a work.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID, NOT_ALLOWED
  Work create(WorkProfile profile);

  /// Enters many in one transaction. Their identifiers and facts are entered apart.
  ///
  /// @return their ids in the order given
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID, NOT_ALLOWED
  List<Long> createAll(List<WorkProfile> profiles);

  /// Changes the profile.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE, NOT_ALLOWED, NOT_FOUND
  Work update(long work, WorkProfile profile, long version);

  /// A work.
  Optional<Work> find(long work);
}
