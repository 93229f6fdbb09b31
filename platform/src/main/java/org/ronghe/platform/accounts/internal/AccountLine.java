package org.ronghe.platform.accounts.internal;

import java.util.List;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Account;

/// An account in a list.
///
/// @param roles held now, anywhere
/// @param secondFactor whether codes are asked for
public record AccountLine(Account account, List<Role> roles, boolean secondFactor) {
  public AccountLine {
    roles = List.copyOf(roles);
  }
}
