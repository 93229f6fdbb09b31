package org.ronghe.platform.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Flash;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the shell keeps with the reader: the language, the colours, what the next page is to say.
/// Nothing of it is trusted.
final class Cookies {
  private static final String LANGUAGE = "ronghe-language";
  private static final String THEME = "ronghe-theme";
  private static final String FLASH = "ronghe-flash";
  private static final Duration LONG = Duration.ofDays(400);

  private Cookies() {}

  static Optional<Language> findLanguage(HttpServletRequest request) {
    return find(request, LANGUAGE).flatMap(Language::find);
  }

  static void keep(HttpServletRequest request, HttpServletResponse response, Language language) {
    set(request, response, LANGUAGE, language.code(), LONG);
  }

  /// `light`, `dark` or empty.
  static String theme(HttpServletRequest request) {
    return find(request, THEME).filter(List.of("light", "dark")::contains).orElse("");
  }

  static void keepTheme(HttpServletRequest request, HttpServletResponse response, String theme) {
    boolean chosen = List.of("light", "dark").contains(theme);
    set(request, response, THEME, chosen ? theme : "", chosen ? LONG : Duration.ZERO);
  }

  static void keep(HttpServletRequest request, HttpServletResponse response, Flash flash) {
    var parts = new ArrayList<String>();
    parts.add(flash.tone().name());
    parts.add(flash.key());
    // What somebody typed may be longer than a header can be.
    flash.arguments().forEach(argument -> parts.add(Texts.shortened(argument)));
    byte[] json = JsonMapper.shared().writeValueAsBytes(parts);
    set(
        request,
        response,
        FLASH,
        Base64.getUrlEncoder().withoutPadding().encodeToString(json),
        Duration.ofMinutes(1));
  }

  /// What the last request left to be said; it is said once.
  static List<Flash> takeFlash(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> text = find(request, FLASH);
    if (text.isEmpty()) {
      return List.of();
    }
    set(request, response, FLASH, "", Duration.ZERO);
    try {
      JsonNode parts = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(text.get()));
      var words = new ArrayList<String>();
      parts.forEach(part -> words.add(part.asString()));
      var tone = Flash.Tone.valueOf(words.get(0));
      boolean known = Texts.in(Language.ENGLISH).has(words.get(1));
      return known
          ? List.of(new Flash(tone, words.get(1), words.subList(2, words.size())))
          : List.of();
    } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return List.of();
    }
  }

  private static Optional<String> find(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(age)
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
