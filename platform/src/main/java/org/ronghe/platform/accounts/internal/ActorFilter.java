package org.ronghe.platform.accounts.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.ApiKey.Scope;
import org.ronghe.platform.accounts.internal.ApiKeys.Opened;
import org.ronghe.platform.accounts.internal.PersonReader.Person;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Finds out, for every request anew, who is asking and which roles they hold by now: by API key if
/// the request brings one, else by session.
final class ActorFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final PersonReader people;
  private final ApiKeys keys;
  private final HandlerExceptionResolver problems;

  ActorFilter(PersonReader people, ApiKeys keys, HandlerExceptionResolver problems) {
    this.people = people;
    this.keys = keys;
    this.problems = problems;
  }

  /// The key a request brings; null if none. Keys are for programs: they open no page.
  static @Nullable String bearer(HttpServletRequest request) {
    if (!request.getRequestURI().matches("/(api|actuator)/.*")) {
      return null;
    }
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false; // an error's page is for the same person
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = bearer(request);
    Optional<Actor> actor = key == null ? ofSession(request) : ofKey(key, request.getRemoteAddr());
    if (key != null && actor.isEmpty()) {
      // Whoever shows a key wants to be known: a wrong one is no visitor.
      problems.resolveException(
          request, response, null, new NodeProblem(ProblemCode.SIGN_IN_NEEDED));
      return;
    }
    Actor asking = actor.orElseGet(() -> Actor.nobody(request.getRemoteAddr()));
    if (SecondFactorGate.isShut(request) && SecondFactorGate.turnsAway(request)) {
      response.sendRedirect(SecondFactorGate.SET_UP);
      return;
    }
    as(asking, request, response, chain);
  }

  private static void as(
      Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
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

  private Optional<Actor> ofKey(String secret, String address) {
    Optional<Opened> opened = keys.open(secret, address);
    return opened.flatMap(key ->
        people
            .find(key.account())
            .map(person ->
                actor(
                    person,
                    address,
                    person.roles(),
                    key.scope() == Scope.READ ? Actor.Kind.READING_KEY : Actor.Kind.WRITING_KEY)));
  }

  private Optional<Actor> ofSession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Long account = session == null ? null : SignedInSession.account(session);
    if (session == null || account == null) {
      return Optional.empty();
    }
    return people.find(account).map(person -> inSession(person, session, request));
  }

  private static Actor inSession(Person person, HttpSession session, HttpServletRequest request) {
    boolean shut =
        person.needsSecondFactor()
            && !Boolean.TRUE.equals(session.getAttribute(SignedInSession.SECOND_FACTOR));
    if (shut) {
      SecondFactorGate.shut(request);
    }
    return actor(
        person, request.getRemoteAddr(), shut ? Map.of() : person.roles(), Actor.Kind.PERSON);
  }

  private static Actor actor(
      Person person,
      String address,
      Map<Long, java.util.Set<org.ronghe.platform.access.Role>> roles,
      Actor.Kind kind) {
    return new Actor(person.account().id(), person.account().displayName(), address, roles, kind);
  }
}
