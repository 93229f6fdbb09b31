package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Leads people who ask for a page without having signed in to where they can, and back afterwards.
@Configuration(proxyBeanMethods = false)
class SignInRedirect implements WebMvcConfigurer, HandlerExceptionResolver {
  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    resolvers.addFirst(this);
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    boolean signInNeeded =
        thrown instanceof NodeProblem problem && problem.code() == ProblemCode.SIGN_IN_NEEDED;
    if (!signInNeeded || !isPage(request)) {
      return null;
    }
    String query = request.getQueryString();
    String next = request.getRequestURI() + (query == null ? "" : "?" + query);
    try {
      response.sendRedirect(
          next.equals("/")
              ? "/sign-in"
              : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelAndView();
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && !request.getRequestURI().startsWith("/api/")
        && request.getHeader("HX-Request") == null
        && ActorFilter.bearer(request) == null;
  }
}
