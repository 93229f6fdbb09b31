package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.internal.PersonReader.Person;
import org.ronghe.platform.accounts.internal.SignedInSession.HalfWay;
import org.ronghe.platform.configuration.NodeConfiguration.Oidc;
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

/// Signing in and out.
@Controller
class SignInPages {
  private static final int WRONG = 401;
  private static final int TOO_MANY = 429;

  /// What may stand behind `?problem=` of the page's address.
  private static final Map<String, String> PROBLEMS =
      Map.of(
          "provider", "accounts.sign-in.provider-failed",
          "closed", "accounts.sign-in.wrong",
          "late", "accounts.second-factor.late");

  private final SignIn signIn;
  private final SignedInSession sessions;
  private final SignInSteps steps;
  private final SecondFactor secondFactor;
  private final PersonReader people;
  private final AccountSettings settings;

  SignInPages(
      SignIn signIn,
      SignedInSession sessions,
      SignInSteps steps,
      SecondFactor secondFactor,
      PersonReader people,
      AccountSettings settings) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.steps = steps;
    this.secondFactor = secondFactor;
    this.people = people;
    this.settings = settings;
  }

  @GetMapping("/sign-in")
  @Allow(Rule.ANYONE)
  Answer form(
      View view,
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(defaultValue = "") String problem) {
    String key = PROBLEMS.get(problem);
    return page(view, next, "", key == null ? "" : view.text(key));
  }

  @PostMapping("/sign-in")
  @Allow(Rule.ANYONE)
  Answer signIn(
      View view,
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (signIn.attempt(name, password, request.getRemoteAddr())) {
      case SignIn.Outcome.Right(var account) ->
          Redirect.to(steps.afterFirst(request, response, account, false, next));
      case SignIn.Outcome.Wrong() ->
          page(view, next, name, view.text("accounts.sign-in.wrong")).withStatus(WRONG);
      case SignIn.Outcome.Wait(long seconds) ->
          page(view, next, name, view.text("accounts.sign-in.wait", Math.max(1, seconds)))
              .withStatus(TOO_MANY);
    };
  }

  /// Only met where there is no provider, or it does not answer.
  @GetMapping(ProviderSignIn.PATH)
  @Allow(Rule.ANYONE)
  Answer provider() {
    if (settings.provider() == null) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    return Redirect.to("/sign-in?problem=provider");
  }

  @GetMapping(SignInSteps.SECOND_FACTOR)
  @Allow(Rule.ANYONE)
  Answer secondFactor(View view, HttpServletRequest request) {
    return SignedInSession.halfWay(request) == null
        ? Redirect.to("/sign-in?problem=late")
        : Page.of("accounts/code.jte", new CodePage(view, ""));
  }

  @PostMapping(SignInSteps.SECOND_FACTOR)
  @Allow(Rule.ANYONE)
  Answer secondFactor(
      View view,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    HalfWay half = SignedInSession.halfWay(request);
    if (half == null) {
      return Redirect.to("/sign-in?problem=late");
    }
    boolean right;
    try {
      right = secondFactor.matches(half.account(), code);
    } catch (NodeProblem wait) {
      String text = view.text("accounts.sign-in.wait", wait.arguments().toArray());
      return Page.of("accounts/code.jte", new CodePage(view, text)).withStatus(TOO_MANY);
    }
    if (!right) {
      String text = view.text("accounts.second-factor.wrong");
      return Page.of("accounts/code.jte", new CodePage(view, text)).withStatus(WRONG);
    }
    return people
        .find(half.account())
        .map(Person::account)
        .map(account -> Redirect.to(steps.signedIn(request, response, account, true, half.next())))
        .orElseGet(() -> Redirect.to("/sign-in?problem=closed"));
  }

  @PostMapping("/sign-out")
  @Allow(Rule.ANYONE)
  Answer signOut(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
    return Redirect.done("/sign-in", "accounts.sign-out.done");
  }

  private Page page(View view, String next, String name, String message) {
    Oidc provider = settings.provider();
    return Page.of(
        "accounts/sign-in.jte",
        new SignInPage(
            view, SignInSteps.local(next), name, message, provider == null ? "" : provider.name()));
  }
}
