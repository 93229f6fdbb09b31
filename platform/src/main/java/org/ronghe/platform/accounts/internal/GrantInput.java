package org.ronghe.platform.accounts.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.OrganisationNames;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// A role to be given, as typed and as understood.
///
/// @param organisation null for the node as a whole
/// @param to null for until it is revoked
record GrantInput(Role role, @Nullable Long organisation, @Nullable Instant to, String reason) {
  private static final int REASON_LENGTH = 500;

  /// Understands what was typed.
  ///
  /// @param organisation number, identifier or name; may be empty
  /// @param until last day of the grant, by the clock of the machine; may be empty
  /// @throws NodeProblem INPUT_INVALID with all that is wrong
  static GrantInput of(
      String role, String organisation, String until, String reason, OrganisationNames names) {
    var faults = new LinkedHashMap<String, String>();
    Role known = null;
    try {
      known = Role.of(role);
    } catch (IllegalArgumentException e) {
      faults.put("role", "accounts.fault.role");
    }
    Long id = null;
    if (!organisation.isBlank()) {
      List<Long> meant = names.meant(organisation);
      if (meant.size() == 1) {
        id = meant.getFirst();
      } else {
        faults.put(
            "organisation",
            meant.isEmpty()
                ? "accounts.fault.organisation-unknown"
                : "accounts.fault.organisation-several");
      }
    }
    Instant to = null;
    if (!until.isBlank()) {
      try {
        to = LocalDate.parse(until).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
      } catch (DateTimeException e) {
        faults.put("validTo", "accounts.fault.valid-to");
      }
    }
    if (reason.isBlank() || reason.length() > REASON_LENGTH) {
      faults.put("reason", "accounts.fault.reason");
    }
    if (known == null || !faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    return new GrantInput(known, id, to, reason.strip());
  }
}
