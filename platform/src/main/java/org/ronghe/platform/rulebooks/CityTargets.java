package org.ronghe.platform.rulebooks;

/// How many firms of a title a city wants by a year.
public interface CityTargets {
  /// Sets a target; 0 takes it away.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_ALLOWED but for officers; INPUT_INVALID
  ///   for impossible numbers
  void set(TitleKey title, int year, int count);
}
