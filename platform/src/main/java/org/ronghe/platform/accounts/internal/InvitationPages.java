package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.accounts.internal.Invitations.Open;
import org.ronghe.platform.accounts.internal.Invitations.Purpose;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Choosing a password through a one-time link.
@Controller
class InvitationPages {
  private static final int INVALID = 400;

  private final Invitations invitations;
  private final SignInSteps steps;

  InvitationPages(Invitations invitations, SignInSteps steps) {
    this.invitations = invitations;
    this.steps = steps;
  }

  @GetMapping(Invitations.PATH + "{token}")
  @Allow(Rule.ANYONE)
  Answer form(View view, @PathVariable String token) {
    return page(view, invitations.open(token), Map.of(), Map.of());
  }

  @PostMapping(Invitations.PATH + "{token}")
  @Allow(Rule.ANYONE)
  Answer accept(
      View view,
      @PathVariable String token,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String displayName,
      HttpServletRequest request,
      HttpServletResponse response) {
    Open open = invitations.open(token);
    Account account;
    try {
      account =
          open.purpose() == Purpose.FIRST_ADMINISTRATOR
              ? invitations.acceptAsFirstAdministrator(
                  token, new NewAccount(name, email, displayName, view.language()), password)
              : invitations.accept(token, password);
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      var typed = Map.of("name", name, "email", email, "displayName", displayName);
      return page(view, open, typed, problem.fields()).withStatus(INVALID);
    }
    return Redirect.to(steps.afterFirst(request, response, account, false, "/"));
  }

  private static Page page(
      View view, Open open, Map<String, String> typed, Map<String, String> faults) {
    Account account = open.account();
    return Page.of(
        "accounts/invitation.jte",
        new InvitationPage(
            view,
            open.purpose().code(),
            account == null ? typed.getOrDefault("name", "") : account.name(),
            typed,
            faults));
  }
}
