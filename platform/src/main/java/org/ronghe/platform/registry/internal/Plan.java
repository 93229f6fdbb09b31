package org.ronghe.platform.registry.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The preferred plan of a year.
///
/// @param published null while it is being chosen
public record Plan(long id, int year, @Nullable Instant published, String publishedBy) {
  /// What was proposed.
  ///
  /// @param keeper the name of who registered it
  /// @param proposed why
  /// @param standing `open`, `chosen` or `passed`
  /// @param reason why it was chosen or passed over
  public record Candidate(
      long achievement,
      String title,
      String number,
      String keeper,
      String proposed,
      String proposedBy,
      String standing,
      String reason) {}
}
