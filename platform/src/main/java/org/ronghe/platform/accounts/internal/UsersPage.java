package org.ronghe.platform.accounts.internal;

import java.util.List;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// What the list of people shows.
///
/// @param secondFactorRoles roles that ask for a second factor
public record UsersPage(View view, Listing<AccountLine> accounts, List<Role> secondFactorRoles) {
  public UsersPage {
    secondFactorRoles = List.copyOf(secondFactorRoles);
  }
}
