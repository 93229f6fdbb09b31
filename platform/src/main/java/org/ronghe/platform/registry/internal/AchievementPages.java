package org.ronghe.platform.registry.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.Duplicates;
import org.ronghe.platform.registry.FilledForm;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Achievements on screen: the desk, each one's page, its print, and what its people do with it.
@Controller
class AchievementPages {
  private final Achievements achievements;
  private final StoredAchievements stored;
  private final Advices advices;
  private final Desk desk;
  private final Catalogue catalogue;
  private final Duplicates duplicates;
  private final Evaluations evaluations;
  private final Pools pools;
  private final RegisteredWorks works;

  AchievementPages(
      Achievements achievements,
      StoredAchievements stored,
      Advices advices,
      Desk desk,
      Catalogue catalogue,
      Duplicates duplicates,
      Evaluations evaluations,
      Pools pools,
      RegisteredWorks works) {
    this.achievements = achievements;
    this.stored = stored;
    this.advices = advices;
    this.desk = desk;
    this.catalogue = catalogue;
    this.duplicates = duplicates;
    this.evaluations = evaluations;
    this.pools = pools;
    this.works = works;
  }

  @Bean
  static Room achievementsRoom() {
    return Room.inHeader("/achievements", "registry.room", 10, Rule.SIGNED_IN);
  }

  private Achievement get(long id) {
    return achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static String href(long id) {
    return "/achievements/" + id;
  }

  @GetMapping("/achievements")
  @Allow(Rule.SIGNED_IN)
  Page list(View view, ListQuery query) {
    return Page.of("registry/list.jte", desk.list(view, query));
  }

  @GetMapping("/achievements/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    return desk.export(view, query, format);
  }

  @GetMapping("/achievements/new")
  @Allow(Rule.SIGNED_IN)
  Page blank(View view) {
    demandEntering(view);
    return Page.of("registry/new.jte", new NewPage(view, desk.own(view), "", "", ""));
  }

  @PostMapping("/achievements/new")
  @Allow(Rule.SIGNED_IN)
  Answer create(
      View view,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String title) {
    demandEntering(view);
    try {
      long keeper = desk.named(organisation);
      FilledForm form = FormFields.taken(Map.of("title_zh", title));
      FilledForm begun = form.with("holder.0.name", organisation).with("holder.0.share", "1");
      return Redirect.to(href(achievements.create(keeper, begun).id()) + "/edit");
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      String fault = Faults.said(problem.fields().values().iterator().next(), view.texts());
      return Page.of(
              "registry/new.jte", new NewPage(view, desk.own(view), organisation, title, fault))
          .withStatus(400);
    }
  }

  private static void demandEntering(View view) {
    if (!Desk.mayEnter(view)) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }

  /// What somebody else registers, a reader finds in the catalogue if it is public.
  @GetMapping("/achievements/{id:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Answer show(View view, @PathVariable long id) {
    return achievements.find(id).isEmpty() && catalogue.find(id).isPresent()
        ? Redirect.to("/catalogue/" + id)
        : Page.of("registry/achievement.jte", page(view, id));
  }

  @GetMapping("/achievements/{id:\\d+}/print")
  @Allow(Rule.SIGNED_IN)
  Page print(View view, @PathVariable long id) {
    return Page.of("registry/print.jte", page(view, id));
  }

  private AchievementPage page(View view, long id) {
    Achievement achievement = get(id);
    return new AchievementPage(
        view,
        achievement,
        desk.organisation(achievement.organisation(), view),
        FormWords.lines(achievement.form(), view.texts()),
        achievements.versions(id),
        new AchievementPage.Around(
            advices.of(id),
            duplicates.of(achievement),
            evaluations.of(id),
            pools.of(id),
            works.find(id).orElse(null)),
        new AchievementPage.May(
            stored.mayChange(achievement.organisation()), view.actor().writesAll()));
  }

  @PostMapping("/achievements/{id:\\d+}/discard")
  @Allow(Rule.SIGNED_IN)
  Answer discard(@PathVariable long id) {
    achievements.discard(id);
    return Redirect.done("/achievements", "registry.done.discarded");
  }

  @PostMapping("/achievements/{id:\\d+}/recall")
  @Allow(Rule.SIGNED_IN)
  Answer recall(@PathVariable long id) {
    achievements.recall(id);
    return Redirect.done(href(id), "registry.done.recalled");
  }

  @PostMapping("/achievements/{id:\\d+}/open")
  @Allow(Rule.SIGNED_IN)
  Answer open(@PathVariable long id, @RequestParam(defaultValue = "false") boolean open) {
    achievements.open(id, open);
    return Redirect.done(href(id), open ? "registry.done.opened" : "registry.done.closed");
  }

  @PostMapping("/achievements/{id:\\d+}/withdraw")
  @Allow(Rule.SIGNED_IN)
  Answer withdraw(
      View view, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
    if (reason.isBlank()) {
      get(id);
      return Redirect.again(
          href(id),
          new Typed("withdraw", Map.of(), Map.of("reason", view.text("registry.fault.no-reason"))));
    }
    achievements.withdraw(id, reason);
    return Redirect.done(href(id), "registry.done.withdrawn");
  }

  /// Two versions side by side; 0 names what stands in the form now.
  @GetMapping("/achievements/{id:\\d+}/versions")
  @Allow(Rule.SIGNED_IN)
  Page versions(
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "-1") int left,
      @RequestParam(defaultValue = "0") int right) {
    Achievement achievement = get(id);
    return Page.of(
        "registry/versions.jte",
        Comparison.of(
            view,
            achievement,
            achievements.versions(id),
            left,
            right,
            false,
            DecisionPage.Around.NOTHING,
            DecisionPage.Written.NOTHING));
  }

  /// The page where a decision is written.
  @GetMapping("/achievements/{id:\\d+}/decide")
  @Allow(Rule.BUREAU)
  Page decide(View view, @PathVariable long id) {
    return decision(view, id, Map.of(), Map.of());
  }

  private Page decision(
      View view, long id, Map<String, String> values, Map<String, String> faults) {
    Achievement achievement = get(id);
    boolean decides = achievement.state() instanceof AchievementState.Submitted;
    return Page.of(
        "registry/decide.jte",
        Comparison.of(
            view,
            achievement,
            achievements.versions(id),
            -1,
            0,
            decides,
            new DecisionPage.Around(advices.of(id), duplicates.of(achievement)),
            new DecisionPage.Written(values, faults)));
  }

  @PostMapping("/achievements/{id:\\d+}/receive")
  @Allow(Rule.BUREAU)
  Answer receive(@PathVariable long id) {
    achievements.receive(id);
    return Redirect.done(href(id) + "/decide", "registry.done.received");
  }

  /// Takes a decision: `send-back`, `register` or `refuse` in `do`; reasons in `reason.<field>`.
  @PostMapping("/achievements/{id:\\d+}/decide")
  @Allow(Rule.BUREAU)
  Answer take(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    String text = sent.getOrDefault("edit", "");
    long edit = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    try {
      switch (sent.getOrDefault("do", "")) {
        case "send-back" -> achievements.sendBack(id, reasons(sent), edit);
        case "register" -> achievements.register(id, edit);
        case "refuse" ->
            achievements.refuse(
                id,
                org.ronghe.platform.registry.RefusalReason.find(sent.getOrDefault("refusal", ""))
                    .orElseThrow(() ->
                        new NodeProblem(
                            ProblemCode.INPUT_INVALID, Map.of("refusal", "registry.fault.needed"))),
                sent.getOrDefault("words", ""),
                edit);
        default ->
            throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("do", "registry.fault.needed"));
      }
    } catch (NodeProblem problem) {
      return switch (problem.code()) {
        case INPUT_INVALID ->
            decision(view, id, sent, Faults.said(problem.fields(), view.texts())).withStatus(400);
        case CHANGED_MEANWHILE ->
            decision(view, id, sent, Map.of("whole", view.text("registry.decide.changed")))
                .withStatus(412);
        default -> throw problem;
      };
    }
    return Redirect.done(href(id), "registry.done." + sent.get("do"));
  }

  private static Map<String, String> reasons(Map<String, String> sent) {
    var reasons = new LinkedHashMap<String, String>();
    sent.forEach((control, text) -> {
      if (control.startsWith("reason.") && !text.isBlank()) {
        reasons.put(control.substring("reason.".length()), text.strip());
      }
    });
    return reasons;
  }
}
