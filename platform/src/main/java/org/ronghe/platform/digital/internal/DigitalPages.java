package org.ronghe.platform.digital.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessment.Stage;
import org.ronghe.platform.digital.Assessments;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.Typed;
import org.ronghe.platform.web.View;
import org.ronghe.rules.sheet.SheetDoubt;
import org.ronghe.rules.sheet.SheetTests;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Assessments on screen: the list, a firm's page, and sheets to look at.
@Controller
class DigitalPages {
  /// Less is as good as never.
  private static final double LEAST_PROBABILITY = 1e-15;

  private final Assessments assessments;
  private final Reviews reviews;
  private final LevelRules rules;
  private final Organisations organisations;
  private final SheetDoubts doubts;

  DigitalPages(
      Assessments assessments,
      Reviews reviews,
      LevelRules rules,
      Organisations organisations,
      SheetDoubts doubts) {
    this.assessments = assessments;
    this.reviews = reviews;
    this.rules = rules;
    this.organisations = organisations;
    this.doubts = doubts;
  }

  @Bean
  static Room digitalRoom() {
    return Room.inHeader("/digital", "digital.room", 18, Rule.SIGNED_IN);
  }

  @GetMapping("/digital")
  @Allow(Rule.SIGNED_IN)
  Page list(View view, ListQuery query) {
    var found = assessments.list(query);
    var firms = found.results().stream().map(Assessment::organisation).distinct().toList();
    var own = new LinkedHashMap<String, Long>();
    organisations
        .names(view.actor().writableOrganisations())
        .forEach((id, names) -> own.put(names.in(view.language()), id));
    int open =
        (int)
            reviews.mine().stream()
                .filter(one -> List.of("asked", "accepted").contains(one.progress().state()))
                .count();
    return Page.of(
        "digital/list.jte", new AssessmentList(view, found, organisations.names(firms), own, open));
  }

  @GetMapping("/digital/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    var columns =
        List.of("firm", "stage", "as-of", "state", "level", "base").stream()
            .map(key -> new Column(key, view.text("digital.column." + key)))
            .toList();
    return new Download(
        "digital-levels",
        format,
        columns,
        rows -> {
          String cursor = null;
          do {
            var part =
                assessments.list(
                    new ListQuery(
                        query.search(), query.filter(), query.sort(), cursor, ListQuery.MOST));
            var names =
                organisations.names(
                    part.results().stream().map(Assessment::organisation).distinct().toList());
            for (Assessment one : part.results()) {
              var name = names.get(one.organisation());
              rows.accept(
                  Arrays.asList(
                      name == null ? "" : name.in(view.language()),
                      view.text("digital.stage." + one.stage().code()),
                      one.asOf(),
                      view.text("digital.state." + one.standing().state().code()),
                      one.standing().level(),
                      one.standing().base()));
            }
            cursor = part.meta().nextCursor();
          } while (cursor != null);
        });
  }

  @GetMapping("/organisations/{organisation}/digital")
  @Allow(Rule.READ_ORGANISATION)
  Page firm(View view, @PathVariable long organisation) {
    var all = assessments.of(organisation);
    return Page.of(
        "digital/firm.jte",
        new FirmPage(
            view,
            organisation,
            name(organisation, view),
            all,
            last(all, Stage.BEFORE, view).orElse(null),
            last(all, Stage.AFTER, view).orElse(null),
            LocalDate.now(view.shell().zone())));
  }

  private String name(long organisation, View view) {
    var names = organisations.names(List.of(organisation)).get(organisation);
    if (names == null) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    return names.in(view.language());
  }

  private Optional<FirmPage.Judged> last(List<Assessment> all, Stage stage, View view) {
    return all.reversed().stream()
        .filter(one -> one.stage() == stage && one.standing().state() != Assessment.State.DRAFT)
        .findFirst()
        .map(one ->
            new FirmPage.Judged(
                one,
                rules.judge(one, one.counting()),
                new Sheet(
                    view,
                    stage,
                    one.asOf().getYear(),
                    one.counting(),
                    Map.of(),
                    Map.of(),
                    Sheet.wording(rules, view))));
  }

  @PostMapping("/organisations/{organisation}/digital")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer begin(
      View view,
      @PathVariable long organisation,
      @RequestParam(defaultValue = "before") String stage,
      @RequestParam(name = "as_of", defaultValue = "") String asOf) {
    LocalDate today = LocalDate.now(view.shell().zone());
    String page = "/organisations/" + organisation + "/digital";
    LocalDate day;
    try {
      day = asOf.isBlank() ? today : LocalDate.parse(asOf);
    } catch (DateTimeException e) {
      day = LocalDate.MIN;
    }
    if (day.isAfter(today) || day.isBefore(today.minusYears(10))) {
      return Redirect.again(
          page,
          new Typed(
              "begin",
              Map.of("stage", stage, "as_of", asOf),
              Map.of("as_of", view.text("digital.fault.day", asOf))));
    }
    Stage wanted = stage.equals("after") ? Stage.AFTER : Stage.BEFORE;
    return Redirect.to("/digital/" + assessments.begin(organisation, wanted, day).id() + "/edit");
  }

  /// `1 in 55,000,000`, to two digits.
  static String odds(double probability, View view) {
    var times =
        BigDecimal.ONE.divide(
            BigDecimal.valueOf(Math.max(probability, LEAST_PROBABILITY)),
            new MathContext(2, RoundingMode.HALF_UP));
    return view.text("digital.doubt.odds", view.number(times.longValue()));
  }

  @GetMapping("/digital/doubts")
  @Allow(Rule.BUREAU)
  Page doubts(View view) {
    return Page.of("digital/doubts.jte", doubtful(view));
  }

  @GetMapping("/digital/doubts/export")
  @Allow(Rule.BUREAU)
  Answer exportDoubts(View view, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("sheet", view.text("digital.column.sheet")),
            new Column("firm", view.text("digital.doubt.one")),
            new Column("other_sheet", view.text("digital.column.other-sheet")),
            new Column("other_firm", view.text("digital.doubt.other")),
            new Column("what", view.text("digital.doubt.what")),
            new Column("chance", view.text("digital.doubt.chance")));
    DoubtPage page = doubtful(view);
    return Download.of(
        "digital-doubts",
        format,
        columns,
        Stream.concat(page.copied().stream(), page.erratic().stream()).toList(),
        line ->
            Arrays.asList(
                line.sheet(),
                line.firm(),
                line.other() == 0 ? null : line.other(),
                line.otherFirm(),
                line.what(),
                line.probability()));
  }

  private DoubtPage doubtful(View view) {
    var found = doubts.find();
    var copied = new java.util.ArrayList<DoubtPage.Line>();
    var erratic = new java.util.ArrayList<DoubtPage.Line>();
    for (var doubt : found.doubts()) {
      String probability = odds(doubt.probability(), view);
      switch (doubt) {
        case SheetDoubt.Copied two ->
            copied.add(
                new DoubtPage.Line(
                    two.first(),
                    firm(found, two.first(), view),
                    two.second(),
                    firm(found, two.second(), view),
                    view.text(
                        "digital.doubt.same",
                        two.same(),
                        two.of(),
                        String.format(Locale.ROOT, "%.1f", two.expected())),
                    probability));
        case SheetDoubt.Erratic one ->
            erratic.add(
                new DoubtPage.Line(
                    one.sheet(),
                    firm(found, one.sheet(), view),
                    0,
                    "",
                    oddest(one.oddest(), view),
                    probability));
      }
    }
    return new DoubtPage(
        view, copied, erratic, found.sheets(), found.sheets() >= SheetTests.FEWEST_SHEETS);
  }

  private static String firm(SheetDoubts.Found found, long sheet, View view) {
    var names = found.firms().get(sheet);
    return names == null ? "–" : names.in(view.language());
  }

  private String oddest(List<String> keys, View view) {
    return Questionnaire.scored().stream()
        .filter(question -> keys.contains(question.key()))
        .map(question -> rules.title(question, view.language()))
        .collect(java.util.stream.Collectors.joining("; "));
  }
}
