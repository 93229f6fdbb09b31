package org.ronghe.platform.accounts.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.Grant;
import org.ronghe.platform.web.View;

/// What the page of a person shows to an administrator or auditor.
///
/// @param secondFactor whether codes are asked for
/// @param link a one-time link, which is never shown again; empty otherwise
/// @param typed what was typed before, by field
/// @param faults what is wrong, by field
public record UserPage(
    View view,
    Account account,
    boolean secondFactor,
    Grants grants,
    String link,
    Map<String, String> typed,
    Map<String, String> faults) {
  public UserPage {
    typed = Map.copyOf(typed);
    faults = Map.copyOf(faults);
  }

  /// The roles given, with the names of the organisations they are given in.
  public record Grants(List<Grant> all, Map<Long, String> names) {
    public Grants {
      all = List.copyOf(all);
      names = Map.copyOf(names);
    }

    /// What an organisation is called.
    public String name(long organisation) {
      return names.getOrDefault(organisation, String.valueOf(organisation));
    }
  }

  /// Whether the reader may change anything here.
  public boolean mayChange() {
    return view.actor().administers();
  }

  /// Whether a grant holds now.
  public boolean holds(Grant grant) {
    return grant.holds(Instant.now());
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
