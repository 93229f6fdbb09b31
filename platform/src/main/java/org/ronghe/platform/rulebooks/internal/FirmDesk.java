package org.ronghe.platform.rulebooks.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.HeldTitles.Certificate;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Evaluated;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Question;
import org.ronghe.platform.rulebooks.internal.TitlesPage.Date;
import org.ronghe.platform.rulebooks.internal.TitlesPage.Row;
import org.ronghe.platform.web.View;
import org.ronghe.rules.book.Contents;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.fact.Dossier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts together what a firm sees of itself. Judged when it is asked, so that what was entered a
/// moment ago counts.
@Component
class FirmDesk {
  private static final int CHANGED_DAYS = 400;
  private static final int MOST_CHANGES = 20;

  private final CityJudge city;
  private final TitleJudge evaluations;
  private final Dossiers dossiers;
  private final Organisations organisations;
  private final History history;
  private final Dictionary dictionary;

  FirmDesk(
      CityJudge city,
      TitleJudge evaluations,
      Dossiers dossiers,
      Organisations organisations,
      History history,
      Dictionary dictionary) {
    this.city = city;
    this.evaluations = evaluations;
    this.dossiers = dossiers;
    this.organisations = organisations;
    this.history = history;
    this.dictionary = dictionary;
  }

  /// The ladder.
  @Transactional(readOnly = true)
  TitlesPage ladder(View view, long organisation) {
    String name = name(view, organisation);
    LocalDate asOf = day(view.parameter("on"));
    Dossier dossier = dossiers.of(organisation, null).dossier();
    List<Certificate> certificates = HeldTitles.of(dossier.own(), city.types());
    var rows = new ArrayList<Row>();
    for (FirmTitle title : city.titles()) {
      var kind = HeldTitles.findCase(title.key(), title.title(), certificates, asOf);
      if (kind.isPresent()) {
        var request = new Engine.Request(asOf, kind.get(), false);
        Evaluated judged = Evaluated.of(title, request, dossier, city.types());
        rows.add(
            new Row(
                judged,
                Nearest.of(judged.evaluation()),
                HeldTitles.find(title.key(), certificates, asOf).orElse(null)));
      }
    }
    rows.sort(
        Comparator.comparingInt((Row row) -> row.nearest().steps())
            .thenComparing(Row::answer)
            .thenComparing(Row::key));
    return new TitlesPage(
        view,
        organisation,
        name,
        asOf,
        rows,
        calendar(view, rows, asOf),
        new YearAgo(dossier, certificates, city.types()).changes(city.titles(), asOf),
        history.of(List.of(organisation), CHANGED_DAYS, MOST_CHANGES));
  }

  /// Windows that are open or still to come, and the ends of certificates.
  private static List<Date> calendar(View view, List<Row> rows, LocalDate asOf) {
    var dates = new ArrayList<Date>();
    for (Row row : rows) {
      String title = row.judged().title().name(view.language());
      Certificate held = row.held();
      if (held != null && !held.until().equals(LocalDate.MAX)) {
        dates.add(new Date(held.until(), held.until(), title, "rulebooks.calendar.ends"));
      }
      for (Contents.Window window :
          row.judged().title().program().rulebook().contents().windows()) {
        LocalDate until = window.until().atYear(window.year());
        if (!until.isBefore(asOf)) {
          LocalDate from = window.from().atYear(window.year());
          boolean open = !from.isAfter(asOf);
          dates.add(
              new Date(
                  from,
                  until,
                  title,
                  open ? "rulebooks.calendar.open" : "rulebooks.calendar.opens"));
        }
      }
      LocalDate last =
          row.judged()
              .title()
              .title()
              .validity()
              .find(row.judged().request().kind())
              .map(days -> days.until())
              .orElse(LocalDate.MAX);
      if (!last.equals(LocalDate.MAX)) {
        dates.add(new Date(last, last, title, "rulebooks.calendar.rule-ends"));
      }
    }
    dates.sort(
        Comparator.comparing(Date::until).thenComparing(Date::title).thenComparing(Date::textKey));
    return dates.stream().distinct().toList();
  }

  /// One title, with what the reader tries.
  @Transactional(readOnly = true)
  TitlePage title(View view, long organisation, TitleKey key) {
    String name = name(view, organisation);
    var question =
        new Question(
            key,
            day(view.parameter("on")),
            instant(view.parameter("known")),
            TitleJudge.kind(view.parameter("case")).orElse(null));
    Evaluated judged = evaluations.of(organisation, question);
    List<Gap> gaps = judged.gaps();
    var whatIf = new WhatIf(judged, gaps, dictionary);
    var tried = whatIf.read(view.request().query());
    Evaluated after =
        tried.changed().size() > tried.faults().size() ? judged.with(tried.dossier()) : null;
    return new TitlePage(view, organisation, name, judged, gaps, whatIf, tried, after);
  }

  String name(View view, long organisation) {
    return organisations
        .find(organisation)
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND))
        .names()
        .in(view.language());
  }

  /// A day as sent; today where none is.
  ///
  /// @throws NodeProblem INPUT_INVALID if it is none
  static LocalDate day(String text) {
    try {
      return text.isBlank() ? LocalDate.now(ZoneId.systemDefault()) : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("on", "rulebooks.fault.day"));
    }
  }

  /// An instant as sent; null where none is.
  ///
  /// @throws NodeProblem INPUT_INVALID if it is none
  static @Nullable Instant instant(String text) {
    try {
      return text.isBlank() ? null : Instant.parse(text.strip());
    } catch (DateTimeException e) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("known", "rulebooks.fault.instant"));
    }
  }
}
