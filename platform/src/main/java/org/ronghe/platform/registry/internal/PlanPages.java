package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Typed;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The preferred plans on screen: chosen by the bureau, read by everybody once published.
@Controller
class PlanPages {
  private final Plans plans;

  PlanPages(Plans plans) {
    this.plans = plans;
  }

  @GetMapping("/plans")
  @Allow(Rule.ANYONE)
  Page list(View view) {
    String year = String.valueOf(LocalDate.now(view.shell().zone()).getYear());
    return Page.of("registry/plans.jte", new PlanList(view, plans.list(), year));
  }

  @PostMapping("/plans")
  @Allow(Rule.BUREAU)
  Answer open(View view, @RequestParam(defaultValue = "") String year) {
    if (!year.strip().matches("2\\d{3}")) {
      return Redirect.again(
          "/plans",
          new Typed(
              "plan",
              Map.of("year", year),
              Map.of("year", view.text("registry.fault.year", year))));
    }
    return Redirect.to("/plans/" + plans.open(Integer.parseInt(year.strip())));
  }

  @GetMapping("/plans/export")
  @Allow(Rule.ANYONE)
  Answer exportAll(View view, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("year", view.text("registry.plan.year")),
            new Column("published", view.text("registry.plan.published.on")),
            new Column("published_by", view.text("registry.plan.published.by")));
    List<Plan> all = plans.list();
    return new Download(
        "preferred-plans",
        format,
        columns,
        row ->
            all.forEach(plan ->
                row.accept(Arrays.asList(plan.year(), plan.published(), plan.publishedBy()))));
  }

  private Plan get(long id) {
    return plans.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/plans/{id:\\d+}")
  @Allow(Rule.ANYONE)
  Page show(View view, @PathVariable long id) {
    return Page.of("registry/plan.jte", new PlanPage(view, get(id), plans.candidates(id)));
  }

  @GetMapping("/plans/{id:\\d+}/export")
  @Allow(Rule.ANYONE)
  Answer export(View view, @PathVariable long id, @RequestParam Download.Format format) {
    Plan plan = get(id);
    List<Column> columns =
        List.of(
            new Column("number", view.text("registry.column.number")),
            new Column("title", view.text("registry.column.title")),
            new Column("keeper", view.text("registry.column.organisation")),
            new Column("standing", view.text("registry.plan.standing")),
            new Column("proposed", view.text("registry.plan.proposed")),
            new Column("reason", view.text("registry.plan.reason")));
    List<Plan.Candidate> candidates = plans.candidates(id);
    return new Download(
        "preferred-plan-" + plan.year(),
        format,
        columns,
        consumer -> candidates.forEach(one -> consumer.accept(cells(one))));
  }

  private static List<@Nullable Object> cells(Plan.Candidate one) {
    return Arrays.asList(
        one.number(), one.title(), one.keeper(), one.standing(), one.proposed(), one.reason());
  }

  @PostMapping("/plans/{id:\\d+}/candidates")
  @Allow(Rule.BUREAU)
  Answer propose(
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String reason) {
    try {
      plans.propose(id, number, reason);
    } catch (NodeProblem problem) {
      return Faults.again(
          "/plans/" + id,
          "candidate",
          Map.of("number", number, "reason", reason),
          problem,
          view.texts());
    }
    return Redirect.to("/plans/" + id);
  }

  @PostMapping("/plans/{id:\\d+}/candidates/{achievement:\\d+}")
  @Allow(Rule.BUREAU)
  Answer decide(
      View view,
      @PathVariable long id,
      @PathVariable long achievement,
      @RequestParam(defaultValue = "false") boolean chosen,
      @RequestParam(defaultValue = "") String reason) {
    try {
      plans.decide(id, achievement, chosen, reason);
    } catch (NodeProblem problem) {
      return Faults.again(
          "/plans/" + id,
          "candidate-" + achievement,
          Map.of("reason", reason),
          problem,
          view.texts());
    }
    return Redirect.to("/plans/" + id);
  }

  @PostMapping("/plans/{id:\\d+}/publish")
  @Allow(Rule.BUREAU)
  Answer publish(@PathVariable long id) {
    plans.publish(id);
    return Redirect.done("/plans/" + id, "registry.plan.published.done");
  }
}
