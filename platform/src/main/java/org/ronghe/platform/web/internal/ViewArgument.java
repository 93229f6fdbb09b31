package org.ronghe.platform.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.View;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives the [View] to methods that take one.
final class ViewArgument implements HandlerMethodArgumentResolver {
  private final Views views;

  ViewArgument(Views views) {
    this.views = views;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == View.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    return views.view(
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)),
        Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class)));
  }
}
