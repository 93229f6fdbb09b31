package org.ronghe.platform.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets in whom the endpoint's [Allow] lets in, and nobody else: an endpoint of ours without one is
/// closed.
final class AllowInterceptor implements HandlerInterceptor {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith("org.ronghe.")) {
      return true; // files of the class path, and the framework's own error page
    }
    Actor actor = Actors.current();
    Allow allow = method.getMethodAnnotation(Allow.class);
    boolean changing = !SAFE.contains(request.getMethod());
    if (allow != null
        && allow.value().allows(actor, organisation(allow.value(), request), changing)) {
      return true;
    }
    throw new NodeProblem(actor.signedIn() ? ProblemCode.NOT_ALLOWED : ProblemCode.SIGN_IN_NEEDED);
  }

  private static long organisation(Rule rule, HttpServletRequest request) {
    if (!rule.needsOrganisation()) {
      return 0;
    }
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables instanceof Map<?, ?> map && map.get("organisation") instanceof String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new NodeProblem(ProblemCode.NOT_FOUND);
      }
    }
    throw new IllegalStateException(
        rule + " needs {organisation} in the path of " + request.getRequestURI());
  }
}
