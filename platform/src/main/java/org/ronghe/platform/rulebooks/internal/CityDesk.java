package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.CityParts.By;
import org.ronghe.platform.rulebooks.internal.CityParts.Part;
import org.ronghe.platform.rulebooks.internal.CityTable.Count;
import org.ronghe.platform.rulebooks.internal.Targets.Target;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Answer;
import org.springframework.stereotype.Component;

/// Puts together what the bureau sees of the city's firms.
@Component
class CityDesk {
  private final CityTable table;
  private final CityParts parts;
  private final CityJudge city;
  private final Targets targets;

  CityDesk(CityTable table, CityParts parts, CityJudge city, Targets targets) {
    this.table = table;
    this.parts = parts;
    this.city = city;
    this.targets = targets;
  }

  CityPage page(View view) {
    Map<TitleKey, String> names = names(view.language());
    List<Count> counts = table.counts(view.parameter("district"), view.parameter("industry"));
    var lines = new ArrayList<CityPage.Line>();
    var byTitle = new LinkedHashMap<TitleKey, Count>();
    counts.forEach(count -> byTitle.put(count.title(), count));
    names.forEach((title, name) -> {
      Count count = byTitle.get(title);
      if (count != null) {
        lines.add(new CityPage.Line(title, name, count));
      }
    });
    var funnels = new ArrayList<CityPage.Funnel>();
    for (Target target : targets.all()) {
      Count count =
          byTitle.getOrDefault(target.title(), new Count(target.title(), Map.of(), 0, 0, 0, 0));
      boolean certified = HeldTitles.findAttribute(target.title()).isPresent();
      funnels.add(
          new CityPage.Funnel(
              names.getOrDefault(target.title(), target.title().path()),
              target.title(),
              target.year(),
              target.count(),
              certified ? count.held() : count.of(Answer.MET),
              count));
    }
    return new CityPage(view, lines, funnels, table.choices(), table.judgedOn());
  }

  Map<TitleKey, String> names(Language language) {
    var names = new LinkedHashMap<TitleKey, String>();
    city.titles().forEach(title -> names.put(title.key(), title.name(language)));
    return names;
  }

  FirmsPage firms(View view, ListQuery query) {
    return new FirmsPage(
        view, table.list(narrowed(view, query)), names(view.language()), table.choices());
  }

  /// One title in every district and industry: the one asked for, or the first that was judged.
  ///
  /// @throws NodeProblem NOT_FOUND if there is no such title
  PartsPage parts(View view) {
    Map<TitleKey, String> names = names(view.language());
    var judged = new LinkedHashMap<TitleKey, String>();
    var counted = table.counts("", "").stream().map(Count::title).collect(Collectors.toSet());
    names.forEach((title, name) -> {
      if (counted.contains(title)) {
        judged.put(title, name);
      }
    });
    TitleKey title = asked(view.parameter("of"), judged.isEmpty() ? names : judged);
    String district = view.parameter("district");
    String industry = view.parameter("industry");
    return new PartsPage(
        view,
        title,
        judged,
        parts.parts(title, By.DISTRICT, district, industry),
        parts.parts(title, By.INDUSTRY, district, industry),
        table.choices());
  }

  private static TitleKey asked(String path, Map<TitleKey, String> titles) {
    return titles.keySet().stream()
        .filter(title -> path.isEmpty() || title.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  Download exportParts(View view, Download.Format format) {
    PartsPage page = parts(view);
    var columns = new ArrayList<Column>();
    columns.add(new Column("by", view.text("rulebooks.parts.by")));
    columns.add(new Column("part", view.text("rulebooks.parts.part")));
    columns.add(new Column("name", view.text("rulebooks.parts.name")));
    columns.add(new Column("firms", view.text("rulebooks.target.firms")));
    for (Answer answer : Answer.values()) {
      columns.add(new Column(answer.code().replace('-', '_'), page.answer(answer)));
    }
    columns.add(new Column("near", view.text("rulebooks.city.near")));
    return new Download(
        "titles-parts",
        format,
        columns,
        consumer -> {
          for (By by : By.values()) {
            page.parts(by).forEach(part -> consumer.accept(cells(page, by, part)));
          }
        });
  }

  private static List<Object> cells(PartsPage page, By by, Part part) {
    var cells =
        new ArrayList<Object>(List.of(by.code(), part.name(), page.name(by, part), part.firms()));
    for (Answer answer : Answer.values()) {
      cells.add(part.of(answer));
    }
    cells.add(part.near());
    return cells;
  }

  /// The choices of the page together with a filter in the address.
  private static ListQuery narrowed(View view, ListQuery query) {
    var filters = new ArrayList<String>();
    if (!query.filter().isBlank()) {
      filters.add(query.filter());
    }
    for (String field : FirmsPage.FIELDS) {
      String value = view.parameter(field).strip();
      if (!value.isEmpty()) {
        filters.add(
            field.equals("steps")
                ? field + ":" + value
                : field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
      }
    }
    if (view.parameter("ending").equals("true")) {
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      filters.add("until:<=" + today.plusMonths(TitlesPage.SOON_MONTHS));
    }
    return new ListQuery(
        query.search(), String.join(",", filters), query.sort(), query.cursor(), query.perPage());
  }

  Download export(View view, ListQuery query, Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("organisation", view.text("rulebooks.column.id")),
            new Column("name_zh", view.text("facts.page.name-zh")),
            new Column("name_en", view.text("facts.page.name-en")),
            new Column("district", view.text("facts.page.district")),
            new Column("industry", view.text("rulebooks.column.industry")),
            new Column("rulebook", view.text("rulebooks.column.rulebook")),
            new Column("title", view.text("rulebooks.column.title")),
            new Column("case", view.text("rulebooks.column.case")),
            new Column("answer", view.text("rulebooks.column.answer")),
            new Column("points", view.text("rulebooks.column.points")),
            new Column("steps", view.text("rulebooks.column.steps")),
            new Column("missing", view.text("rulebooks.column.missing")),
            new Column("since", view.text("rulebooks.column.since")),
            new Column("until", view.text("rulebooks.column.until")));
    ListQuery whole = narrowed(view, query).withPerPage(ListQuery.MOST);
    return new Download(
        "titles", format, columns, consumer -> all(whole, view.language(), consumer));
  }

  private void all(ListQuery query, Language language, Consumer<List<?>> consumer) {
    Map<TitleKey, String> names = names(language);
    String cursor = null;
    do {
      Listing<FirmAnswer> part =
          table.list(
              new ListQuery(query.search(), query.filter(), query.sort(), cursor, query.perPage()));
      part.results().forEach(row -> consumer.accept(cells(row, names, language)));
      cursor = part.meta().nextCursor();
    } while (cursor != null);
  }

  private static List<@Nullable Object> cells(
      FirmAnswer row, Map<TitleKey, String> names, Language language) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            row.firm().id(),
            row.firm().names().zh(),
            row.firm().names().en(),
            row.firm().district(),
            row.firm().industry(),
            row.title().rulebook(),
            names.getOrDefault(row.title(), row.title().title()),
            row.kind().code(),
            row.answer().code(),
            row.points().shown(),
            row.steps(),
            row.nearest().in(language),
            row.since()));
    cells.add(row.until());
    return cells;
  }
}
