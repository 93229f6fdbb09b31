package org.ronghe.platform.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Role;

/// A role given to somebody.
///
/// @param organisation the organisation's id; null for the node as a whole
/// @param to null for until it is revoked
/// @param grantedBy name of who gave it
/// @param revokedAt null if it was not revoked
public record Grant(
    long id,
    Role role,
    @Nullable Long organisation,
    Instant from,
    @Nullable Instant to,
    String reason,
    String grantedBy,
    @Nullable Instant revokedAt) {

  /// Whether it gives anything at that moment.
  public boolean holds(Instant moment) {
    return revokedAt == null && !moment.isBefore(from) && (to == null || moment.isBefore(to));
  }
}
