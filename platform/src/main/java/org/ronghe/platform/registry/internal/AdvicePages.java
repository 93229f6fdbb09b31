package org.ronghe.platform.registry.internal;

import java.util.Map;
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
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.internal.RegistryRules.Rules;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Typed;
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
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String adviser,
      @RequestParam(defaultValue = "") String question) {
    Achievement achievement =
        achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    String page = "/achievements/" + id;
    Optional<Account> asked = find(accounts, adviser);
    if (asked.isEmpty()) {
      return Redirect.again(
          achievement.state() instanceof AchievementState.Submitted ? page + "/decide" : page,
          new Typed(
              "advice",
              Map.of("adviser", adviser, "question", question),
              Map.of("adviser", view.text("registry.fault.no-account", adviser))));
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
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String opinion,
      @RequestParam(defaultValue = "") String words) {
    String page = "/achievements/" + id;
    try {
      advices.answer(id, opinion, words);
    } catch (NodeProblem problem) {
      return Faults.again(
          page, "answer", Map.of("opinion", opinion, "words", words), problem, view.texts());
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
      View view,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(name = "decide_days", defaultValue = "") String decideDays,
      @RequestParam(name = "correct_days", defaultValue = "") String correctDays) {
    try {
      rules.change(new Rules(department.strip(), days(decideDays), days(correctDays)));
    } catch (NodeProblem problem) {
      return Faults.again(
          "/achievements/rules",
          "rules",
          Map.of("department", department, "decide_days", decideDays, "correct_days", correctDays),
          problem,
          view.texts());
    }
    return Redirect.done("/achievements/rules", "registry.rules.done");
  }

  /// So many days; 0, which the rules refuse, where it is no number.
  private static int days(String text) {
    return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : 0;
  }
}
