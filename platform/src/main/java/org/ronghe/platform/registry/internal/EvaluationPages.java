package org.ronghe.platform.registry.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
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

/// Evaluations on screen: asked for on an achievement's page, given on their own.
@Controller
class EvaluationPages {
  private static final int USUAL_DAYS = 30;
  private static final int LONGEST_YEARS = 10;

  private final Evaluations evaluations;
  private final Achievements achievements;
  private final Accounts accounts;

  EvaluationPages(Evaluations evaluations, Achievements achievements, Accounts accounts) {
    this.evaluations = evaluations;
    this.achievements = achievements;
    this.accounts = accounts;
  }

  @GetMapping("/evaluations")
  @Allow(Rule.SIGNED_IN)
  Page list(View view) {
    return Page.of("registry/evaluations.jte", new EvaluationList(view, evaluations.mine()));
  }

  @GetMapping("/evaluations/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("id", view.text("registry.column.id")),
            new Column("achievement", view.text("registry.evaluation.achievement")),
            new Column("title", view.text("registry.column.title")),
            new Column("class", view.text("registry.field.work-class")),
            new Column("purpose", view.text("registry.evaluation.purpose")),
            new Column("state", view.text("registry.column.state")),
            new Column("due", view.text("registry.column.due")));
    List<Evaluation> mine = evaluations.mine();
    return new Download(
        "evaluations", format, columns, row -> mine.forEach(one -> row.accept(cells(one, view))));
  }

  private static List<Object> cells(Evaluation one, View view) {
    return List.of(
        one.id(),
        one.achievement(),
        one.title(),
        FormWords.shown("work_class", one.workClass(), view.texts()),
        one.purpose(),
        view.text("registry.evaluation.state." + one.standing().state()),
        one.standing().due());
  }

  private Evaluation get(long id) {
    return evaluations.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/evaluations/{id:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Page show(View view, @PathVariable long id) {
    Evaluation evaluation = get(id);
    return page(view, evaluation, evaluation.answers(), Map.of());
  }

  private Page page(
      View view, Evaluation evaluation, Map<String, String> answers, Map<String, String> faults) {
    List<FormWords.Line> lines =
        achievements
            .find(evaluation.achievement())
            .map(one -> FormWords.lines(one.form(), view.texts()))
            .orElse(List.of());
    return Page.of(
        "registry/evaluation.jte",
        new EvaluationPage(view, evaluation, lines, answers, Faults.said(faults, view.texts())));
  }

  @PostMapping("/evaluations/{id:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Answer act(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    Evaluation before = get(id);
    String action = sent.getOrDefault("do", "save");
    String edit = sent.getOrDefault("edit", "");
    try {
      evaluations.act(id, action, sent, edit.matches("\\d{1,18}") ? Long.parseLong(edit) : 0);
    } catch (NodeProblem problem) {
      return switch (problem.code()) {
        case INPUT_INVALID ->
            page(view, before, Evaluations.answers(sent), problem.fields()).withStatus(400);
        case CHANGED_MEANWHILE ->
            page(
                    view,
                    get(id),
                    Evaluations.answers(sent),
                    Map.of("whole", "registry.evaluation.changed"))
                .withStatus(412);
        default -> throw problem;
      };
    }
    return Redirect.done("/evaluations/" + id, "registry.evaluation.done." + known(action));
  }

  private static String known(String action) {
    return List.of("accept", "decline", "finish").contains(action) ? action : "save";
  }

  @PostMapping("/evaluations/{id:\\d+}/open")
  @Allow(Rule.SIGNED_IN)
  Answer open(@PathVariable long id, @RequestParam(defaultValue = "false") boolean open) {
    Evaluation evaluation = evaluations.open(id, open);
    return Redirect.done(
        "/achievements/" + evaluation.achievement(),
        open ? "registry.evaluation.done.open" : "registry.evaluation.done.close");
  }

  @PostMapping("/achievements/{id:\\d+}/evaluations")
  @Allow(Rule.BUREAU)
  Answer ask(
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String evaluator,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String due) {
    Achievement achievement =
        achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    String page = "/achievements/" + id;
    var faults = new Faults();
    Optional<Account> asked = AdvicePages.find(accounts, evaluator);
    if (asked.isEmpty()) {
      faults.add("evaluator", "registry.fault.no-account", evaluator);
    }
    LocalDate by = day(due, LocalDate.now(view.shell().zone()), faults);
    if (asked.isEmpty() || !faults.none()) {
      var typed = Map.of("evaluator", evaluator, "purpose", purpose, "due", due);
      return Redirect.again(
          page, new Typed("evaluation", typed, Faults.said(faults.byField(), view.texts())));
    }
    evaluations.ask(achievement, asked.get().id(), asked.get().displayName(), purpose, by);
    return Redirect.done(page, "registry.done.asked", asked.get().displayName());
  }

  /// The day by which an evaluation is due.
  private static LocalDate day(String due, LocalDate today, Faults faults) {
    LocalDate usual = today.plusDays(USUAL_DAYS);
    try {
      LocalDate by = due.isBlank() ? usual : LocalDate.parse(due);
      if (by.isBefore(today)) {
        faults.add("due", "registry.fault.past", due);
      } else if (by.isAfter(today.plusYears(LONGEST_YEARS))) {
        faults.add("due", "registry.fault.day", due);
      }
      return by;
    } catch (DateTimeException e) {
      faults.add("due", "registry.fault.day", due);
      return usual;
    }
  }
}
