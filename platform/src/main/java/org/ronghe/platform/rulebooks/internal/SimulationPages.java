package org.ronghe.platform.rulebooks.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.rulebooks.internal.CityParts.By;
import org.ronghe.platform.rulebooks.internal.Simulations.FirmTurn;
import org.ronghe.platform.rulebooks.internal.Simulations.Order;
import org.ronghe.platform.rulebooks.internal.Simulations.Part;
import org.ronghe.platform.rulebooks.internal.Simulations.Simulation;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What a draft would change, on screen.
@Controller
class SimulationPages {
  private static final List<String> PART_ANSWERS =
      List.of("met", "not-met", "data-missing", "needs-human", "none");

  private final Simulations simulations;
  private final SimulationStart begin;
  private final Shelf shelf;

  SimulationPages(Simulations simulations, SimulationStart begin, Shelf shelf) {
    this.simulations = simulations;
    this.begin = begin;
    this.shelf = shelf;
  }

  @GetMapping("/titles/simulations")
  @Allow(Rule.BUREAU)
  Page list(View view) {
    return page(view, List.of(), "");
  }

  private Page page(View view, List<String> faults, String entered) {
    return Page.of(
        "rulebooks/simulations.jte",
        new SimulationsPage(
            view,
            simulations.all(),
            shelf.current().programs().stream().map(program -> program.id()).toList(),
            faults,
            entered));
  }

  @GetMapping("/titles/simulations/export")
  @Allow(Rule.BUREAU)
  Answer exportAll(View view, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("id", view.text("rulebooks.column.id")),
            new Column("name", view.text("rulebooks.simulate.name")),
            new Column("rulebook", view.text("rulebooks.column.rulebook")),
            new Column("baseline", view.text("rulebooks.simulate.baseline")),
            new Column("on", view.text("rulebooks.simulate.on")),
            new Column("firms", view.text("rulebooks.target.firms")),
            new Column("started", view.text("rulebooks.simulate.started")),
            new Column("by", view.text("rulebooks.column.by")));
    return Download.of(
        "rulebook-drafts",
        format,
        columns,
        simulations.all(),
        one ->
            Arrays.asList(
                one.id(),
                one.title(view.language()),
                one.rulebook(),
                one.baseline(),
                one.asOf(),
                one.run().firms(),
                one.run().started(),
                one.run().by()));
  }

  /// Takes a draft as a file or as text, checks it, and begins to try it.
  @PostMapping("/titles/simulations")
  @Allow(Rule.BUREAU)
  Answer start(
      View view,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String content,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String baseline,
      @RequestParam(defaultValue = "") String on)
      throws IOException {
    String text =
        file == null || file.isEmpty()
            ? content
            : new String(file.getBytes(), StandardCharsets.UTF_8);
    Draft draft = Draft.read(text, shelf);
    if (draft.rulebook().isEmpty()) {
      List<String> faults =
          draft.problems().stream()
              .map(fault ->
                  view.text("rulebooks.simulate.fault", fault.line(), fault.in(view.language())))
              .toList();
      return page(view, faults, text).withStatus(400);
    }
    long id = begin.of(order(draft, text, name, baseline, FirmDesk.day(on)));
    return Redirect.to("/titles/simulations/" + id);
  }

  /// Compared with what was named, or with what it takes the place of.
  static Order order(Draft draft, String text, String name, String baseline, LocalDate asked) {
    var rulebook = draft.rulebook().orElseThrow();
    var title = rulebook.heading().title();
    return new Order(
        name.isBlank() ? new Names(title.zh(), title.en()) : new Names(name, ""),
        text,
        rulebook.id(),
        baseline.isBlank() ? rulebook.id() : baseline.strip(),
        draft.day(asked));
  }

  @GetMapping("/titles/simulations/{id:\\d+}")
  @Allow(Rule.BUREAU)
  Page show(View view, @PathVariable long id, ListQuery query) {
    Simulation simulation = simulations.get(id);
    return Page.of(
        "rulebooks/simulation.jte",
        new SimulationPage(
            view,
            simulation,
            simulations.moves(id),
            new SimulationPage.Parts(
                simulations.parts(id, By.DISTRICT), simulations.parts(id, By.INDUSTRY)),
            names(simulation.baseline(), view.language()),
            simulations.firms(id, narrowed(view, query))));
  }

  /// Names of the titles of the rulebook that the draft is compared with, by id.
  private Map<String, String> names(String baseline, Language language) {
    var names = new LinkedHashMap<String, String>();
    FirmTitle.of(shelf.current(), baseline::equals)
        .forEach(title -> names.put(title.key().title(), title.name(language)));
    return names;
  }

  private static ListQuery narrowed(View view, ListQuery query) {
    var filters = new ArrayList<String>();
    if (!query.filter().isBlank()) {
      filters.add(query.filter());
    }
    for (String field : List.of("title", "before", "after", "district", "industry")) {
      String value = view.parameter(field).strip();
      if (!value.isEmpty()) {
        filters.add(field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
      }
    }
    if (!view.parameter("every").equals("true")) {
      filters.add("turned:true");
    }
    return new ListQuery(
        query.search(), String.join(",", filters), query.sort(), query.cursor(), query.perPage());
  }

  @GetMapping("/titles/simulations/{id:\\d+}/export")
  @Allow(Rule.BUREAU)
  Answer export(
      View view, @PathVariable long id, ListQuery query, @RequestParam Download.Format format) {
    simulations.get(id);
    List<Column> columns =
        List.of(
            new Column("organisation", view.text("rulebooks.column.id")),
            new Column("name_zh", view.text("facts.page.name-zh")),
            new Column("name_en", view.text("facts.page.name-en")),
            new Column("district", view.text("facts.page.district")),
            new Column("title", view.text("rulebooks.column.title")),
            new Column("before", view.text("rulebooks.simulate.before")),
            new Column("after", view.text("rulebooks.simulate.after")));
    return Download.of(
        "simulation-" + id,
        format,
        columns,
        narrowed(view, query),
        part -> simulations.firms(id, part),
        SimulationPages::cells);
  }

  /// Every district and industry by both rules, for each title.
  @GetMapping("/titles/simulations/{id:\\d+}/parts/export")
  @Allow(Rule.BUREAU)
  Answer exportParts(View view, @PathVariable long id, @RequestParam Download.Format format) {
    simulations.get(id);
    var columns = new ArrayList<Column>();
    columns.add(new Column("by", view.text("rulebooks.parts.by")));
    columns.add(new Column("part", view.text("rulebooks.parts.part")));
    columns.add(new Column("title", view.text("rulebooks.column.title")));
    for (String when : List.of("before", "after")) {
      for (String answer : PART_ANSWERS) {
        columns.add(
            new Column(
                when + "_" + answer.replace('-', '_'),
                view.text("rulebooks.simulate." + when)
                    + view.text("rulebooks.colon")
                    + SimulationPage.answer(view, answer)));
      }
    }
    columns.add(new Column("lose", view.text("rulebooks.simulate.lose")));
    columns.add(new Column("gain", view.text("rulebooks.simulate.gain")));
    return new Download(
        "simulation-" + id + "-parts",
        format,
        columns,
        consumer -> {
          for (By by : By.values()) {
            simulations.parts(id, by).forEach(part -> consumer.accept(cells(by, part)));
          }
        });
  }

  private static List<Object> cells(By by, Part part) {
    var cells = new ArrayList<Object>(List.of(by.code(), part.name(), part.title()));
    PART_ANSWERS.forEach(answer -> cells.add(part.before(answer)));
    PART_ANSWERS.forEach(answer -> cells.add(part.after(answer)));
    cells.add(part.lose());
    cells.add(part.gain());
    return cells;
  }

  private static List<String> cells(FirmTurn one) {
    return List.of(
        String.valueOf(one.organisation()),
        one.names().zh(),
        one.names().en(),
        one.district(),
        one.title(),
        Optional.ofNullable(one.before()).orElse("none"),
        Optional.ofNullable(one.after()).orElse("none"));
  }
}
