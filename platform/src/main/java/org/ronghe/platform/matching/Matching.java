package org.ronghe.platform.matching;

/// Finds what is public and could answer a need, and says why.
public interface Matching {
  /// The best offers, people and organisations for a need.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem MATCHING_UNAVAILABLE where the language models
  ///   do not run on this system, or the node is stopping
  MatchAnswer find(MatchRequest request);

  /// How the index is doing: what an operator wants to know.
  MatchingHealth health();
}
