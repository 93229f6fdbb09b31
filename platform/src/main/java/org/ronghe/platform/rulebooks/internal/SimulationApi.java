package org.ronghe.platform.rulebooks.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.internal.CityParts.By;
import org.ronghe.platform.rulebooks.internal.Simulations.FirmTurn;
import org.ronghe.platform.rulebooks.internal.Simulations.Move;
import org.ronghe.platform.rulebooks.internal.Simulations.Part;
import org.ronghe.platform.rulebooks.internal.Simulations.Simulation;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.RequestLanguage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Drafts tried on the whole city, for programs.
@RestController
@RequestMapping("/api/v1/simulations")
@Tag(name = "rulebooks", description = "Dated criteria, and firms judged by them")
class SimulationApi {
  private final Simulations simulations;
  private final SimulationStart begin;
  private final Shelf shelf;
  private final RequestLanguage languages;

  SimulationApi(
      Simulations simulations, SimulationStart begin, Shelf shelf, RequestLanguage languages) {
    this.simulations = simulations;
    this.begin = begin;
    this.shelf = shelf;
    this.languages = languages;
  }

  /// A draft.
  ///
  /// @param rulebook its YAML
  /// @param baseline id of the rulebook in force to compare with; its own where it is left out
  /// @param on day of evaluation
  record Input(
      @Nullable String rulebook,
      @Nullable String name,
      @Nullable String baseline,
      @Nullable String on) {}

  /// A draft tried, with the counts.
  record Told(Simulation simulation, List<Move> moves) {}

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists drafts that were tried; empty for readers who do not see the city")
  List<Simulation> list() {
    return simulations.all();
  }

  @PostMapping
  @Allow(Rule.BUREAU)
  @Operation(
      summary =
          "Checks a draft and tries it on every firm, as a job; what is wrong is said by line")
  ResponseEntity<Simulation> start(@RequestBody Input input, HttpServletRequest request) {
    String text = Objects.requireNonNullElse(input.rulebook(), "");
    Draft draft = Draft.read(text, shelf);
    if (draft.rulebook().isEmpty()) {
      var faults = new LinkedHashMap<String, String>();
      draft
          .problems()
          .forEach(fault ->
              faults.merge(
                  "line " + fault.line(), fault.in(languages.of(request)), (a, b) -> a + " " + b));
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    long id =
        begin.of(
            SimulationPages.order(
                draft,
                text,
                Objects.requireNonNullElse(input.name(), ""),
                Objects.requireNonNullElse(input.baseline(), ""),
                FirmDesk.day(Objects.requireNonNullElse(input.on(), ""))));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/simulations/" + id))
        .body(simulations.get(id));
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a draft that was tried, and from which answer to which firms went")
  Told get(@PathVariable long id) {
    return new Told(simulations.get(id), simulations.moves(id));
  }

  @GetMapping("/{id}/firms")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists firms; filter by title, before, after, turned, district")
  Listing<FirmTurn> firms(@PathVariable long id, ListQuery query) {
    simulations.get(id);
    return simulations.firms(id, query);
  }

  /// A part of the city by both rules.
  record PartJson(
      String by,
      String part,
      String title,
      Map<String, Long> before,
      Map<String, Long> after,
      long lose,
      long gain) {
    static PartJson of(By by, Part part) {
      var before = new TreeMap<String, Long>();
      var after = new TreeMap<String, Long>();
      part.moves()
          .forEach(move -> {
            before.merge(move.before(), move.firms(), Long::sum);
            after.merge(move.after(), move.firms(), Long::sum);
          });
      return new PartJson(
          by.code(), part.name(), part.title(), before, after, part.lose(), part.gain());
    }
  }

  @GetMapping("/{id}/parts")
  @Allow(Rule.DATA)
  @Operation(summary = "Counts answers by both rules in every district and every industry")
  List<PartJson> parts(@PathVariable long id) {
    simulations.get(id);
    var parts = new ArrayList<PartJson>();
    for (By by : By.values()) {
      simulations.parts(id, by).forEach(part -> parts.add(PartJson.of(by, part)));
    }
    return parts;
  }

  @GetMapping("/{id}/rulebook")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads the draft's text")
  Map<String, String> rulebook(@PathVariable long id) {
    return Map.of(
        "rulebook",
        simulations.findContent(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND)));
  }
}
