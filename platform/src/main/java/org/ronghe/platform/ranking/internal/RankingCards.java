package org.ronghe.platform.ranking.internal;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.settings.Settings;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Crumb;
import org.ronghe.platform.web.HomeCard;
import org.springframework.stereotype.Component;

/// Where the city stands, on everybody's home page.
@Component
class RankingCards implements HomeCard {
  private static final int MOST = 3;

  private final StoredRankings rankings;
  private final ClusterTable clusters;
  private final Settings settings;

  RankingCards(StoredRankings rankings, ClusterTable clusters, Settings settings) {
    this.rankings = rankings;
    this.clusters = clusters;
    this.settings = settings;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public Optional<Card> findFor(Actor actor, Texts texts) {
    Optional<RankingHead> newest = rankings.findNewest();
    if (newest.isEmpty()) {
      return actor.has(Role.BUREAU_OFFICER)
          ? Optional.of(
              new Card(
                  Kind.WAITING,
                  texts.text("ranking.title"),
                  List.of(new Line(texts.text("ranking.card.none"), "/rankings/import", "")),
                  null))
          : Optional.empty();
    }
    RankingHead ranking = newest.get();
    boolean chinese = texts.language() == Language.CHINESE;
    List<Cluster> all = clusters.all(ranking);
    String base = "/rankings/" + ranking.id();
    var lines =
        StoryTeller.findOwn(all, settings.current())
            .map(List::of)
            .orElseGet(() -> all.subList(0, Math.min(MOST, all.size())))
            .stream()
            .map(c ->
                new Line(
                    texts.text(
                        "ranking.card.line",
                        c.rank(),
                        chinese ? c.name().chinese() : c.name().english()),
                    base + "/clusters/" + c.label(),
                    chinese ? ranking.title().chinese() : ranking.title().english()))
            .toList();
    return Optional.of(
        new Card(
            Kind.STANDING,
            texts.text("ranking.title"),
            lines,
            new Crumb(texts.text("ranking.card.more"), base)));
  }
}
