package org.ronghe.platform.matching;

import java.util.List;

/// Finds what is public and could answer a need, and says why.
public interface Matching {
  /// The best offers, people and organisations for a need.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem MATCHING_UNAVAILABLE where the language models
  ///   do not run on this system, or the node is stopping
  MatchAnswer find(MatchRequest request);

  /// What is public and says much the same as a text in other words or in the other language, the
  /// surest first. Only offers near it in meaning are compared; takes about a second.
  ///
  /// @param text its title and what is compared; how many is not looked at
  /// @throws org.ronghe.platform.problem.NodeProblem MATCHING_UNAVAILABLE as above
  List<Reworded> reworded(MatchRequest text);

  /// How the index is doing: what an operator wants to know.
  MatchingHealth health();
}
