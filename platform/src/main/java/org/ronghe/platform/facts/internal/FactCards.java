package org.ronghe.platform.facts.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.Merge;
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
  private static final int SOON_DAYS = 90;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

  /// The organisations somebody has a role in, with that role.
  @Bean
  HomeCard ownOrganisations(SubjectHeads heads) {
    return new Offer(20) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        var lines =
            heads.own(actor).stream()
                .limit(MOST)
                .map(own ->
                    new Line(own.name(texts.language()), own.href(), roles(actor, own, texts)))
                .toList();
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(new Card(Kind.STANDING, texts.text("facts.page.card.own"), lines, null));
      }
    };
  }

  private static String roles(Actor actor, SubjectHead own, Texts texts) {
    return actor.roles().getOrDefault(own.id(), Set.of()).stream()
        .sorted()
        .map(role -> texts.text("access.role." + role.code()))
        .collect(Collectors.joining(" · "));
  }

  /// Titles of one's own organisations that end soon, while there is time to renew them.
  @Bean
  HomeCard endingTitles(SubjectHeads heads, SubjectIndex table, SubjectSheets.Parts parts) {
    return new Offer(15) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        List<SubjectHead> own = heads.own(actor);
        var lines =
            table.ending(own.stream().map(SubjectHead::id).toList(), SOON_DAYS, MOST).stream()
                .map(one ->
                    line(
                        one.subject(),
                        one.attribute(),
                        own,
                        texts.text("facts.page.card.ends", one.last().toString()),
                        parts,
                        texts))
                .toList();
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Card(Kind.WAITING, texts.text("facts.page.card.ending"), lines, null));
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
                        DAY.format(one.merge().proposal().at().atZone(ZoneId.systemDefault()))))
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

  /// What was recorded lately: about one's own organisations, for who reads all about any.
  @Bean
  HomeCard recentFacts(SubjectHeads heads, SubjectIndex table, SubjectSheets.Parts parts) {
    return new Offer(30) {
      @Override
      public Optional<Card> findFor(Actor actor, Texts texts) {
        List<SubjectHead> own = heads.own(actor);
        var recent =
            actor.readsAll()
                ? table.newest(MOST * MOST)
                : table.recent(own.stream().map(SubjectHead::id).toList(), MOST * MOST);
        if (recent.isEmpty()) {
          return Optional.empty();
        }
        // Of each subject the newest, and how many besides.
        var bySubject = new LinkedHashMap<Long, List<SubjectIndex.Recent>>();
        recent.forEach(
            one -> bySubject.computeIfAbsent(one.subject(), _ -> new ArrayList<>()).add(one));
        var subjects = heads.find(bySubject.keySet());
        var lines =
            bySubject.values().stream()
                .limit(MOST)
                .map(same -> {
                  SubjectIndex.Recent one = same.getFirst();
                  String day = DAY.format(one.at().atZone(ZoneId.systemDefault()));
                  int more = same.size() - 1;
                  return line(
                      one.subject(),
                      one.attribute(),
                      subjects.values(),
                      texts.text("facts.page.card.by", day, one.by(), more),
                      parts,
                      texts);
                })
                .toList();
        String title = actor.readsAll() ? "facts.page.card.newest" : "facts.page.card.recent";
        return Optional.of(new Card(Kind.CHANGED, texts.text(title), lines, null));
      }
    };
  }

  /// A line about an attribute of a subject, which leads to its history.
  private static HomeCard.Line line(
      long subject,
      String attribute,
      Collection<SubjectHead> among,
      String note,
      SubjectSheets.Parts parts,
      Texts texts) {
    Optional<SubjectHead> head = among.stream().filter(one -> one.id() == subject).findFirst();
    String name =
        parts
            .dictionary()
            .find(attribute)
            .map(found -> found.name().in(texts.language()))
            .orElse(attribute);
    return new HomeCard.Line(
        head.map(one -> one.name(texts.language()) + ": ").orElse("") + name,
        head.map(one -> one.href() + "/history/" + attribute).orElse(null),
        note);
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
