package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Setting up one's second factor, and taking it away.
@Controller
class SecondFactorPages {
  private static final int INVALID = 400;

  private final OwnAccount own;
  private final SecondFactor secondFactor;
  private final SessionList sessions;

  SecondFactorPages(OwnAccount own, SecondFactor secondFactor, SessionList sessions) {
    this.own = own;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
  }

  @GetMapping(SecondFactorGate.SET_UP)
  @Allow(Rule.SIGNED_IN)
  Answer page(View view, HttpServletRequest request) {
    return secondFactor.of(OwnAccount.id()).on()
        ? page(view, request, List.of(), "")
        : setUp(view, request, "");
  }

  @PostMapping(SecondFactorGate.SET_UP)
  @Allow(Rule.SIGNED_IN)
  Answer confirm(View view, @RequestParam String code, HttpServletRequest request) {
    long account = OwnAccount.id();
    Optional<List<String>> codes = secondFactor.confirm(account, code);
    if (codes.isEmpty()) {
      return setUp(view, request, view.text("accounts.second-factor.wrong")).withStatus(INVALID);
    }
    HttpSession session = Objects.requireNonNull(request.getSession(false));
    session.setAttribute(SignedInSession.SECOND_FACTOR, true);
    // Sessions that began without it are not worth less than this one, but nobody showed a code
    // there.
    sessions.endAllBut(account, session.getId());
    return page(view, request, codes.get(), "");
  }

  @PostMapping(SecondFactorGate.SET_UP + "/recovery-codes")
  @Allow(Rule.SIGNED_IN)
  Answer renew(
      View view, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
    try {
      own.demandPassword(own.account(), current);
    } catch (NodeProblem problem) {
      return again(problem, view, request);
    }
    return page(view, request, secondFactor.renewRecoveryCodes(OwnAccount.id()), "");
  }

  @PostMapping(SecondFactorGate.SET_UP + "/remove")
  @Allow(Rule.SIGNED_IN)
  Answer remove(
      View view, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
    try {
      own.demandPassword(own.account(), current);
    } catch (NodeProblem problem) {
      return again(problem, view, request);
    }
    secondFactor.remove(OwnAccount.id());
    Objects.requireNonNull(request.getSession(false))
        .setAttribute(SignedInSession.SECOND_FACTOR, false);
    return Redirect.done("/account", "accounts.second-factor.removed");
  }

  private Answer again(NodeProblem problem, View view, HttpServletRequest request) {
    if (problem.code() != ProblemCode.INPUT_INVALID) {
      throw problem;
    }
    return page(view, request, List.of(), view.text("accounts.fault.password-current"))
        .withStatus(INVALID);
  }

  private Page setUp(View view, HttpServletRequest request, String message) {
    Account account = own.account();
    String secret = secondFactor.secretToSetUp(account.id());
    var picture = QrPicture.of(view.shell().name(), account.name(), secret);
    return Page.of(
        "accounts/second-factor.jte",
        new SecondFactorPage(
            view,
            SecondFactorGate.isShut(request),
            secret,
            picture.path(),
            picture.size(),
            List.of(),
            message));
  }

  private static Page page(
      View view, HttpServletRequest request, List<String> codes, String message) {
    return Page.of(
        "accounts/second-factor.jte",
        new SecondFactorPage(view, SecondFactorGate.isShut(request), "", "", 0, codes, message));
  }
}
