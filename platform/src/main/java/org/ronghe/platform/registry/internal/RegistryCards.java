package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Crumb;
import org.ronghe.platform.web.HomeCard;
import org.ronghe.platform.web.ListQuery;
import org.springframework.stereotype.Component;

/// What waits at the registry: corrections for those who register, decisions for the bureau, advice
/// for those who were asked.
@Component
class RegistryCards implements HomeCard {
  private static final int MOST = 5;

  private final Achievements achievements;
  private final Advices advices;

  RegistryCards(Achievements achievements, Advices advices) {
    this.achievements = achievements;
    this.advices = advices;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Card> findFor(Actor actor, Texts texts) {
    var lines = new ArrayList<Line>();
    if (actor.account() != null) {
      for (Map.Entry<Long, String> asked : advices.open(actor.account()).entrySet()) {
        lines.add(
            new Line(
                asked.getValue(),
                "/achievements/" + asked.getKey(),
                texts.text("registry.card.asked")));
      }
    }
    if (actor.writesAll()) {
      add(lines, texts, "submitted", "decide");
    } else if (!actor.writableOrganisations().isEmpty()) {
      add(lines, texts, "sent_back", "correct");
      add(lines, texts, "draft", "draft");
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Card(
            Kind.WAITING,
            texts.text("registry.room"),
            lines.subList(0, Math.min(10, lines.size())),
            new Crumb(texts.text("registry.card.more"), "/achievements")));
  }

  private void add(List<Line> lines, Texts texts, String state, String what) {
    var query = new ListQuery("", "state:" + state, state.equals("draft") ? "" : "due", null, MOST);
    for (Achievement one : achievements.list(query).results()) {
      String title = one.title().isEmpty() ? texts.text("registry.untitled") : one.title();
      var due = one.duty().due();
      lines.add(
          new Line(
              title,
              "/achievements/" + one.id(),
              due == null
                  ? texts.text("registry.card." + what)
                  : texts.text("registry.card." + what + "-by", due.toString())));
    }
  }
}
