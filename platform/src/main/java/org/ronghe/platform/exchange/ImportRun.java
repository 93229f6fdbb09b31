package org.ronghe.platform.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An import.
///
/// @param kind what its rows become
/// @param organisation where a row names none; null for none
/// @param problem why it cannot be read: a text's key and values with U+001F between; else empty
/// @param job the one that works on it, or last did; null before the first
public record ImportRun(
    long id,
    String kind,
    SourceFile file,
    @Nullable Long organisation,
    ImportState state,
    Counts counts,
    String problem,
    @Nullable Long job) {

  /// The file.
  ///
  /// @param sha256 of its content, in hexadecimal
  public record SourceFile(
      String name, String sha256, long sizeBytes, Instant uploaded, String by) {}

  /// How many rows.
  ///
  /// @param wrong those with something wrong
  /// @param taken those entered
  public record Counts(long lines, long wrong, long taken) {
    /// Those with nothing wrong.
    public long right() {
      return lines - wrong;
    }
  }
}
