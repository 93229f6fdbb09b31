package org.ronghe.platform.web.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The API described: for programs as OpenAPI 3.1, for people as a page.
@Controller
class ApiDescription {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(ListQuery.class, View.class);
  }

  private final RequestMappingHandlerMapping mappings;

  ApiDescription(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  @Bean
  static OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Ronghe node")
                .version(Version.current())
                .description(
                    "Lists are paged by cursor and take filter, sort and fields; problems come as"
                        + " RFC 9457; POST takes an Idempotency-Key; changes take If-Match.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "key",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API key of yours")))
        .addSecurityItem(new SecurityRequirement().addList("key"));
  }

  /// Says of every list what it takes.
  @Bean
  static OperationCustomizer listParameters() {
    return (operation, method) -> {
      boolean list =
          Arrays.stream(method.getMethodParameters())
              .anyMatch(parameter -> parameter.getParameterType() == ListQuery.class);
      if (list) {
        operation.addParametersItem(text("q", "Words to look for"));
        operation.addParametersItem(text("filter", "Such as field:value|other,field:>3"));
        operation.addParametersItem(text("sort", "Such as field:desc,other"));
        operation.addParametersItem(text("fields", "Only these fields, by comma"));
        operation.addParametersItem(text("cursor", "meta.nextCursor of the part before"));
        var rows = new IntegerSchema();
        rows.setMinimum(BigDecimal.ONE);
        rows.setMaximum(BigDecimal.valueOf(ListQuery.MOST));
        rows.setDefault(ListQuery.USUAL);
        QueryParameter perPage = new QueryParameter();
        perPage.name("per_page").description("Rows at once").schema(rows);
        operation.addParametersItem(perPage);
      }
      return operation;
    };
  }

  private static QueryParameter text(String name, String description) {
    QueryParameter parameter = new QueryParameter();
    parameter.name(name).description(description).schema(new StringSchema());
    return parameter;
  }

  @GetMapping("/api")
  @Allow(Rule.ANYONE)
  Page page(View view) {
    List<ApiPage.Line> operations =
        mappings.getHandlerMethods().entrySet().stream()
            .flatMap(entry ->
                entry.getKey().getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v1/"))
                    .flatMap(path ->
                        entry.getKey().getMethodsCondition().getMethods().stream()
                            .map(verb ->
                                new ApiPage.Line(verb.name(), path, summary(entry.getValue())))))
            .filter(line -> !line.summary().isEmpty())
            .sorted(Comparator.comparing(ApiPage.Line::path).thenComparing(ApiPage.Line::method))
            .toList();
    return Page.of("web/api.jte", new ApiPage(view, operations));
  }

  private static String summary(org.springframework.web.method.HandlerMethod method) {
    Operation operation = method.getMethodAnnotation(Operation.class);
    return operation == null ? "" : operation.summary();
  }
}
