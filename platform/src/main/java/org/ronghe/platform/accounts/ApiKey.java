package org.ronghe.platform.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key that programs use in a person's name; the key itself is not kept.
///
/// @param name what its owner calls it
/// @param prefix how it begins
/// @param scope what it may do
/// @param lastUsedAt to the minute; null if never
/// @param revokedAt null if it was not revoked
public record ApiKey(
    long id,
    String name,
    String prefix,
    Scope scope,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  /// What a key may do.
  public enum Scope {
    /// Read what its owner may read.
    READ,
    /// All that its owner may.
    WRITE;

    /// The code in the database and the API.
    public String code() {
      return this == READ ? "read" : "write";
    }

    /// The scope of a code.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Scope of(String code) {
      return switch (code) {
        case "read" -> READ;
        case "write" -> WRITE;
        default -> throw new IllegalArgumentException(code);
      };
    }
  }

  /// Whether it opens anything at that moment.
  public boolean holds(Instant moment) {
    return revokedAt == null && moment.isBefore(expiresAt);
  }
}
