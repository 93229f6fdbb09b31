package org.ronghe.platform.accounts.internal;

import java.util.Set;
import org.ronghe.platform.access.Role;

/// Which roles may be held for the node as a whole; the others belong to an organisation.
final class WholeNode {
  private static final Set<Role> ROLES =
      Set.of(Role.ADMINISTRATOR, Role.BUREAU_OFFICER, Role.AUDITOR, Role.DATA_USER);

  private WholeNode() {}

  static boolean may(Role role) {
    return ROLES.contains(role);
  }
}
