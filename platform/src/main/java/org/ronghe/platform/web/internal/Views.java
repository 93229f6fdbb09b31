package org.ronghe.platform.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.NodeIdentity;
import org.ronghe.platform.web.RequestLanguage;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Gathers what every page knows about its reader and itself.
@Component
class Views implements RequestLanguage {
  /// The request's attribute in which the accounts leave the language of who signed in.
  private static final String OF_ACCOUNT = "ronghe.language";

  private final NodeIdentity identity;
  private final List<Room> rooms;
  private final NodeConfiguration configuration;

  Views(NodeIdentity identity, List<Room> rooms, NodeConfiguration configuration) {
    this.identity = identity;
    this.configuration = configuration;
    this.rooms = rooms.stream().sorted(Comparator.comparingInt(Room::order)).toList();
  }

  View view(HttpServletRequest request, HttpServletResponse response) {
    Actor actor = Actors.current();
    Language language = of(request);
    var shell =
        new View.Shell(
            identity.name(language),
            identity.contact(),
            Version.current(),
            Cookies.theme(request),
            rooms.stream().filter(room -> room.rule().allows(actor, 0, false)).toList(),
            ZoneId.systemDefault());
    return new View(
        Texts.in(language),
        actor,
        asked(request),
        shell,
        Cookies.takeFlash(request, response),
        TypedForms.take(request));
  }

  private static View.Request asked(HttpServletRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    // Not of a form: what came with it may be what could not be read.
    if (request.getQueryString() != null && request.getMethod().equals("GET")) {
      for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
        query.put(entry.getKey(), entry.getValue()[0]);
      }
    }
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new View.Request(
        request.getRequestURI(),
        query,
        csrf == null ? "_csrf" : csrf.getParameterName(),
        csrf == null ? "X-CSRF-TOKEN" : csrf.getHeaderName(),
        csrf == null ? "" : csrf.getToken(),
        request.getHeader("HX-Request") != null);
  }

  @Override
  public Language of(HttpServletRequest request) {
    return Cookies.findLanguage(request).orElseGet(() -> unchosen(request));
  }

  /// What the person who signed in chose for their account, else the node's language, else the
  /// browser's, else the operator's.
  private Language unchosen(HttpServletRequest request) {
    if (request.getAttribute(OF_ACCOUNT) instanceof Language language) {
      return language;
    }
    boolean api = request.getRequestURI().startsWith("/api/");
    Language usual = identity.language();
    if (usual != null && !(api && request.getHeader("Accept-Language") != null)) {
      return usual;
    }
    return java.util.Collections.list(request.getLocales()).stream()
        .flatMap(locale -> Language.find(locale.toLanguageTag()).stream())
        .findFirst()
        .orElseGet(configuration::language);
  }
}
