package org.ronghe.platform.digital.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.digital.Assessments;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Versions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Second assessments for programs.
@RestController
@RequestMapping("/api/v1/digital")
@Tag(name = "digital level", description = "Assessments of the digital level of firms")
class ReviewApi {
  private final Assessments assessments;
  private final Reviews reviews;
  private final Assessors assessors;
  private final Organisations organisations;

  ReviewApi(
      Assessments assessments, Reviews reviews, Assessors assessors, Organisations organisations) {
    this.assessments = assessments;
    this.reviews = reviews;
    this.assessors = assessors;
    this.organisations = organisations;
  }

  /// Who is asked, by the name they sign in with.
  record Asked(@Nullable String assessor) {}

  /// What the assessor does: `accept` (with `free`), `decline` (with `why`), `save` or `finish`.
  record Act(
      @Nullable String action,
      @Nullable Boolean free,
      @Nullable String why,
      @Nullable Map<String, String> answers) {}

  @GetMapping("/{id}/review")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads the second assessor's answers, where the reader may see them")
  Review of(@PathVariable long id) {
    return reviews.of(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @PostMapping("/{id}/reviews")
  @Allow(Rule.BUREAU)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Asks a second assessor, who must not work at the firm")
  Review ask(@PathVariable long id, @RequestBody Asked asked) {
    var assessment = assessments.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    String name = asked.assessor() == null ? "" : asked.assessor();
    var assessor =
        assessors
            .find(name)
            .orElseThrow(() ->
                new NodeProblem(
                    ProblemCode.INPUT_INVALID, Map.of("assessor", "digital.fault.needed")));
    var firm =
        organisations.names(List.of(assessment.organisation())).get(assessment.organisation());
    reviews.ask(assessment, firm == null ? "" : firm.main(), assessor);
    return of(id);
  }

  @GetMapping("/reviews")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the second assessments that the reader is asked for")
  List<Review> mine() {
    return reviews.mine();
  }

  private Review get(long id) {
    return reviews.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/reviews/{review}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a second assessment")
  Review read(@PathVariable long review) {
    return get(review);
  }

  @PostMapping("/reviews/{review}")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Accepts, declines, saves or finishes; needs If-Match")
  Review act(
      @PathVariable long review,
      @RequestBody Act act,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    long edit = get(review).progress().edit();
    Versions.check(ifMatch, edit);
    Map<String, String> sent =
        new LinkedHashMap<>(act.answers() == null ? Map.of() : act.answers());
    sent.put("free", Boolean.TRUE.equals(act.free()) ? "yes" : "");
    sent.put("why", act.why() == null ? "" : act.why());
    reviews.act(review, act.action() == null ? "save" : act.action(), sent, edit);
    return get(review);
  }
}
