package org.ronghe.platform.rulebooks.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.CityParts.By;
import org.ronghe.platform.rulebooks.internal.CityParts.Part;
import org.ronghe.platform.rulebooks.internal.CityTable.Count;
import org.ronghe.platform.rulebooks.internal.History.Turn;
import org.ronghe.platform.rulebooks.internal.Targets.Target;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Question;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.rules.evaluate.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Answers for programs. A firm's people see their own, the bureau and auditors all: the database
/// sees to it.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "rulebooks", description = "Dated criteria, and firms judged by them")
class JudgementApi {
  private static final int DAYS = 3650;
  private static final int MOST = 200;

  private final CityTable table;
  private final CityParts parts;
  private final TitleJudge evaluations;
  private final History history;
  private final Targets targets;
  private final Organisations organisations;
  private final Jobs jobs;

  JudgementApi(
      CityTable table,
      CityParts parts,
      TitleJudge evaluations,
      History history,
      Targets targets,
      Organisations organisations,
      Jobs jobs) {
    this.table = table;
    this.parts = parts;
    this.evaluations = evaluations;
    this.history = history;
    this.targets = targets;
    this.organisations = organisations;
    this.jobs = jobs;
  }

  /// An answer as programs read it.
  record AnswerJson(
      long organisation,
      Map<String, String> name,
      TitleKey title,
      Map<String, String> answer,
      String points,
      Missing missing,
      LocalDate since,
      @Nullable LocalDate until) {
    static AnswerJson of(FirmAnswer one) {
      return new AnswerJson(
          one.firm().id(),
          Map.of("zh", one.firm().names().zh(), "en", one.firm().names().en()),
          one.title(),
          Map.of("case", one.kind().code(), "answer", one.answer().code()),
          one.points().exact(),
          new Missing(one.steps(), one.nearest().zh(), one.nearest().en()),
          one.since(),
          one.until());
    }
  }

  /// An answer that became another; null after the rulebook judges no more.
  record TurnJson(
      long organisation,
      TitleKey title,
      String before,
      @Nullable String after,
      History.Moment then,
      History.Moment now) {
    static TurnJson of(Turn turn) {
      Answer after = turn.after();
      return new TurnJson(
          turn.organisation(),
          turn.title(),
          turn.before().code(),
          after == null ? null : after.code(),
          turn.then(),
          turn.now());
    }
  }

  /// What is missing.
  record Missing(int steps, String zh, String en) {}

  /// Counts of a title.
  record CountJson(TitleKey title, Map<String, Long> answers, long near, long held, long ending) {
    static CountJson of(Count count) {
      var answers = new LinkedHashMap<String, Long>();
      for (Answer answer : Answer.values()) {
        answers.put(answer.code(), count.of(answer));
      }
      return new CountJson(count.title(), answers, count.near(), count.held(), count.ending());
    }
  }

  /// A job that was started.
  record Started(long job) {}

  /// A target as a program sends it.
  record TargetInput(@Nullable String rulebook, @Nullable String title, int year, int count) {}

  @GetMapping("/judgements")
  @Allow(Rule.DATA)
  @Operation(
      summary =
          "Lists answers that the reader may see; filter by rulebook, title, answer, kind, steps,"
              + " points, district, industry, organisation, since, until")
  Listing<AnswerJson> list(ListQuery query) {
    Listing<FirmAnswer> part = table.list(query);
    return new Listing<>(part.meta(), part.results().stream().map(AnswerJson::of).toList());
  }

  @GetMapping(path = "/judgements/stream", produces = "application/x-ndjson")
  @Allow(Rule.DATA)
  @Operation(summary = "Streams all answers that meet a filter, one JSON object a line")
  void stream(ListQuery query, HttpServletResponse response) throws IOException {
    response.setContentType("application/x-ndjson");
    response.setCharacterEncoding("UTF-8");
    // The first part is read before anything is sent: a wrong filter is still a problem.
    Listing<FirmAnswer> part = table.list(part(query, query.cursor()));
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      while (true) {
        for (FirmAnswer one : part.results()) {
          out.write(JsonMapper.shared().writeValueAsString(AnswerJson.of(one)));
          out.write('\n');
        }
        String next = part.meta().nextCursor();
        if (next == null) {
          return;
        }
        part = table.list(part(query, next));
      }
    }
  }

  private static ListQuery part(ListQuery query, @Nullable String cursor) {
    String sort = query.sort().isBlank() ? "id" : query.sort();
    return new ListQuery(query.search(), query.filter(), sort, cursor, ListQuery.MOST);
  }

  @GetMapping("/judgements/counts")
  @Allow(Rule.DATA)
  @Operation(summary = "Counts answers by title, of the firms the reader may see")
  List<CountJson> counts(
      @RequestParam(defaultValue = "") String district,
      @RequestParam(defaultValue = "") String industry) {
    return table.counts(district, industry).stream().map(CountJson::of).toList();
  }

  /// Counts of a title in a part of the city.
  record PartJson(String by, String part, long firms, Map<String, Long> answers, long near) {
    static PartJson of(By by, Part part) {
      var answers = new LinkedHashMap<String, Long>();
      for (Answer answer : Answer.values()) {
        answers.put(answer.code(), part.of(answer));
      }
      return new PartJson(by.code(), part.name(), part.firms(), answers, part.near());
    }
  }

  @GetMapping("/judgements/parts")
  @Allow(Rule.DATA)
  @Operation(
      summary =
          "Counts answers by a title in every district and industry, of the firms one may see")
  List<PartJson> parts(
      @RequestParam String rulebook,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String district,
      @RequestParam(defaultValue = "") String industry) {
    TitleKey key = evaluations.key(rulebook, title);
    var all = new ArrayList<PartJson>();
    for (By by : By.values()) {
      parts.parts(key, by, district, industry).forEach(part -> all.add(PartJson.of(by, part)));
    }
    return all;
  }

  @PostMapping("/judgements")
  @Allow(Rule.BUREAU)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Judges every firm by every rulebook in force, as a job")
  Started judge() {
    return new Started(jobs.start(JudgeJob.CODE, "judge", new JudgeJob.Input("")));
  }

  @GetMapping("/organisations/{organisation}/titles")
  @Allow(Rule.READ_ORGANISATION)
  @Operation(summary = "Lists the answers of a firm as they are kept")
  List<AnswerJson> titles(@PathVariable long organisation) {
    known(organisation);
    return table
        .list(new ListQuery("", "organisation:" + organisation, "", null, MOST))
        .results()
        .stream()
        .map(AnswerJson::of)
        .toList();
  }

  @GetMapping("/organisations/{organisation}/titles/changes")
  @Allow(Rule.READ_ORGANISATION)
  @Operation(summary = "Lists answers of a firm that became others, the newest first")
  List<TurnJson> changes(@PathVariable long organisation) {
    known(organisation);
    return history.of(List.of(organisation), DAYS, MOST).stream().map(TurnJson::of).toList();
  }

  private void known(long organisation) {
    if (organisations.find(organisation).isEmpty()) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }

  @GetMapping(
      path = "/organisations/{organisation}/titles/{rulebook}/{title}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Rule.READ_ORGANISATION)
  @Operation(
      summary =
          "Judges a firm with all reasons; by what was known at an instant and for any day, the"
              + " same bytes each time")
  ResponseEntity<String> evaluate(
      @PathVariable long organisation,
      @PathVariable String rulebook,
      @PathVariable String title,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String known,
      @RequestParam(name = "case", defaultValue = "") String kind) {
    var question =
        new Question(
            new TitleKey(rulebook, title),
            FirmDesk.day(on),
            FirmDesk.instant(known),
            TitleJudge.kind(kind).orElse(null));
    return ResponseEntity.ok(evaluations.of(organisation, question).json());
  }

  @GetMapping("/targets")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the targets of the city; empty for readers who do not see the city")
  List<Target> targets() {
    return targets.all();
  }

  @PutMapping("/targets")
  @Allow(Rule.BUREAU)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sets a target; 0 takes it away")
  void target(@RequestBody TargetInput input) {
    String rulebook = input.rulebook();
    String title = input.title();
    if (rulebook == null || title == null) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("title", "rulebooks.target.wrong"));
    }
    targets.set(new TitleKey(rulebook, title), input.year(), input.count());
  }
}
