package org.ronghe.platform.registry.internal;

import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.internal.RegistryRules.Rules;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Flash;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is asked for advice, what they say, and how the bureau registers.
@Controller
class AdvicePages {
  private final Achievements achievements;
  private final Advices advices;
  private final Accounts accounts;
  private final RegistryRules rules;

  AdvicePages(Achievements achievements, Advices advices, Accounts accounts, RegistryRules rules) {
    this.achievements = achievements;
    this.advices = advices;
    this.accounts = accounts;
    this.rules = rules;
  }

  @PostMapping("/achievements/{id:\\d+}/advice")
  @Allow(Rule.BUREAU)
  Answer ask(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String adviser,
      @RequestParam(defaultValue = "") String question) {
    Achievement achievement =
        achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    String page = "/achievements/" + id;
    Optional<Account> asked = find(accounts, adviser);
    if (asked.isEmpty()) {
      return new Redirect(page, Flash.bad("registry.fault.no-account", adviser));
    }
    advices.ask(achievement, asked.get().id(), asked.get().displayName(), question);
    return Redirect.done(page, "registry.done.asked", asked.get().displayName());
  }

  /// An account by what one signs in with. Asked in the node's own name: whoever asks for advice
  /// need not be allowed to look through accounts.
  static Optional<Account> find(Accounts accounts, String name) {
    return name.isBlank()
        ? Optional.empty()
        : Actors.getAs(Actor.system("registry"), () -> accounts.findByName(name.strip()));
  }

  @PostMapping("/achievements/{id:\\d+}/advice/answer")
  @Allow(Rule.SIGNED_IN)
  Answer answer(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String opinion,
      @RequestParam(defaultValue = "") String words) {
    String page = "/achievements/" + id;
    try {
      advices.answer(id, opinion, words);
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return new Redirect(page, Flash.bad("registry.fault.advice"));
    }
    return Redirect.done(page, "registry.done.advised");
  }

  @GetMapping("/achievements/rules")
  @Allow(Rule.BUREAU)
  Page rules(View view) {
    Rules now = rules.current();
    return Page.of(
        "registry/rules.jte",
        new RulesPage(
            view,
            now.department(),
            String.valueOf(now.decideDays()),
            String.valueOf(now.correctDays())));
  }

  @PostMapping("/achievements/rules")
  @Allow(Rule.BUREAU)
  Answer change(
      @RequestParam(defaultValue = "") String department,
      @RequestParam(name = "decide_days", defaultValue = "0") int decideDays,
      @RequestParam(name = "correct_days", defaultValue = "0") int correctDays) {
    try {
      rules.change(new Rules(department.strip(), decideDays, correctDays));
    } catch (NodeProblem problem) {
      return new Redirect("/achievements/rules", Flash.bad("registry.rules.wrong"));
    }
    return Redirect.done("/achievements/rules", "registry.rules.done");
  }
}
