package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.HeldTitles.Certificate;
import org.ronghe.platform.rulebooks.internal.TitlesPage.Row;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.evaluate.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A firm's titles to take away: its ladder, and of one title the clauses and what they rest on.
@Controller
class FirmExports {
  private final FirmDesk desk;

  FirmExports(FirmDesk desk) {
    this.desk = desk;
  }

  /// Titles held and titles to come, in the order of the page.
  @GetMapping("/organisations/{organisation}/titles/export")
  @Allow(Rule.READ_ORGANISATION)
  Answer ladder(View view, @PathVariable long organisation, @RequestParam Download.Format format) {
    TitlesPage page = desk.ladder(view, organisation);
    return Download.of(
        "titles-" + organisation,
        format,
        List.of(
            new Column("rulebook", view.text("rulebooks.column.rulebook")),
            new Column("title_id", view.text("rulebooks.column.id")),
            new Column("title", view.text("rulebooks.column.title")),
            new Column("held", view.text("rulebooks.held")),
            new Column("until", view.text("rulebooks.column.until")),
            new Column("case", view.text("rulebooks.column.case")),
            new Column("answer", view.text("rulebooks.column.answer")),
            new Column("points", view.text("rulebooks.column.points")),
            new Column("steps", view.text("rulebooks.column.steps")),
            new Column("missing", view.text("rulebooks.column.missing"))),
        Stream.concat(page.held().stream(), page.next().stream()).toList(),
        row -> cells(page, row));
  }

  private static List<@Nullable Object> cells(TitlesPage page, Row row) {
    Certificate held = row.held();
    return Arrays.asList(
        row.key().rulebook(),
        row.key().title(),
        page.title(row),
        held != null,
        held == null || held.until().equals(LocalDate.MAX) ? null : held.until(),
        page.kind(row),
        row.answer().code(),
        row.points(),
        row.nearest().steps(),
        page.missing(row));
  }

  /// Every clause and group with its answer, figures, evidence and source.
  @GetMapping("/organisations/{organisation}/titles/{rulebook}/{title}/export")
  @Allow(Rule.READ_ORGANISATION)
  Answer clauses(
      View view,
      @PathVariable long organisation,
      @PathVariable String rulebook,
      @PathVariable String title,
      @RequestParam Download.Format format) {
    TitlePage page = desk.title(view, organisation, new TitleKey(rulebook, title));
    return Download.of(
        rulebook + "-" + title + "-" + organisation,
        format,
        List.of(
            new Column("clause", view.text("rulebooks.column.id")),
            new Column("text", view.text("rulebooks.column.clause")),
            new Column("tested", view.text("rulebooks.column.tested")),
            new Column("answer", view.text("rulebooks.column.answer")),
            new Column("figures", view.text("rulebooks.column.figures")),
            new Column("distance", view.text("rulebooks.column.distance")),
            new Column("evidence", view.text("rulebooks.column.evidence")),
            new Column("source", view.text("rulebooks.column.source")),
            new Column("unconfirmed", view.text("rulebooks.unconfirmed"))),
        Outcomes.byId(page.evaluation().requires()).values().stream()
            .filter(FirmExports::isSaid)
            .toList(),
        outcome -> cells(page, outcome));
  }

  /// A group without words of its own only holds others together.
  private static boolean isSaid(Outcome outcome) {
    return !(outcome instanceof GroupOutcome && outcome.head().text().isEmpty());
  }

  private static List<Object> cells(TitlePage page, Outcome outcome) {
    List<Measure> measures =
        outcome instanceof ClauseOutcome clause ? clause.measures() : List.of();
    return List.of(
        outcome.head().id(),
        page.text(outcome),
        outcome.tested(),
        outcome.answer().code(),
        // On a page the figures stand a little apart.
        measures.stream()
            .map(measure -> page.measure(measure).replace("  ", " "))
            .collect(Collectors.joining("; ")),
        measures.stream()
            .map(page::distance)
            .filter(distance -> !distance.isEmpty())
            .collect(Collectors.joining("; ")),
        String.join("; ", page.evidence(outcome)),
        page.source(outcome.head().source()),
        page.unconfirmed(outcome));
  }

  /// The facts that an answer rests on.
  @GetMapping("/organisations/{organisation}/titles/{rulebook}/{title}/inputs/export")
  @Allow(Rule.READ_ORGANISATION)
  Answer inputs(
      View view,
      @PathVariable long organisation,
      @PathVariable String rulebook,
      @PathVariable String title,
      @RequestParam Download.Format format) {
    TitlePage page = desk.title(view, organisation, new TitleKey(rulebook, title));
    return Download.of(
        rulebook + "-" + title + "-" + organisation + "-inputs",
        format,
        List.of(
            new Column("input", view.text("rulebooks.column.input")),
            new Column("exact", view.text("rulebooks.column.exact")),
            new Column("value", view.text("rulebooks.column.value")),
            new Column("days", view.text("rulebooks.column.days"))),
        page.inputs(),
        input ->
            List.of(
                page.name(input),
                Shown.content(input.content(), input.unit(), FirmTitle.of(view.language())),
                page.value(input),
                page.days(input)));
  }
}
