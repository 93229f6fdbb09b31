package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.Targets.Target;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.Typed;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The bureau's view of all firms' titles.
@Controller
class CityPages {
  private final CityDesk desk;
  private final Targets targets;
  private final Jobs jobs;

  CityPages(CityDesk desk, Targets targets, Jobs jobs) {
    this.desk = desk;
    this.targets = targets;
    this.jobs = jobs;
  }

  @Bean
  static Room titlesRoom() {
    return Room.inHeader("/titles", "rulebooks.room", 25, Rule.BUREAU);
  }

  @GetMapping("/titles")
  @Allow(Rule.BUREAU)
  Page city(View view) {
    return Page.of("rulebooks/city.jte", desk.page(view));
  }

  /// How many firms stand where, by title, for the district and industry chosen.
  @GetMapping("/titles/export")
  @Allow(Rule.BUREAU)
  Answer exportCounts(View view, @RequestParam Download.Format format) {
    CityPage page = desk.page(view);
    var columns = new ArrayList<Download.Column>();
    columns.add(new Download.Column("title", view.text("rulebooks.column.title")));
    for (var answer : org.ronghe.rules.evaluate.Answer.values()) {
      columns.add(new Download.Column(answer.code(), page.answer(answer)));
    }
    columns.add(new Download.Column("near", view.text("rulebooks.city.near")));
    columns.add(new Download.Column("held", view.text("rulebooks.city.held")));
    columns.add(new Download.Column("ending", view.text("rulebooks.city.ending")));
    return Download.of(
        "titles",
        format,
        columns,
        page.lines(),
        line -> {
          var cells = new ArrayList<Object>();
          cells.add(line.name());
          for (var answer : org.ronghe.rules.evaluate.Answer.values()) {
            cells.add(line.count().of(answer));
          }
          cells.addAll(List.of(line.count().near(), line.count().held(), line.count().ending()));
          return cells;
        });
  }

  @GetMapping("/titles/firms")
  @Allow(Rule.BUREAU)
  Page firms(View view, ListQuery query) {
    return Page.of("rulebooks/firms.jte", desk.firms(view, query));
  }

  @GetMapping("/titles/firms/export")
  @Allow(Rule.BUREAU)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    return desk.export(view, query, format);
  }

  @GetMapping("/titles/parts")
  @Allow(Rule.BUREAU)
  Page parts(View view) {
    return Page.of("rulebooks/parts.jte", desk.parts(view));
  }

  @GetMapping("/titles/parts/export")
  @Allow(Rule.BUREAU)
  Answer exportParts(View view, @RequestParam Download.Format format) {
    return desk.exportParts(view, format);
  }

  @PostMapping("/titles/judge")
  @Allow(Rule.BUREAU)
  Answer judge(View view) {
    long job =
        jobs.start(JudgeJob.CODE, view.text("rulebooks.judge.subject"), new JudgeJob.Input(""));
    return Redirect.to("/jobs/" + job);
  }

  /// Sets a target, or takes it away where it is 0.
  ///
  /// @param title rulebook and title with a slash between them
  @PostMapping("/titles/targets")
  @Allow(Rule.BUREAU)
  Answer target(
      View view,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String target) {
    String[] parts = title.split("/", 2);
    var key = new TitleKey(parts[0], parts.length < 2 ? "" : parts[1]);
    try {
      targets.set(new Target(key, whole(year), whole(target)));
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      var faults = new LinkedHashMap<String, String>();
      problem.fields().forEach((field, fault) -> faults.put(field, view.text(fault)));
      return Redirect.again(
          "/titles",
          new Typed("target", Map.of("title", title, "year", year, "target", target), faults));
    }
    return Redirect.done("/titles", "rulebooks.target.done");
  }

  /// A whole number; −1, which no target takes, where it is none.
  private static int whole(String text) {
    return text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : -1;
  }
}
