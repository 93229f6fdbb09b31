package org.ronghe.platform.web.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Saying;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `fields=id,name`: answers of the API with those fields alone, in lists and single things alike.
@ControllerAdvice
class ChosenFields implements ResponseBodyAdvice<Object> {
  private final JsonMapper mapper;

  ChosenFields(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
    return returnType.getContainingClass().getName().startsWith("org.ronghe.");
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body == null
        || !(request instanceof ServletServerHttpRequest servlet)
        || !servlet.getServletRequest().getRequestURI().startsWith("/api/")
        || !servlet.getServletRequest().getMethod().equals("GET")) {
      return body;
    }
    String fields = servlet.getServletRequest().getParameter("fields");
    return fields == null || fields.isBlank() ? body : chosen(body, names(fields));
  }

  private static Set<String> names(String fields) {
    var names = new LinkedHashSet<String>();
    for (String name : fields.split(",", -1)) {
      names.add(name.strip());
    }
    return names;
  }

  JsonNode chosen(Object body, Set<String> names) {
    JsonNode tree = mapper.valueToTree(body);
    if (body instanceof Listing<?>) {
      cut(tree.path("results"), names);
    } else {
      cut(tree, names);
    }
    return tree;
  }

  /// What no row has is a mistake of the asker; what some have not is simply not there.
  private static void cut(JsonNode tree, Set<String> names) {
    Set<String> known = new TreeSet<>();
    Iterable<JsonNode> rows = tree.isArray() ? tree : java.util.List.of(tree);
    boolean any = false;
    for (JsonNode row : rows) {
      known.addAll(row.propertyNames());
      any = true;
    }
    for (String name : names) {
      if (any && !known.contains(name)) {
        throw new NodeProblem(
            ProblemCode.FILTER_INVALID,
            Saying.of("web.fields.unknown", name, String.join(", ", known)));
      }
    }
    for (JsonNode row : rows) {
      if (row instanceof ObjectNode object) {
        object.retain(names);
      }
    }
  }
}
