package org.ronghe.platform.accounts.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.AccountState;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out, for every request anew, who is asking and which roles they hold by now.
final class ActorFilter extends OncePerRequestFilter {
  /// The request's attribute that holds the language the person signed in has chosen.
  static final String LANGUAGE = "ronghe.language";

  private final SystemWork work;
  private final AccountRows rows;

  ActorFilter(SystemWork work, AccountRows rows) {
    this.work = work;
    this.rows = rows;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false; // an error's page is for the same person
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Actor actor = person(request).orElseGet(() -> Actor.nobody(request.getRemoteAddr()));
    try {
      Actors.callAs(
          actor,
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private Optional<Actor> person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Long account = SignedInSession.account(session);
    return account == null ? Optional.empty() : person(request, account);
  }

  private Optional<Actor> person(HttpServletRequest request, long id) {
    return work.read(() ->
        rows.find(id)
            .filter(account -> account.state() == AccountState.ACTIVE)
            .map(account -> actor(request, account)));
  }

  private @Nullable Actor actor(HttpServletRequest request, Account account) {
    request.setAttribute(LANGUAGE, account.language());
    return new Actor(
        account.id(),
        account.displayName(),
        request.getRemoteAddr(),
        rows.roles(account.id()),
        Actor.Kind.PERSON);
  }
}
