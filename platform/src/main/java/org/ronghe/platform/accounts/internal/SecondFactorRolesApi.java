package org.ronghe.platform.accounts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which roles ask for a second factor, for programs.
@RestController
@RequestMapping("/api/v1/second-factor-roles")
@Tag(name = "accounts")
class SecondFactorRolesApi {
  private final AccountList list;

  SecondFactorRolesApi(AccountList list) {
    this.list = list;
  }

  /// The roles, by their codes.
  record Roles(@Nullable List<String> roles) {}

  @GetMapping
  @Allow(Rule.AUDITOR)
  @Operation(summary = "Lists the roles that ask for a second factor")
  Roles roles() {
    return new Roles(list.secondFactorRoles().stream().map(Role::code).toList());
  }

  @PutMapping
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Says which roles ask for a second factor, from the next request on")
  Roles choose(@RequestBody Roles wanted) {
    if (wanted.roles() == null) {
      throw unknown();
    }
    var roles = new ArrayList<Role>();
    for (String code : wanted.roles()) {
      try {
        roles.add(Role.of(code));
      } catch (IllegalArgumentException e) {
        throw unknown();
      }
    }
    list.setSecondFactorRoles(roles);
    return roles();
  }

  private static NodeProblem unknown() {
    return new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("roles", "accounts.fault.role"));
  }
}
