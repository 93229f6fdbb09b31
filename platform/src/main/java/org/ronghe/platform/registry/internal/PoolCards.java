package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Crumb;
import org.ronghe.platform.web.HomeCard;
import org.springframework.stereotype.Component;

/// Reminds of achievements whose time in a pool is soon over, and of evaluations that are asked
/// for.
@Component
class PoolCards implements HomeCard {
  /// So many days before it is reminded.
  static final int SOON_DAYS = 60;

  private static final int MOST = 5;

  private final Pools pools;
  private final Evaluations evaluations;

  PoolCards(Pools pools, Evaluations evaluations) {
    this.pools = pools;
    this.evaluations = evaluations;
  }

  @Override
  public int order() {
    return 12;
  }

  @Override
  public Optional<Card> findFor(Actor actor, Texts texts) {
    var lines = new ArrayList<Line>();
    if (actor.account() != null) {
      evaluations.mine().stream()
          .filter(one -> one.standing().state().matches("asked|accepted"))
          .limit(MOST)
          .forEach(one ->
              lines.add(
                  new Line(
                      one.title(),
                      "/evaluations/" + one.id(),
                      texts.text("registry.card.evaluate-by", one.standing().due().toString()))));
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    for (PoolStay stay : pools.due(SOON_DAYS, MOST)) {
      lines.add(
          new Line(
              stay.title(),
              "/pools?pool=" + stay.pool(),
              texts.text("registry.card.pool", stay.daysLeft(today))));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Card(
                Kind.WAITING,
                texts.text("registry.card.clocks"),
                List.copyOf(lines),
                new Crumb(texts.text("registry.pools"), "/pools")));
  }
}
