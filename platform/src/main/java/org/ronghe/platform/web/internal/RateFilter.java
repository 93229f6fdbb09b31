package org.ronghe.platform.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Holds each asker of the API to so many requests a minute: an account by its id, whoever is
/// unknown by the address.
@Component
@Order(10) // inside the security filters, which say who is asking
class RateFilter extends OncePerRequestFilter {
  private final RateLimit limit;
  private final HandlerExceptionResolver edge;

  RateFilter(
      @Value("${ronghe.api.requests-per-minute}") int perMinute,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver edge) {
    limit = new RateLimit(perMinute, System::nanoTime);
    this.edge = edge;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Actor actor = Actors.current();
    String asker =
        actor.account() == null ? request.getRemoteAddr() : actor.kind() + " " + actor.account();
    int seconds = limit.take(asker);
    if (seconds > 0) {
      edge.resolveException(
          request, response, null, new NodeProblem(ProblemCode.TOO_MANY_REQUESTS, seconds));
    } else {
      chain.doFilter(request, response);
    }
  }
}
