package org.ronghe.platform.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.ronghe.platform.web.Typed;
import tools.jackson.databind.json.JsonMapper;

/// Keeps in the reader's session what a form could not take, until the page with the form is shown.
final class TypedForms {
  private static final String ATTRIBUTE = "ronghe.typed";

  private TypedForms() {}

  /// What is kept, as JSON: sessions hold plain texts.
  private record Kept(
      String path, String form, Map<String, String> values, Map<String, String> faults) {}

  /// @param to the page's address
  static void keep(HttpServletRequest request, String to, Typed typed) {
    HttpSession session = request.getSession(false);
    if (session != null) { // who has none has no forms
      String path = to.replaceFirst("[?#].*", "");
      session.setAttribute(
          ATTRIBUTE,
          JsonMapper.shared()
              .writeValueAsString(new Kept(path, typed.form(), typed.values(), typed.faults())));
    }
  }

  /// What is kept for the page that is asked for; it is shown once.
  static Typed take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    // Parts of pages come beside, and may come first.
    boolean whole = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null;
    if (session == null || !whole || !(session.getAttribute(ATTRIBUTE) instanceof String json)) {
      return Typed.NOTHING;
    }
    session.removeAttribute(ATTRIBUTE);
    Kept kept = JsonMapper.shared().readValue(json, Kept.class);
    return kept.path().equals(request.getRequestURI())
        ? new Typed(kept.form(), kept.values(), kept.faults())
        : Typed.NOTHING;
  }
}
