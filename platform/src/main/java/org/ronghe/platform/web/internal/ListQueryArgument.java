package org.ronghe.platform.web.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Saying;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives the [ListQuery] to methods that take one.
final class ListQueryArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ListQuery.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    return new ListQuery(
        text(web, "q").strip(),
        text(web, "filter"),
        text(web, "sort"),
        web.getParameter("cursor"),
        perPage(text(web, "per_page")));
  }

  private static String text(NativeWebRequest web, String name) {
    return Objects.requireNonNullElse(web.getParameter(name), "");
  }

  private static int perPage(String text) {
    if (text.isEmpty()) {
      return ListQuery.USUAL;
    }
    if (text.matches("[0-9]{1,4}")) {
      int rows = Integer.parseInt(text);
      if (rows >= 1 && rows <= ListQuery.MOST) {
        return rows;
      }
    }
    throw new NodeProblem(
        ProblemCode.FILTER_INVALID, Saying.of("web.list.per-page", text, ListQuery.MOST));
  }
}
