package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// An achievement in a pool.
///
/// @param entered when, through whom and why
/// @param until when its time is over
/// @param left when it left, and how; null while it stays
public record PoolStay(
    long id,
    long achievement,
    String title,
    String pool,
    Step entered,
    LocalDate until,
    @Nullable Step left,
    String outcome) {
  /// Something that was done.
  public record Step(LocalDate on, String by, String reason) {}

  /// So many days are left; less than 0 when its time is over.
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, until);
  }
}
