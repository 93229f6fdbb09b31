package org.ronghe.platform.facts.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;

/// A subject as a row of a list.
///
/// @param kind the word of the kind
/// @param keeper the organisation that keeps a person's or a work's facts; null where none does
/// @param year of a work
public record SubjectRow(
    long id,
    Names names,
    String kind,
    String status,
    Instant changed,
    Location location,
    @Nullable Keeper keeper,
    @Nullable Integer year) {

  /// Where an organisation is; empty for others.
  public record Location(String district, String region, String economy) {}

  /// Whose people keep the facts.
  public record Keeper(long id, Names names) {}
}
