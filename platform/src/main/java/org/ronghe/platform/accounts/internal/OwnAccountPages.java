package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Objects;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.ApiKey.Scope;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody's own account: password, sessions, keys, language, links.
@Controller
class OwnAccountPages {
  private static final String HOME = "/account";
  private static final int INVALID = 400;

  private final OwnAccount own;
  private final ApiKeys keys;
  private final SessionList sessions;
  private final Identities identities;
  private final SignedInSession signedIn;

  OwnAccountPages(
      OwnAccount own,
      ApiKeys keys,
      SessionList sessions,
      Identities identities,
      SignedInSession signedIn) {
    this.own = own;
    this.keys = keys;
    this.sessions = sessions;
    this.identities = identities;
    this.signedIn = signedIn;
  }

  @GetMapping(HOME)
  @Allow(Rule.SIGNED_IN)
  Page page(View view, HttpServletRequest request) {
    return page(view, request, "", Map.of());
  }

  @PostMapping(HOME + "/password")
  @Allow(Rule.SIGNED_IN)
  Answer password(
      View view,
      @RequestParam(defaultValue = "") String current,
      @RequestParam String password,
      HttpServletRequest request) {
    try {
      own.changePassword(current, password);
    } catch (NodeProblem problem) {
      return again(problem, view, request);
    }
    sessions.endAllBut(OwnAccount.id(), sessionId(request));
    return Redirect.done(HOME, "accounts.password.changed");
  }

  @PostMapping(HOME + "/language")
  @Allow(Rule.SIGNED_IN)
  Answer language(@RequestParam String language) {
    Language chosen =
        Language.find(language).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    own.speak(chosen);
    return Redirect.to(SignInSteps.inLanguage(chosen.code(), HOME));
  }

  @PostMapping(HOME + "/sessions/{handle}/end")
  @Allow(Rule.SIGNED_IN)
  Answer endSession(@PathVariable String handle) {
    if (!sessions.end(OwnAccount.id(), handle)) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    return Redirect.done(HOME, "accounts.sessions.ended");
  }

  /// Everywhere, here too.
  @PostMapping(HOME + "/sessions/end")
  @Allow(Rule.SIGNED_IN)
  Answer endSessions(HttpServletRequest request, HttpServletResponse response) {
    sessions.endAll(OwnAccount.id());
    signedIn.end(request, response);
    return Redirect.done("/sign-in", "accounts.sign-out.done");
  }

  @PostMapping(HOME + "/keys")
  @Allow(Rule.SIGNED_IN)
  Answer makeKey(
      View view,
      @RequestParam String name,
      @RequestParam String scope,
      @RequestParam int days,
      HttpServletRequest request) {
    try {
      String secret = keys.make(OwnAccount.id(), name, scope(scope), days).secret();
      return page(view, request, secret, Map.of());
    } catch (NodeProblem problem) {
      return again(problem, view, request);
    }
  }

  @PostMapping(HOME + "/keys/{key}/revoke")
  @Allow(Rule.SIGNED_IN)
  Answer revokeKey(@PathVariable long key) {
    keys.revoke(OwnAccount.id(), key);
    return Redirect.done(HOME, "accounts.keys.revoked");
  }

  /// On to the identity provider, to come back with a person to link.
  @PostMapping(HOME + "/provider")
  @Allow(Rule.SIGNED_IN)
  Answer link(HttpServletRequest request) {
    request.getSession().setAttribute(ProviderSignIn.LINK, true);
    return Redirect.to(ProviderSignIn.PATH);
  }

  @PostMapping(HOME + "/provider/{link}/remove")
  @Allow(Rule.SIGNED_IN)
  Answer unlink(@PathVariable long link) {
    identities.unlink(OwnAccount.id(), link);
    return Redirect.done(HOME, "accounts.provider.unlinked");
  }

  /// The scope of a form or an API request.
  static Scope scope(String code) {
    try {
      return Scope.of(code);
    } catch (IllegalArgumentException e) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("scope", "accounts.fault.key-scope"));
    }
  }

  private Page again(NodeProblem problem, View view, HttpServletRequest request) {
    if (problem.code() != ProblemCode.INPUT_INVALID) {
      throw problem;
    }
    return page(view, request, "", problem.fields()).withStatus(INVALID);
  }

  private Page page(
      View view, HttpServletRequest request, String shownOnce, Map<String, String> faults) {
    return Page.of("accounts/own.jte", own.page(view, sessionId(request), shownOnce, faults));
  }

  private static String sessionId(HttpServletRequest request) {
    HttpSession session = Objects.requireNonNull(request.getSession(false), "signed in by session");
    return session.getId();
  }
}
