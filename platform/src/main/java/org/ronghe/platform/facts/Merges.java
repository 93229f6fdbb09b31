package org.ronghe.platform.facts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// Merges of organisations that are the same. Somebody proposes, an officer who is somebody else
/// decides, and it can be undone: nothing is moved, so everything is as it was.
public interface Merges {
  /// Proposes that `merged` is the same as `survivor`.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CONFLICT if one of them is merged already or
  ///   the proposal waits; INPUT_INVALID; NOT_FOUND; NOT_ALLOWED
  Merge propose(long merged, long survivor, String reason, @Nullable Long evidence);

  /// Accepts or refuses a proposal.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if it is decided already;
  ///   NOT_ALLOWED to who proposed it, and to who is no officer; CONFLICT if one of them was merged
  ///   meanwhile
  Merge decide(long merge, boolean accept, String reason);

  /// Takes a merge in force back.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if it is not in force
  Merge undo(long merge, String reason);

  /// A merge.
  Optional<Merge> find(long merge);

  /// The newest merges and proposals in that state, newest first; null for all.
  List<Merge> list(Merge.@Nullable State state, int limit);

  /// A part of all merges and proposals, filtered by `state` (`proposed`, `refused`, `in_force`,
  /// `undone`), `merged`, `survivor` and `proposed` (a day), the newest first.
  Listing<Merge> list(ListQuery query);

  /// Merges of which the organisation is one side, newest first.
  List<Merge> of(long organisation);
}
