package org.ronghe.platform.rulebooks.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The operator's numbers on screen.
@Controller
class ParameterPages {
  private static final String PREFIX = "p.";

  private final Parameters parameters;
  private final ParameterDesk desk;
  private final Organisations organisations;
  private final Shelf shelf;

  ParameterPages(
      Parameters parameters, ParameterDesk desk, Organisations organisations, Shelf shelf) {
    this.parameters = parameters;
    this.desk = desk;
    this.organisations = organisations;
    this.shelf = shelf;
  }

  @GetMapping("/titles/parameters")
  @Allow(Rule.BUREAU)
  Page show(View view, @RequestParam(required = false) @Nullable Long organisation) {
    return page(view, organisation, Map.of(), Map.of());
  }

  private Page page(
      View view,
      @Nullable Long organisation,
      Map<String, String> sent,
      Map<String, String> faults) {
    ParameterPage.Firm firm =
        organisation == null
            ? null
            : organisations
                .find(organisation)
                .map(one -> new ParameterPage.Firm(organisation, one.names().in(view.language())))
                .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    var rulebooks = new LinkedHashMap<String, String>();
    shelf
        .current()
        .programs()
        .forEach(program ->
            rulebooks.put(
                program.id(),
                program.rulebook().heading().title().in(FirmTitle.of(view.language()))));
    return Page.of(
        "rulebooks/parameters.jte",
        new ParameterPage(
            view,
            firm,
            parameters.asked(),
            rulebooks,
            new ParameterPage.Numbers(
                parameters.now(organisation),
                parameters.now(null),
                parameters.history(organisation)),
            sent,
            faults));
  }

  @PostMapping("/titles/parameters")
  @Allow(Rule.BUREAU)
  Answer set(
      View view,
      @RequestParam(required = false) @Nullable Long organisation,
      @RequestParam Map<String, String> form) {
    var sent = new LinkedHashMap<String, String>();
    form.forEach((name, value) -> {
      if (name.startsWith(PREFIX)) {
        sent.put(name.substring(PREFIX.length()), value);
      }
    });
    try {
      ParameterDesk.Done done =
          desk.set(
              organisation,
              sent,
              form.getOrDefault("source", ""),
              view.text("rulebooks.judge.subject"));
      return done.job() != null
          ? Redirect.to("/jobs/" + done.job())
          : Redirect.done(
              organisation == null
                  ? "/titles/parameters"
                  : "/titles/parameters?organisation=" + organisation,
              "rulebooks.parameter.done");
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return page(view, organisation, form, problem.fields()).withStatus(400);
    }
  }
}
