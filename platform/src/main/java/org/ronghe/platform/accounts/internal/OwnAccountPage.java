package org.ronghe.platform.accounts.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.ApiKey;
import org.ronghe.platform.web.View;

/// What somebody's own page shows.
///
/// @param shownOnce a new key, which is never shown again; empty otherwise
/// @param faults what is wrong with which field
public record OwnAccountPage(
    View view,
    Account account,
    Proofs proofs,
    List<SessionLine> sessions,
    List<ApiKey> keys,
    String shownOnce,
    Map<String, String> faults) {

  /// What the person proves themselves with.
  ///
  /// @param provider name of the identity provider; empty if there is none
  /// @param links to people there
  public record Proofs(
      boolean password,
      boolean secondFactor,
      int recoveryCodes,
      String provider,
      List<LinkLine> links) {
    public Proofs {
      links = List.copyOf(links);
    }
  }

  /// A session.
  ///
  /// @param current whether it is the one that asks
  public record SessionLine(
      String handle,
      String address,
      String agent,
      String since,
      String lastSeen,
      boolean current) {}

  /// A link to a person at the identity provider.
  public record LinkLine(long id, String issuer, String email) {}

  public OwnAccountPage {
    sessions = List.copyOf(sessions);
    keys = List.copyOf(keys);
    faults = Map.copyOf(faults);
  }

  /// What is wrong with a field; null if nothing.
  public @Nullable String fault(String field) {
    String fault = faults.get(field);
    return fault == null ? null : view.text(fault);
  }

  /// The state of a key in a word.
  public String state(ApiKey key) {
    return key.revokedAt() != null
        ? "revoked"
        : key.holds(java.time.Instant.now()) ? "holds" : "expired";
  }
}
