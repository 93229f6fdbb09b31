package org.ronghe.platform.accounts.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.View;

/// What the page behind a one-time link shows.
///
/// @param purpose `first-administrator`, `join` or `reset`
/// @param name of the account; as typed before where there is none yet
/// @param typed what was typed before, by field
/// @param faults what is wrong, by field
public record InvitationPage(
    View view, String purpose, String name, Map<String, String> typed, Map<String, String> faults) {
  public InvitationPage {
    typed = Map.copyOf(typed);
    faults = Map.copyOf(faults);
  }

  /// What is wrong with a field; null if nothing.
  public @Nullable String fault(String field) {
    String fault = faults.get(field);
    return fault == null ? null : view.text(fault);
  }

  /// What was typed in a field before.
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
