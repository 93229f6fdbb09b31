package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.rulebooks.internal.History.Turn;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.HomeCard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What rulebooks put on the home page of those who keep a firm's facts.
@Configuration(proxyBeanMethods = false)
class TitleCards {
  private static final int MOST = 5;
  private static final int CHANGED_DAYS = 60;

  /// What is merged is read as part of what it was merged into.
  private static List<Long> firms(Actor actor, Organisations organisations) {
    return actor.roles().entrySet().stream()
        .filter(held -> held.getValue().contains(Role.ENTERPRISE))
        .map(held -> organisations.survivor(held.getKey()))
        .distinct()
        .sorted()
        .toList();
  }

  /// The way to one's own ladder.
  @Bean
  HomeCard ownTitles(Organisations organisations) {
    return new Offer(21) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        Map<Long, Names> names = organisations.names(firms(actor, organisations));
        var lines =
            names.entrySet().stream()
                .limit(MOST)
                .map(firm ->
                    new Line(
                        texts.text("rulebooks.card.of", firm.getValue().in(texts.language())),
                        "/organisations/" + firm.getKey() + "/titles",
                        ""))
                .toList();
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Card(Kind.STANDING, texts.text("rulebooks.card.titles"), lines, null));
      }
    };
  }

  /// Answers that became others: because time passed, a fact was entered or corrected, or a rule
  /// changed.
  @Bean
  HomeCard changedAnswers(History history, CityJudge city, Organisations organisations) {
    return new Offer(25) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        List<Long> firms = firms(actor, organisations);
        if (firms.isEmpty()) {
          return Optional.empty();
        }
        var lines =
            history.of(firms, CHANGED_DAYS, MOST).stream()
                .map(turn -> line(turn, city, texts))
                .toList();
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Card(Kind.CHANGED, texts.text("rulebooks.card.changed"), lines, null));
      }
    };
  }

  private static HomeCard.Line line(Turn turn, CityJudge city, Texts texts) {
    var language = FirmTitle.of(texts.language());
    String title =
        city.titles().stream()
            .filter(one -> one.key().equals(turn.title()))
            .findFirst()
            .map(one -> one.name(texts.language()))
            .orElse(turn.title().path());
    String after =
        turn.after() == null
            ? texts.text("rulebooks.no-longer")
            : turn.after().words().in(language);
    return new HomeCard.Line(
        title + ": " + turn.before().words().in(language) + " → " + after,
        "/organisations/" + turn.organisation() + "/titles/" + turn.title().path(),
        turn.now().asOf().toString());
  }

  private abstract static class Offer implements HomeCard {
    private final int order;

    Offer(int order) {
      this.order = order;
    }

    @Override
    public int order() {
      return order;
    }
  }
}
