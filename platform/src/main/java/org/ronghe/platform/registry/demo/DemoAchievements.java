package org.ronghe.platform.registry.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RefusalReason;
import org.ronghe.platform.registry.RegistrationNumber;
import org.ronghe.platform.registry.WorkClass;
import org.ronghe.platform.registry.internal.InventedFollowUp;
import org.ronghe.platform.web.ListQuery;
import org.springframework.stereotype.Component;

/// 3,000 achievements of the invented city: 2,760 registered in 2018 to 2026, 150 drafts, 60 handed
/// in, 20 sent back, 10 refused. The same every time; see [InventedAchievement] for how they are
/// spread.
@Component
public class DemoAchievements {
  /// So many there are.
  public static final int COUNT = 3000;

  private static final int REGISTERED = 2760;
  private static final int DRAFTS = 150;
  private static final int SENT_BACK = 20;
  private static final int REFUSED = 10;
  private static final int BATCH = 500;
  private static final long SEED = 20_260_412;
  private static final String DEPARTMENT = "990";

  private final Achievements achievements;
  private final Organisations organisations;

  private final InventedFollowUp followUp;

  DemoAchievements(
      Achievements achievements, Organisations organisations, InventedFollowUp followUp) {
    this.achievements = achievements;
    this.organisations = organisations;
    this.followUp = followUp;
  }

  /// Enters them, unless there are any already.
  public void load() {
    Actors.runAs(
        Actor.system("demo"),
        () -> {
          var first = new ListQuery("", "", "", null, 1);
          if (achievements.list(first).results().isEmpty()) {
            enter();
            followUp.load();
          }
        });
  }

  /// Asks somebody to evaluate some of them.
  public void askToEvaluate(long account, String name) {
    Actors.runAs(Actor.system("demo"), () -> followUp.ask(account, name));
  }

  private void enter() {
    List<Organisation> keepers = keepers("kind:university|institute|hospital");
    List<Organisation> firms = keepers("kind:enterprise");
    if (keepers.isEmpty() || firms.isEmpty()) {
      throw new IllegalStateException("the city has nobody who registers achievements");
    }
    var random = new Random(SEED);
    Map<String, Integer> serials = new HashMap<>();
    var batch = new ArrayList<NewAchievement>();
    FilledForm last = FilledForm.EMPTY;
    for (int i = 0; i < REGISTERED + DRAFTS; i++) {
      Organisation keeper = keepers.get(random.nextInt(keepers.size()));
      Organisation firm = firms.get(random.nextInt(firms.size()));
      FilledForm form = new InventedAchievement(i, keeper, firm, last, random).form();
      last = form;
      batch.add(
          new NewAchievement(
              keeper.id(),
              form,
              i < REGISTERED ? registration(form, serials, random) : null,
              null));
      if (batch.size() == BATCH) {
        achievements.createAll(batch);
        batch.clear();
      }
    }
    achievements.createAll(batch);
    for (int i = REGISTERED + DRAFTS; i < COUNT; i++) {
      Organisation keeper = keepers.get(random.nextInt(keepers.size()));
      Organisation firm = firms.get(random.nextInt(firms.size()));
      decide(
          i - REGISTERED - DRAFTS, keeper, new InventedAchievement(i, keeper, firm, last, random));
    }
  }

  private List<Organisation> keepers(String filter) {
    return organisations.list(new ListQuery("", filter, "id", null, ListQuery.MOST)).results();
  }

  private static NewAchievement.Registration registration(
      FilledForm form, Map<String, Integer> serials, Random random) {
    LocalDate on = LocalDate.parse(form.value("end") + "-01").plusDays(40L + random.nextInt(120));
    WorkClass kind = WorkClass.find(form.value("work_class")).orElseThrow();
    int serial = serials.merge(on.getYear() + kind.code(), 1, Integer::sum);
    return new NewAchievement.Registration(
        RegistrationNumber.of(DEPARTMENT, on.getYear(), kind, serial), on);
  }

  private void decide(int place, Organisation keeper, InventedAchievement invented) {
    Achievement draft = achievements.create(keeper.id(), invented.form());
    Achievement handedIn = achievements.submit(draft.id(), draft.edit());
    if (place < SENT_BACK) {
      achievements.sendBack(
          handedIn.id(),
          Map.of(
              "summary", "请补充主要技术指标（示例） / Say what figures were reached (example)",
              "trl_evidence.1", "请附文献（示例） / Name the paper (example)"),
          handedIn.edit());
    } else if (place < SENT_BACK + REFUSED) {
      achievements.refuse(
          handedIn.id(),
          RefusalReason.EVALUATION,
          "评价结论不支持（示例） / Not borne out (example)",
          handedIn.edit());
    }
  }
}
