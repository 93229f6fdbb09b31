package org.ronghe.platform.accounts.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out.
@RestController
class SignInPages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          SignInPages.class.getClassLoader(),
          "org.ronghe.platform.templates");
  private final SignIn signIn;
  private final SignedInSession sessions;

  SignInPages(SignIn signIn, SignedInSession sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  @Allow(Rule.ANYONE)
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "/") String next, CsrfToken csrf, HttpServletRequest request) {
    return page(HttpStatus.OK, csrf, next, "", "", texts(request));
  }

  @PostMapping("/sign-in")
  @Allow(Rule.ANYONE)
  ResponseEntity<String> signIn(
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String next,
      CsrfToken csrf,
      HttpServletRequest request,
      HttpServletResponse response) {
    Texts texts = texts(request);
    return switch (signIn.attempt(name, password, request.getRemoteAddr())) {
      case SignIn.Outcome.Right(var account) -> {
        sessions.begin(request, response, account, false);
        yield ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(local(next))).build();
      }
      case SignIn.Outcome.Wrong() ->
          page(
              HttpStatus.UNAUTHORIZED,
              csrf,
              next,
              name,
              texts.text("accounts.sign-in.wrong"),
              texts);
      case SignIn.Outcome.Wait(long seconds) ->
          page(
              HttpStatus.TOO_MANY_REQUESTS,
              csrf,
              next,
              name,
              texts.text("accounts.sign-in.wait", seconds),
              texts);
    };
  }

  @PostMapping("/sign-out")
  @Allow(Rule.ANYONE)
  ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in")).build();
  }

  private ResponseEntity<String> page(
      HttpStatus status, CsrfToken csrf, String next, String name, String message, Texts texts) {
    var html = new StringOutput();
    templates.render(
        "accounts/sign-in.jte",
        new SignInModel(
            texts, csrf.getParameterName(), csrf.getToken(), local(next), name, message),
        html);
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .body(html.toString());
  }

  private static Texts texts(HttpServletRequest request) {
    return Texts.in(Language.find(request.getLocale().getLanguage()).orElse(Language.ENGLISH));
  }

  /// Where to go on: a path of this node, or its home.
  private static String local(String next) {
    return next.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*") ? next : "/";
  }
}
