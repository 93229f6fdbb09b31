package org.ronghe.platform.facts.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.dictionary.Period;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.facts.internal.SubjectListPage.Line;
import org.ronghe.platform.facts.internal.SubjectPage.Group;
import org.ronghe.platform.facts.internal.SubjectPage.Head;
import org.ronghe.platform.facts.internal.SubjectPage.Known;
import org.ronghe.platform.facts.internal.SubjectPage.Times;
import org.ronghe.platform.facts.internal.SubjectPage.YearLine;
import org.ronghe.platform.facts.internal.SubjectPage.Years;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;

/// Lays out what is known of a subject: facts of the day by group, yearly figures as a table.
@Component
class SubjectPageMaker {
  private final Facts facts;
  private final Identifiers identifiers;
  private final SubjectReader subjects;
  private final Dictionary dictionary;

  SubjectPageMaker(
      Facts facts, Identifiers identifiers, SubjectReader subjects, Dictionary dictionary) {
    this.facts = facts;
    this.identifiers = identifiers;
    this.subjects = subjects;
    this.dictionary = dictionary;
  }

  SubjectPage page(
      View view,
      SubjectKind kind,
      Line line,
      LocalDate day,
      @Nullable Instant recorded,
      String recordedText) {
    List<Fact> known = facts.known(line.id(), recorded);
    Map<Long, Names> names = subjects.names(mentioned(known));
    var shown = new ShownValue(view.texts(), names);
    String path = SubjectPages.path(kind);
    return new SubjectPage(
        view,
        path,
        path.substring(1),
        head(view, kind, line),
        new Times(day.toString(), recordedText),
        groups(view, line.id(), known, day, shown, names),
        years(view, known, shown),
        identifiers(view, line.id()));
  }

  private Head head(View view, SubjectKind kind, Line line) {
    var attributes = new LinkedHashMap<String, String>();
    dictionary.of(kind).forEach(a -> attributes.put(a.key(), a.name().in(view.language())));
    return new Head(
        line.id(),
        line.name(),
        line.other(),
        line.kind(),
        line.place(),
        line.status(),
        subjects.get(line.id()).writable(),
        attributes);
  }

  private static Set<Long> mentioned(List<Fact> known) {
    var ids = new TreeSet<Long>();
    for (Fact fact : known) {
      ids.add(fact.subject());
      Long reference = FactChecks.reference(fact.value());
      if (reference != null) {
        ids.add(reference);
      }
    }
    return ids;
  }

  private List<Group> groups(
      View view,
      long self,
      List<Fact> known,
      LocalDate day,
      ShownValue shown,
      Map<Long, Names> names) {
    var groups = new LinkedHashMap<String, List<SubjectPage.Line>>();
    for (Attribute attribute : dictionary.attributes()) {
      for (Fact fact : known) {
        boolean holds =
            attribute.period() == Period.POINT
                ? !fact.valid().overlaps(new Validity(day.plusDays(1), null))
                : fact.valid().contains(day);
        if (attribute.period() != Period.YEAR && holds && fact.attribute().equals(attribute.key())) {
          Names other = fact.subject() == self ? null : names.get(fact.subject());
          groups
              .computeIfAbsent(
                  attribute.group().name().in(view.language()), group -> new ArrayList<>())
              .add(
                  new SubjectPage.Line(
                      attribute.key(),
                      attribute.name().in(view.language()),
                      attribute.definition().in(view.language()),
                      shown.of(attribute, fact.value()),
                      days(view, fact.valid()),
                      other == null ? "" : other.in(view.language())));
        }
      }
    }
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }

  /// The days as read: one day, since, until, or both.
  static String days(View view, Validity valid) {
    if (valid.isDay()) {
      return String.valueOf(valid.from());
    }
    LocalDate from = valid.from();
    LocalDate to = valid.to();
    if (from == null) {
      return to == null ? "" : view.text("facts.days.until", to.minusDays(1).toString());
    }
    return to == null
        ? view.text("facts.days.since", from.toString())
        : view.text("facts.days.between", from.toString(), to.minusDays(1).toString());
  }

  private Years years(View view, List<Fact> known, ShownValue shown) {
    var byAttribute = new LinkedHashMap<String, Map<Integer, String>>();
    var years = new TreeSet<Integer>();
    for (Fact fact : known) {
      Attribute attribute = dictionary.find(fact.attribute()).orElse(null);
      Integer year = fact.valid().findYear().orElse(null);
      if (attribute != null && attribute.period() == Period.YEAR && year != null) {
        years.add(year);
        byAttribute
            .computeIfAbsent(fact.attribute(), key -> new TreeMap<>())
            // After a merge both may have a figure: both are shown.
            .merge(year, shown.of(attribute, fact.value()), (one, other) -> one + " / " + other);
      }
    }
    var lines = new ArrayList<YearLine>();
    for (Attribute attribute : dictionary.attributes()) {
      Map<Integer, String> values = byAttribute.get(attribute.key());
      if (values != null) {
        lines.add(
            new YearLine(
                attribute.key(),
                attribute.name().in(view.language()),
                attribute.definition().in(view.language()),
                years.stream().map(year -> values.getOrDefault(year, "")).toList()));
      }
    }
    return new Years(List.copyOf(years), lines);
  }

  private List<Known> identifiers(View view, long subject) {
    return identifiers.of(subject).stream()
        .map(
            identifier ->
                new Known(
                    view.text(identifier.scheme().textKey()),
                    identifier.value(),
                    identifier.scheme().findPage(identifier.value()).orElse(""),
                    identifier.recorded().open(),
                    identifier.closeReason() == null ? "" : identifier.closeReason()))
        .toList();
  }
}
