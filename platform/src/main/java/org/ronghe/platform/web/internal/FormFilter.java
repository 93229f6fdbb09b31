package org.ronghe.platform.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Answers for forms that cannot be read. The security filters ask for a field of the form before
/// any page does, and what is thrown there is told to nobody else.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100) // around the security filters
class FormFilter extends OncePerRequestFilter {
  private final HandlerExceptionResolver edge;

  FormFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver edge) {
    this.edge = edge;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (InvalidParameterException e) {
      edge.resolveException(request, response, null, e);
    }
  }
}
