package org.ronghe.platform.digital.demo;

import java.util.List;
import org.ronghe.platform.access.Actor;

/// Assessments of the digital level for the demo: some settled, some waiting for a second assessor
/// or an officer, two sheets of which one was copied, and one filled in at random.
public interface DemoAssessments {
  /// How many firms it is for.
  int FIRMS = 64;

  /// Enters them, unless there are some already.
  ///
  /// @param firms whose they are, the first with one before and one after the upgrade
  /// @param assessor who assesses a second time: somebody with an account who works at none of them
  void load(List<Long> firms, Actor assessor);
}
