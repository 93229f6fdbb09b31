package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.AsOf;
import org.ronghe.platform.facts.BulkOutcome;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.internal.SubjectJson.Days;
import org.ronghe.platform.facts.internal.SubjectJson.FactInput;
import org.ronghe.platform.facts.internal.SubjectJson.FactJson;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.RequestLanguage;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Facts and the dictionary for programs. Whose facts may be read and entered, row-level security
/// and the service decide.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "facts", description = "Dated facts about organisations, people and works")
class FactApi {
  private static final int MOST_AT_ONCE = 10_000;

  private final Facts facts;
  private final Dictionary dictionary;
  private final RequestLanguage languages;

  FactApi(Facts facts, Dictionary dictionary, RequestLanguage languages) {
    this.facts = facts;
    this.dictionary = dictionary;
    this.languages = languages;
  }

  /// What is right instead.
  record CorrectionInput(
      String value,
      @Nullable Days valid,
      @Nullable String source,
      @Nullable Long evidence,
      @Nullable String reason) {}

  /// Another value from a day on.
  record ChangeInput(
      LocalDate from,
      String value,
      @Nullable String source,
      @Nullable Long evidence,
      @Nullable String reason) {}

  /// Why it never was so.
  record RetractionInput(@Nullable String reason) {}

  /// A row that was not taken, and why, in the asker's language.
  record RejectJson(int row, String field, String code, String reason) {}

  /// What became of many facts.
  record BulkJson(List<Long> entered, List<RejectJson> rejects) {}

  @GetMapping("/attributes")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the dictionary of attributes")
  List<AttributeJson> attributes(@RequestParam(defaultValue = "") String subject) {
    return dictionary.attributes().stream()
        .map(AttributeJson::of)
        .filter(attribute -> subject.isEmpty() || attribute.use().subjects().contains(subject))
        .toList();
  }

  @GetMapping("/attributes/{key}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads an attribute of the dictionary")
  AttributeJson attribute(@PathVariable String key) {
    return dictionary
        .find(key)
        .map(AttributeJson::of)
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/facts")
  @Allow(Rule.DATA)
  @Operation(
      summary = "Lists what is known of a subject",
      description =
          "With `valid`, what holds on that day; without, for all days. With `recorded`, as the"
              + " node took it to be at that instant; without, as it does now.")
  List<FactJson> list(
      @RequestParam long subject,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate valid,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant recorded) {
    List<Fact> found =
        valid == null
            ? facts.known(subject, recorded)
            : facts.state(subject, new AsOf(valid, recorded));
    return found.stream().map(FactJson::of).toList();
  }

  @GetMapping("/facts/history")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists every record ever made of an attribute of a subject, oldest first")
  List<FactJson> history(@RequestParam long subject, @RequestParam String attribute) {
    return facts.history(subject, attribute).stream().map(FactJson::of).toList();
  }

  @GetMapping("/facts/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a fact, whether still taken to be so or not")
  FactJson get(@PathVariable long id) {
    return FactJson.of(facts.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND)));
  }

  @PostMapping("/facts")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Enters a fact")
  ResponseEntity<FactJson> record(@RequestBody FactInput input) {
    Fact fact = facts.record(newFact(input));
    return ResponseEntity.created(URI.create("/api/v1/facts/" + fact.id())).body(FactJson.of(fact));
  }

  @PostMapping("/facts/bulk")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Enters up to 10,000 facts; those not taken are answered with the reason")
  BulkJson recordAll(@RequestBody List<FactInput> inputs, HttpServletRequest request) {
    if (inputs.size() > MOST_AT_ONCE) {
      throw new NodeProblem(ProblemCode.TOO_LARGE, String.valueOf(MOST_AT_ONCE));
    }
    BulkOutcome outcome = facts.recordAll(inputs.stream().map(FactApi::newFact).toList());
    Texts texts = Texts.in(languages.of(request));
    return new BulkJson(
        outcome.entered(),
        outcome.rejects().stream()
            .map(reject ->
                new RejectJson(
                    reject.row(),
                    reject.field(),
                    code(reject.textKey()),
                    texts.text(reject.textKey(), reject.found(), reject.expected())))
            .toList());
  }

  /// The last part of a key, stable for programs: `overlap`, `no-subject` …
  private static String code(String textKey) {
    return textKey
        .substring(textKey.lastIndexOf('.') + 1)
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }

  @PostMapping("/facts/{id}/correction")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Says what is right instead; 412 if it was corrected or retracted meanwhile")
  FactJson correct(@PathVariable long id, @RequestBody CorrectionInput input) {
    Fact old = facts.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    return FactJson.of(
        facts.correct(
            id,
            new Correction(
                input.value(),
                input.valid() == null ? old.valid() : input.valid().validity(),
                text(input.source()),
                input.evidence(),
                text(input.reason()))));
  }

  @PostMapping("/facts/{id}/change")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Says that the value is another from a day on; 412 as for a correction")
  FactJson change(@PathVariable long id, @RequestBody ChangeInput input) {
    Fact old = facts.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    return FactJson.of(
        facts.change(
            id,
            input.from(),
            new Correction(
                input.value(),
                old.valid(),
                text(input.source()),
                input.evidence(),
                text(input.reason()))));
  }

  @PostMapping("/facts/{id}/retraction")
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Says that it never was so; 412 as for a correction")
  void retract(@PathVariable long id, @RequestBody RetractionInput input) {
    facts.retract(id, text(input.reason()));
  }

  private static NewFact newFact(FactInput input) {
    return new NewFact(
        input.subject(),
        input.attribute(),
        input.value(),
        input.validity(),
        text(input.source()),
        input.evidence());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
