package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;

/// Where a role asks for a second factor and none was shown, nothing is open but the page to set it
/// up: until then the person holds no role, and pages lead there.
final class SecondFactorGate {
  static final String SET_UP = "/account/second-factor";
  private static final String SHUT = SecondFactorGate.class.getName();

  private SecondFactorGate() {}

  static void shut(HttpServletRequest request) {
    request.setAttribute(SHUT, true);
  }

  static boolean isShut(HttpServletRequest request) {
    return request.getAttribute(SHUT) != null;
  }

  /// Whether the request is for a page other than those that lead through the gate.
  static boolean turnsAway(HttpServletRequest request) {
    String path = request.getRequestURI();
    return request.getMethod().equals("GET")
        && !path.equals(SET_UP)
        && !path.matches("/(api|assets|choose|actuator|sign-in|sign-out|about)(/.*)?");
  }
}
