package org.ronghe.platform.digital.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessments;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Versions;
import org.ronghe.rules.sheet.SheetDoubt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Assessments of the digital level for programs. Answers go in and out as texts by field.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "digital level", description = "Assessments of the digital level of firms")
class DigitalApi {
  private final Assessments assessments;
  private final AnswerEvidence evidence;
  private final LevelRules rules;
  private final SheetDoubts doubts;

  DigitalApi(
      Assessments assessments, AnswerEvidence evidence, LevelRules rules, SheetDoubts doubts) {
    this.assessments = assessments;
    this.evidence = evidence;
    this.rules = rules;
    this.doubts = doubts;
  }

  /// What a new assessment is of.
  record Begun(@Nullable String stage, @Nullable LocalDate asOf) {}

  /// Answers by field.
  record Answers(@Nullable Map<String, String> answers) {}

  /// Evidence by its address.
  record Link(@Nullable String question, @Nullable String link) {}

  /// Why it is sent back.
  record Note(@Nullable String note) {}

  /// What a person chose where two differ: `firm` or `assessor` by question, and why.
  record Choice(@Nullable Map<String, String> chosen, @Nullable Map<String, String> reasons) {}

  /// An assessment as programs read it.
  ///
  /// @param level what the answers that count come to
  record AssessmentJson(
      long id,
      long organisation,
      String stage,
      LocalDate asOf,
      Map<String, String> answers,
      Map<String, String> settled,
      Level level,
      StandingJson standing) {}

  /// Where it stands.
  record StandingJson(
      String state, String by, String note, Map<String, String> reasons, Instant changed) {}

  private AssessmentJson json(Assessment one) {
    return new AssessmentJson(
        one.id(),
        one.organisation(),
        one.stage().code(),
        one.asOf(),
        new TreeMap<>(one.answers()),
        new TreeMap<>(one.settled()),
        rules.judge(one, one.counting()),
        new StandingJson(
            one.standing().state().code(),
            one.standing().by(),
            one.standing().note(),
            one.reasons(),
            one.standing().changed()));
  }

  private ResponseEntity<AssessmentJson> tagged(Assessment one) {
    return ResponseEntity.ok().eTag(Versions.etag(one.standing().edit())).body(json(one));
  }

  private Assessment get(long id) {
    return assessments.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private long edit(long id, @Nullable String ifMatch) {
    long edit = get(id).standing().edit();
    Versions.check(ifMatch, edit);
    return edit;
  }

  private static <T> Map<String, T> orNone(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }

  @GetMapping("/digital")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists assessments of the digital level that the reader may see")
  Listing<AssessmentJson> list(ListQuery query) {
    var part = assessments.list(query);
    return new Listing<>(part.meta(), part.results().stream().map(this::json).toList());
  }

  @GetMapping("/organisations/{organisation}/digital")
  @Allow(Rule.READ_ORGANISATION)
  @Operation(summary = "Lists a firm's assessments, the oldest first")
  List<AssessmentJson> of(@PathVariable long organisation) {
    return assessments.of(organisation).stream().map(this::json).toList();
  }

  @PostMapping("/organisations/{organisation}/digital")
  @Allow(Rule.WRITE_ORGANISATION)
  @Operation(summary = "Begins an assessment (stage: before or after)")
  ResponseEntity<AssessmentJson> begin(@PathVariable long organisation, @RequestBody Begun begun) {
    String stage = begun.stage() == null ? "" : begun.stage();
    LocalDate day = begun.asOf();
    if (!List.of("before", "after").contains(stage)) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("stage", "digital.fault.needed"));
    }
    if (day == null) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("asOf", "digital.fault.needed"));
    }
    var made =
        assessments.begin(
            organisation,
            stage.equals("after") ? Assessment.Stage.AFTER : Assessment.Stage.BEFORE,
            day);
    return ResponseEntity.created(URI.create("/api/v1/digital/" + made.id()))
        .eTag(Versions.etag(made.standing().edit()))
        .body(json(made));
  }

  @GetMapping("/digital/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads an assessment with its points, level and award")
  ResponseEntity<AssessmentJson> read(@PathVariable long id) {
    return tagged(get(id));
  }

  @PutMapping("/digital/{id}")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Replaces the answers of a draft; needs If-Match")
  ResponseEntity<AssessmentJson> save(
      @PathVariable long id,
      @RequestBody Answers answers,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(assessments.save(id, orNone(answers.answers()), edit(id, ifMatch)));
  }

  @GetMapping("/digital/{id}/evidence")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the evidence by question")
  Map<String, List<Evidence>> evidence(@PathVariable long id) {
    get(id);
    return evidence.of(id);
  }

  @PostMapping("/digital/{id}/evidence")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Adds evidence by its address to an answer of a draft")
  Evidence link(@PathVariable long id, @RequestBody Link link) {
    return evidence.addLink(
        get(id),
        link.question() == null ? "" : link.question(),
        link.link() == null ? "" : link.link());
  }

  @PostMapping("/digital/{id}/submit")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Hands it in; what is missing comes back by field; needs If-Match")
  ResponseEntity<AssessmentJson> submit(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(assessments.submit(id, edit(id, ifMatch)));
  }

  @PostMapping("/digital/{id}/send-back")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Gives it back to the firm with a reason; needs If-Match")
  ResponseEntity<AssessmentJson> sendBack(
      @PathVariable long id,
      @RequestBody Note note,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(
        assessments.sendBack(id, note.note() == null ? "" : note.note(), edit(id, ifMatch)));
  }

  @PostMapping("/digital/{id}/settle")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Settles where the firm and the second assessor differ; needs If-Match")
  ResponseEntity<AssessmentJson> settle(
      @PathVariable long id,
      @RequestBody Choice choice,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(
        assessments.settle(
            id, orNone(choice.chosen()), orNone(choice.reasons()), edit(id, ifMatch)));
  }

  @DeleteMapping("/digital/{id}/evidence/{question}/{removed}")
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Takes evidence away from an answer of a draft; the evidence stays")
  void remove(@PathVariable long id, @PathVariable String question, @PathVariable long removed) {
    evidence.remove(get(id), question, removed);
  }

  @GetMapping("/digital/doubts")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Lists sheets that may be copied or filled in at random")
  List<SheetDoubt> doubts() {
    return doubts.find().doubts();
  }
}
