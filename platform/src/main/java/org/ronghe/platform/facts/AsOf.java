package org.ronghe.platform.facts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The two times a state is asked for.
///
/// @param day the day in the world
/// @param recorded what the node took to be so at this instant; null for what it takes to be so now
public record AsOf(LocalDate day, @Nullable Instant recorded) {
  /// What is now taken to be so on a day.
  public static AsOf day(LocalDate day) {
    return new AsOf(day, null);
  }
}
