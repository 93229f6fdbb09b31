package org.ronghe.platform.rulebooks.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Question;
import org.ronghe.platform.web.RequestLanguage;
import org.ronghe.rules.book.Validity.Days;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.page.RulebookPage;
import org.ronghe.rules.page.Wording;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.ProblemText;
import org.ronghe.rules.source.Problems;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Rulebooks for programs: which there are, what they say, and what follows from facts sent along.
@RestController
@RequestMapping("/api/v1/rulebooks")
@Tag(name = "rulebooks", description = "Dated criteria, and firms judged by them")
class RulebookApi {
  private final Shelf shelf;
  private final TitleJudge evaluations;
  private final RequestLanguage languages;

  RulebookApi(Shelf shelf, TitleJudge evaluations, RequestLanguage languages) {
    this.shelf = shelf;
    this.evaluations = evaluations;
    this.languages = languages;
  }

  /// A rulebook in force or to come.
  ///
  /// @param version SHA-256 of its text
  record RulebookJson(
      String id,
      String version,
      Map<String, String> title,
      String number,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      List<String> titles) {
    static RulebookJson of(Program program) {
      var heading = program.rulebook().heading();
      Days days = program.rulebook().validity().whole();
      return new RulebookJson(
          program.id(),
          program.rulebook().origin().digest(),
          Map.of("zh", heading.title().zh(), "en", heading.title().en()),
          heading.number(),
          days.from().equals(LocalDate.MIN) ? null : days.from(),
          days.until().equals(LocalDate.MAX) ? null : days.until(),
          program.titles().stream().map(title -> title.title().id()).toList());
    }
  }

  /// A rulebook in words.
  record Explained(RulebookJson rulebook, Map<String, String> page, String text) {}

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the rulebooks the node judges by")
  List<RulebookJson> list() {
    return shelf.current().programs().stream().map(RulebookJson::of).toList();
  }

  @GetMapping("/{rulebook}")
  @Allow(Rule.DATA)
  @Operation(summary = "Explains a rulebook: its page as Markdown in both languages, and its text")
  Explained explain(@PathVariable String rulebook) {
    Program program =
        shelf.current().find(rulebook).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    return new Explained(
        RulebookJson.of(program),
        Map.of("zh", page(program, Language.CHINESE), "en", page(program, Language.ENGLISH)),
        shelf.findText(rulebook).orElse(""));
  }

  private String page(Program program, Language language) {
    var wording = new Wording(program.rulebook(), shelf.types(), language);
    return new RulebookPage(program.rulebook(), wording).text();
  }

  @PostMapping(
      path = "/{rulebook}/evaluate",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Rule.SIGNED_IN)
  @Operation(
      summary = "Judges by facts in the body, written as in a facts file; nothing of them is kept")
  String evaluate(
      @PathVariable String rulebook,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "case", defaultValue = "") String kind,
      @RequestBody String facts,
      HttpServletRequest request) {
    TitleKey key = evaluations.key(rulebook, title);
    var problems = new Problems();
    Dossier dossier = FactsReader.read("facts.json", facts, shelf.types(), problems);
    if (!problems.isEmpty()) {
      var text = ProblemText.in(FirmTitle.of(languages.of(request)));
      var faults = new LinkedHashMap<String, String>();
      problems
          .sorted()
          .forEach(problem ->
              faults.merge(
                  "line " + problem.place().line(), text.sentence(problem), (a, b) -> a + " " + b));
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    return evaluations
        .of(dossier, new Question(key, FirmDesk.day(on), null, TitleJudge.kind(kind).orElse(null)))
        .json();
  }
}
