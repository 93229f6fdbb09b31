package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.accounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// Who is signed in in a session: nothing but simple values are kept in it.
@Component
class SignedInSession {
  static final String ACCOUNT = "account";
  static final String SINCE = "since";
  static final String ADDRESS = "address";
  static final String AGENT = "agent";
  static final String SECOND_FACTOR = "second-factor";
  private static final int AGENT_LENGTH = 200;

  private static final String HALF_WAY = "half-way";
  private static final String HALF_WAY_SINCE = "half-way-since";
  static final String NEXT = "next";

  /// So long one may look for the second factor.
  private static final Duration LONGEST_HALF_WAY = Duration.ofMinutes(10);

  /// However busy: after this long one signs in again.
  static final Duration LONGEST = Duration.ofHours(12);

  /// Somebody who has shown the first factor.
  record HalfWay(long account, String next) {}

  private final CsrfTokenRepository csrf;
  private final SystemWork work;
  private final JdbcClient jdbc;

  SignedInSession(CsrfTokenRepository csrf, SystemWork work, JdbcClient jdbc) {
    this.csrf = csrf;
    this.work = work;
    this.jdbc = jdbc;
  }

  /// Signs in. The session gets a new id and forgets what was in it before; so does the CSRF token.
  ///
  /// @param secondFactor whether a second factor was shown, here or at the provider
  void begin(
      HttpServletRequest request,
      HttpServletResponse response,
      Account account,
      boolean secondFactor) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(account.id()));
    session.setAttribute(ACCOUNT, account.id());
    session.setAttribute(SINCE, Instant.now().toEpochMilli());
    session.setAttribute(ADDRESS, request.getRemoteAddr());
    session.setAttribute(AGENT, agent(request.getHeader("User-Agent")));
    session.setAttribute(SECOND_FACTOR, secondFactor);
    csrf.saveToken(null, request, response);
    event("sign-in", account.id(), account.displayName(), request.getRemoteAddr());
  }

  /// Remembers who has shown the first factor and not yet the second. It opens nothing.
  ///
  /// @param next where to go on once signed in
  void halfWay(HttpServletRequest request, Account account, String next) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(HALF_WAY, account.id());
    session.setAttribute(HALF_WAY_SINCE, Instant.now().toEpochMilli());
    session.setAttribute(NEXT, next);
  }

  /// Who has shown the first factor a while ago; null if nobody.
  static @Nullable HalfWay halfWay(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(HALF_WAY) instanceof Long account
            && session.getAttribute(HALF_WAY_SINCE) instanceof Long since
            && Instant.ofEpochMilli(since).plus(LONGEST_HALF_WAY).isAfter(Instant.now())
            && session.getAttribute(NEXT) instanceof String next
        ? new HalfWay(account, next)
        : null;
  }

  /// Signs out.
  void end(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return;
    }
    Long account = account(session);
    session.invalidate();
    csrf.saveToken(null, request, response);
    if (account != null) {
      event("sign-out", account, "", request.getRemoteAddr());
    }
  }

  /// The account signed in in this session; null if none is, or for too long.
  static @Nullable Long account(HttpSession session) {
    boolean fresh =
        session.getAttribute(SINCE) instanceof Long since
            && Instant.ofEpochMilli(since).plus(LONGEST).isAfter(Instant.now());
    return fresh && session.getAttribute(ACCOUNT) instanceof Long account ? account : null;
  }

  private void event(String action, long account, String name, String address) {
    work.write(
        account,
        name,
        address,
        () -> {
          jdbc.sql("SELECT audit_event(:action, 'account', :account, NULL)")
              .param("action", action)
              .param("account", Long.toString(account))
              .query(row -> {});
          return true;
        });
  }

  private static String agent(@Nullable String header) {
    String agent = header == null ? "" : header;
    return agent.substring(0, Math.min(agent.length(), AGENT_LENGTH));
  }
}
