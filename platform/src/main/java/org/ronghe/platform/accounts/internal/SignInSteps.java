package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;

/// What follows once it is known who somebody is: a code of the second factor, or being signed in.
@Component
class SignInSteps {
  static final String SECOND_FACTOR = "/sign-in/second-factor";

  private final SignedInSession sessions;
  private final SecondFactor secondFactor;

  SignInSteps(SignedInSession sessions, SecondFactor secondFactor) {
    this.sessions = sessions;
    this.secondFactor = secondFactor;
  }

  /// Goes on after the first factor.
  ///
  /// @param hadSecondFactor whether the identity provider has seen a second one; it is not asked
  ///   for again then
  /// @return where to go now
  String afterFirst(
      HttpServletRequest request,
      HttpServletResponse response,
      Account account,
      boolean hadSecondFactor,
      String next) {
    if (!hadSecondFactor && secondFactor.of(account.id()).on()) {
      sessions.halfWay(request, account, local(next));
      return SECOND_FACTOR;
    }
    return signedIn(request, response, account, hadSecondFactor, next);
  }

  /// Signs in.
  ///
  /// @return where to go now, by way of the language the person has chosen
  String signedIn(
      HttpServletRequest request,
      HttpServletResponse response,
      Account account,
      boolean hadSecondFactor,
      String next) {
    sessions.begin(request, response, account, hadSecondFactor);
    return inLanguage(account.language().code(), local(next));
  }

  /// An address that makes a page come in a language.
  static String inLanguage(String code, String next) {
    return "/choose/language/" + code + "?to=" + View.encoded(next);
  }

  /// Where to go on: a path of this node, or its home.
  static String local(String next) {
    return Redirect.isLocal(next) ? next : "/";
  }
}
