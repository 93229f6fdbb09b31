package org.ronghe.platform.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That two organisations are one: proposed, decided, perhaps undone.
///
/// @param merged the one that is read as part of the other while the merge is in force
/// @param survivor the other
/// @param evidence id of the evidence
/// @param decision null while it waits
public record Merge(
    long id,
    long merged,
    long survivor,
    String reason,
    @Nullable Long evidence,
    Step proposal,
    @Nullable Decision decision) {

  /// Where a merge stands.
  public enum State {
    PROPOSED,
    REFUSED,
    IN_FORCE,
    UNDONE
  }

  /// Something somebody did.
  ///
  /// @param account null for the node itself
  public record Step(@Nullable Long account, Instant at) {}

  /// A decision.
  ///
  /// @param accepted whether they were merged
  /// @param undone when and by whom it was taken back; null if it was not
  public record Decision(boolean accepted, Step step, String reason, @Nullable Step undone) {}

  /// Where it stands.
  public State state() {
    if (decision == null) {
      return State.PROPOSED;
    }
    if (!decision.accepted()) {
      return State.REFUSED;
    }
    return decision.undone() == null ? State.IN_FORCE : State.UNDONE;
  }
}
