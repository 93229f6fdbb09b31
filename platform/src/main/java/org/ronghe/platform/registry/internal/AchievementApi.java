package org.ronghe.platform.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.AchievementVersion;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.RefusalReason;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Versions;
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

/// Achievements for programs. The form goes in and out as texts by the names of its fields, as in
/// spreadsheets and on the page.
@RestController
@RequestMapping("/api/v1/achievements")
@Tag(name = "achievements", description = "Registration of achievements")
class AchievementApi {
  private final Achievements achievements;

  AchievementApi(Achievements achievements) {
    this.achievements = achievements;
  }

  /// An achievement as a program sends it.
  record Input(@Nullable Long organisation, @Nullable Map<String, @Nullable String> form) {}

  /// A decision as a program sends it: `send-back` with reasons by field, `register`, or `refuse`
  /// with a reason's code and words.
  record Decision(
      String decision,
      @Nullable Map<String, String> reasons,
      @Nullable String refusal,
      @Nullable String words) {}

  /// An achievement as programs read it.
  record AchievementJson(
      long id,
      long organisation,
      String state,
      String number,
      int version,
      boolean open,
      Map<String, String> form,
      Standing standing) {
    static AchievementJson of(Achievement one) {
      return new AchievementJson(
          one.id(),
          one.organisation(),
          one.state().code(),
          Desk.number(one.state()),
          one.version(),
          one.open(),
          one.form().sorted(),
          Standing.of(one));
    }
  }

  /// Who brought it where it stands, and why.
  record Standing(
      String by,
      Instant since,
      Map<String, String> reasons,
      @Nullable String due,
      Instant changed) {
    static Standing of(Achievement one) {
      var due = one.duty().due();
      return new Standing(
          one.state().moment().name(),
          one.state().moment().at(),
          switch (one.state()) {
            case AchievementState.SentBack back -> back.reasons();
            case AchievementState.Refused refused ->
                Map.of(refused.reason().code(), refused.words());
            case AchievementState.Withdrawn withdrawn -> Map.of("whole", withdrawn.reason());
            case AchievementState.Draft _,
                AchievementState.Submitted _,
                AchievementState.Registered _ ->
                Map.of();
          },
          due == null ? null : due.toString(),
          one.duty().changed());
    }
  }

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the achievements that the reader may see, the newest first")
  Listing<AchievementJson> list(ListQuery query) {
    Listing<Achievement> part = achievements.list(query);
    return new Listing<>(part.meta(), part.results().stream().map(AchievementJson::of).toList());
  }

  @PostMapping
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Begins a draft; repeat it safely with an Idempotency-Key")
  ResponseEntity<AchievementJson> create(@RequestBody Input input) {
    Long organisation = input.organisation();
    if (organisation == null) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("organisation", "registry.fault.needed"));
    }
    Achievement made = achievements.create(organisation, form(input));
    return ResponseEntity.created(URI.create("/api/v1/achievements/" + made.id()))
        .eTag(Versions.etag(made.edit()))
        .body(AchievementJson.of(made));
  }

  /// The form that a program sent. A name that the form has no field of is most likely a slip, and
  /// what stands in it would be lost.
  private static FilledForm form(Input input) {
    Map<String, @Nullable String> sent = input.form() == null ? Map.of() : input.form();
    var fields = new LinkedHashMap<String, String>();
    var faults = new Faults();
    sent.forEach((field, value) -> {
      if (!FormFields.isField(field)) {
        faults.add(field, "registry.fault.unknown-field");
      } else if (value != null) {
        fields.put(field, value);
      }
    });
    if (!faults.none()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults.byField());
    }
    return FormFields.taken(fields);
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads an achievement")
  ResponseEntity<AchievementJson> get(@PathVariable long id) {
    return tagged(find(id));
  }

  @PutMapping("/{id}")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Replaces the form of a draft or of what was sent back; needs If-Match")
  ResponseEntity<AchievementJson> save(
      @PathVariable long id,
      @RequestBody Input input,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(achievements.save(id, form(input), edit(id, ifMatch)));
  }

  @DeleteMapping("/{id}")
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Throws a draft away that was never handed in")
  void discard(@PathVariable long id) {
    achievements.discard(id);
  }

  @PostMapping("/{id}/submit")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Hands it in; what is wrong comes back by field; needs If-Match")
  ResponseEntity<AchievementJson> submit(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(achievements.submit(id, edit(id, ifMatch)));
  }

  @PostMapping("/{id}/decide")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Registers, sends back or refuses; needs If-Match")
  ResponseEntity<AchievementJson> decide(
      @PathVariable long id,
      @RequestBody Decision decision,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    long edit = edit(id, ifMatch);
    return tagged(
        switch (decision.decision() == null ? "" : decision.decision()) {
          case "register" -> achievements.register(id, edit);
          case "send-back" ->
              achievements.sendBack(
                  id, decision.reasons() == null ? Map.of() : decision.reasons(), edit);
          case "refuse" ->
              achievements.refuse(
                  id,
                  RefusalReason.find(decision.refusal() == null ? "" : decision.refusal())
                      .orElseThrow(() -> wrong("refusal")),
                  decision.words() == null ? "" : decision.words(),
                  edit);
          default -> throw wrong("decision");
        });
  }

  private static NodeProblem wrong(String field) {
    return new NodeProblem(ProblemCode.INPUT_INVALID, Map.of(field, "registry.fault.needed"));
  }

  @GetMapping("/{id}/versions")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists what was handed in, the oldest first, with what became of it")
  List<AchievementVersion> versions(@PathVariable long id) {
    find(id);
    return achievements.versions(id);
  }

  private Achievement find(long id) {
    return achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private long edit(long id, @Nullable String ifMatch) {
    long edit = find(id).edit();
    Versions.check(ifMatch, edit);
    return edit;
  }

  private static ResponseEntity<AchievementJson> tagged(Achievement one) {
    return ResponseEntity.ok().eTag(Versions.etag(one.edit())).body(AchievementJson.of(one));
  }
}
