package org.ronghe.platform.rulebooks.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.rulebooks.internal.Parameters.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The operator's numbers for programs.
@RestController
@RequestMapping("/api/v1/parameters")
@Tag(name = "rulebooks", description = "Dated criteria, and firms judged by them")
class ParameterApi {
  private final Parameters parameters;
  private final ParameterDesk desk;

  ParameterApi(Parameters parameters, ParameterDesk desk) {
    this.parameters = parameters;
    this.desk = desk;
  }

  /// Numbers as a program sends them.
  ///
  /// @param organisation null for all firms
  /// @param numbers by name, as text; an empty one takes it away
  /// @param source where they are from
  record Input(
      @Nullable Long organisation,
      @Nullable Map<String, String> numbers,
      @Nullable String source) {}

  @GetMapping
  @Allow(Rule.BUREAU)
  @Operation(
      summary = "Lists every number that was ever set for all firms, or for one, the newest first")
  List<Value> history(@RequestParam(required = false) @Nullable Long organisation) {
    return parameters.history(organisation);
  }

  @PutMapping
  @Allow(Rule.BUREAU)
  @Operation(
      summary =
          "Sets numbers that rulebooks leave to the operator; firms are judged by them anew, all of"
              + " them as a job")
  ParameterDesk.Done set(@RequestBody Input input) {
    return desk.set(
        input.organisation(),
        Objects.requireNonNullElse(input.numbers(), Map.of()),
        Objects.requireNonNullElse(input.source(), ""),
        "judge");
  }
}
