package org.ronghe.platform.jobs;

import org.ronghe.platform.web.Saying;
import tools.jackson.databind.JsonNode;

/// A job under way, as whoever does it sees it.
public interface JobRun {
  /// What was asked for.
  JsonNode input();

  /// A step begins.
  ///
  /// @param key of the step's name
  void step(String key);

  /// How far the step is. May be called as often as one likes: it is written twice a second.
  ///
  /// @param total 0 where nobody knows
  void at(long done, long total);

  /// Something worth reading later.
  void log(Saying said);

  /// Where what came out is.
  void result(String href);
}
