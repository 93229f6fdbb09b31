package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.WorkClass;
import org.ronghe.platform.web.ListQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What became of some of the invented city's achievements: pools they are in or have left, last
/// year's preferred plan and the candidates of this year's.
@Component
public class InventedFollowUp {
  /// Every so manieth meets a pool's rules and enters; so many of each pool.
  private static final int STEP = 3;

  private static final int OF_EACH = 12;
  private static final int LEFT = 3;
  private static final int CANDIDATES = 12;
  private static final int CHOSEN = 8;

  /// Behind those that a visitor is likely to try first.
  private static final int FIRST_EVALUATED = 20;

  private static final int DAYS_TO_EVALUATE = 30;

  private final Achievements achievements;
  private final Pools pools;
  private final Plans plans;
  private final Evaluations evaluations;

  InventedFollowUp(Achievements achievements, Pools pools, Plans plans, Evaluations evaluations) {
    this.achievements = achievements;
    this.pools = pools;
    this.plans = plans;
    this.evaluations = evaluations;
  }

  /// Enters it. The current actor is the bureau or the node itself.
  @Transactional
  public void load() {
    List<Achievement> registered =
        achievements
            .list(new ListQuery("", "state:registered", "id", null, ListQuery.MOST))
            .results();
    for (Pool pool : Pool.values()) {
      follow(pool, registered);
    }
    int year = LocalDate.now(ZoneId.systemDefault()).getYear();
    List<String> numbers = numbers(registered);
    int half = Math.min(CANDIDATES, numbers.size() / 2);
    publish(plans.open(year - 1), registered, numbers.subList(0, half));
    long open = plans.open(year);
    numbers
        .subList(half, 2 * half)
        .forEach(
            number -> plans.propose(open, number, "已有中试数据（示例） / Tried at pilot scale (example)"));
  }

  /// Asks somebody to evaluate an achievement of each class of work, unless that was done already.
  @Transactional
  public void ask(long evaluator, String name) {
    LocalDate due = LocalDate.now(ZoneId.systemDefault()).plusDays(DAYS_TO_EVALUATE);
    for (WorkClass kind : WorkClass.values()) {
      achievements
          .list(
              new ListQuery(
                  "", "state:registered,class:" + kind.code(), "id", null, ListQuery.MOST))
          .results()
          .stream()
          .skip(FIRST_EVALUATED)
          .findFirst()
          .filter(one -> evaluations.of(one.id()).isEmpty())
          .ifPresent(one ->
              evaluations.ask(
                  one, evaluator, name, "入库前评价（示例） / Before it enters a pool (example)", due));
    }
  }

  private void follow(Pool pool, List<Achievement> registered) {
    List<Achievement> fit = registered.stream().filter(one -> pool.unmet(one).isEmpty()).toList();
    for (int i = 0; i < OF_EACH && i * STEP < fit.size(); i++) {
      pools.enter(fit.get(i * STEP), pool, "有意向用户（示例） / Somebody wants to use it (example)");
    }
    List<PoolStay> stays = pools.list(pool, false, ListQuery.all()).results();
    for (int i = 0; i < Math.min(LEFT, stays.size()); i++) {
      pools.leave(
          stays.get(i).id(),
          i == 0 ? "stopped" : "reached",
          i == 0
              ? "项目组已解散（示例） / The team is gone (example)"
              : "已签订转让合同（示例） / A contract was signed (example)");
    }
  }

  private static List<String> numbers(List<Achievement> registered) {
    var numbers = new ArrayList<String>();
    for (Achievement one : registered) {
      if (one.state() instanceof AchievementState.Registered state
          && numbers.size() < 2 * CANDIDATES) {
        numbers.add(state.number().text());
      }
    }
    return numbers;
  }

  private void publish(long plan, List<Achievement> registered, List<String> numbers) {
    numbers.forEach(number ->
        plans.propose(plan, number, "有用户、有检测报告（示例） / It has users and a test report (example)"));
    for (int i = 0; i < numbers.size(); i++) {
      boolean chosen = i < CHOSEN;
      plans.decide(
          plan,
          registered.get(i).id(),
          chosen,
          chosen
              ? "成熟度高（示例） / Mature (example)"
              : "尚缺用户证明（示例） / No user has confirmed it yet (example)");
    }
    plans.publish(plan);
  }
}
