package org.ronghe.platform.facts.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Crumb;
import org.ronghe.platform.web.HomeCard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the fact base puts on the home page: one's own organisations, proposals that wait, and what
/// was recorded lately.
@Configuration(proxyBeanMethods = false)
class FactCards {
  private static final int MOST = 8;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

  /// The organisations about which somebody enters facts.
  @Bean
  HomeCard ownOrganisations(SubjectHeads heads) {
    return new Offer(20) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        if (actor.writableOrganisations().isEmpty()) {
          return Optional.empty();
        }
        var lines =
            heads.own(actor).stream()
                .filter(SubjectHead::writable)
                .limit(MOST)
                .map(own -> new Line(own.name(texts.language()), own.href(), ""))
                .toList();
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Card(Kind.STANDING, texts.text("facts.page.card.own"), lines, null));
      }
    };
  }

  /// Proposals to merge that an officer decides about.
  @Bean
  HomeCard waitingMerges(SubjectSheets sheets, SubjectSheets.Parts parts) {
    return new Offer(10) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        if (!actor.writesAll()) {
          return Optional.empty();
        }
        List<Merge> waiting = parts.merges().list(Merge.State.PROPOSED, MOST);
        if (waiting.isEmpty()) {
          return Optional.empty();
        }
        var lines =
            sheets.views(waiting).stream()
                .map(one ->
                    new Line(
                        name(one.merged(), texts) + " → " + name(one.survivor(), texts),
                        "/merges/" + one.merge().id(),
                        DAY.format(
                            one.merge().proposal().at().atZone(ZoneId.systemDefault()))))
                .toList();
        return Optional.of(
            new Card(
                Kind.WAITING,
                texts.text("facts.page.card.merges"),
                lines,
                new Crumb(texts.text("facts.page.card.merges.all"), "/merges?state=proposed")));
      }
    };
  }

  private static String name(@org.jspecify.annotations.Nullable SubjectHead head, Texts texts) {
    return head == null ? "?" : head.name(texts.language());
  }

  /// What was recorded lately about one's own organisations.
  @Bean
  HomeCard recentFacts(SubjectHeads heads, SubjectRegister table, SubjectSheets.Parts parts) {
    return new Offer(30) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        List<SubjectHead> own = heads.own(actor);
        var recent = table.recent(own.stream().map(SubjectHead::id).toList(), MOST);
        if (recent.isEmpty()) {
          return Optional.empty();
        }
        var lines =
            recent.stream()
                .map(one -> {
                  String subject =
                      own.stream()
                          .filter(head -> head.id() == one.subject())
                          .map(head -> head.name(texts.language()))
                          .findFirst()
                          .orElse("");
                  String attribute =
                      parts
                          .dictionary()
                          .find(one.attribute())
                          .map(found -> found.name().in(texts.language()))
                          .orElse(one.attribute());
                  return new Line(
                      subject + ": " + attribute,
                      SubjectHead.room(SubjectKind.ORGANISATION)
                          + "/"
                          + one.subject()
                          + "/history/"
                          + one.attribute(),
                      DAY.withLocale(Locale.ROOT).format(one.at().atZone(ZoneId.systemDefault()))
                          + " · "
                          + one.by());
                })
                .toList();
        return Optional.of(
            new Card(Kind.CHANGED, texts.text("facts.page.card.recent"), lines, null));
      }
    };
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
