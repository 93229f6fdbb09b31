package org.ronghe.platform.facts.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.AsOf;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Identifier;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts two organisations side by side for whoever decides whether they are one.
@Component
class MergeDesk {
  private final Facts facts;
  private final EvidenceFiles evidenceFiles;
  private final SubjectSheets sheets;
  private final SubjectSheets.Parts parts;

  MergeDesk(
      Facts facts, EvidenceFiles evidenceFiles, SubjectSheets sheets, SubjectSheets.Parts parts) {
    this.facts = facts;
    this.evidenceFiles = evidenceFiles;
    this.sheets = sheets;
    this.parts = parts;
  }

  /// A merge with both sides.
  @Transactional(readOnly = true)
  MergePage page(View view, long id, Input input) {
    Merge merge = parts.merges().find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    MergeView sides = sheets.views(List.of(merge)).getFirst();
    Actor actor = view.actor();
    boolean own =
        actor.account() != null && Objects.equals(actor.account(), merge.proposal().account());
    Long evidence = merge.evidence();
    return new MergePage(
        view,
        sides,
        rows(view, sides),
        evidence == null ? null : evidenceFiles.find(evidence).orElse(null),
        actor.writesAll(),
        own,
        input);
  }

  private List<MergePage.Row> rows(View view, MergeView sides) {
    SubjectHead merged = Objects.requireNonNull(sides.merged());
    SubjectHead survivor = Objects.requireNonNull(sides.survivor());
    var rows = new ArrayList<MergePage.Row>();
    add(rows, view.text("facts.page.name-zh"), merged.names().zh(), survivor.names().zh());
    add(rows, view.text("facts.page.name-en"), merged.names().en(), survivor.names().en());
    ProfileLines one = sheets.profile(view, merged);
    ProfileLines other = sheets.profile(view, survivor);
    add(rows, view.text("facts.page.kind"), one.kind(), other.kind());
    add(rows, view.text("facts.page.status"), one.status(), other.status());
    var labels = new LinkedHashSet<String>();
    one.lines().forEach(line -> labels.add(line.label()));
    other.lines().forEach(line -> labels.add(line.label()));
    labels.forEach(label -> add(rows, label, line(one, label), line(other, label)));
    identifiers(view, merged.id(), survivor.id(), rows);
    states(view, merged.id(), survivor.id(), rows);
    return rows;
  }

  private static String line(ProfileLines lines, String label) {
    return lines.lines().stream()
        .filter(line -> line.label().equals(label))
        .map(ProfileLines.Line::text)
        .collect(Collectors.joining());
  }

  private void identifiers(View view, long merged, long survivor, List<MergePage.Row> rows) {
    Map<String, List<Identifier>> byScheme =
        java.util.stream.Stream.of(merged, survivor)
            .flatMap(id -> parts.identifiers().of(id).stream().filter(one -> one.subject() == id))
            .filter(identifier -> identifier.recorded().open())
            .collect(
                Collectors.groupingBy(
                    identifier -> view.text(identifier.scheme().textKey()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byScheme.forEach((scheme, all) -> add(rows, scheme, of(merged, all), of(survivor, all)));
  }

  private static String of(long subject, List<Identifier> all) {
    return all.stream()
        .filter(identifier -> identifier.subject() == subject)
        .map(Identifier::value)
        .collect(Collectors.joining(", "));
  }

  private void states(View view, long merged, long survivor, List<MergePage.Row> rows) {
    AsOf today = AsOf.day(LocalDate.now(view.shell().zone()));
    var all = new ArrayList<Fact>();
    for (long id : List.of(merged, survivor)) {
      facts.state(id, today).stream().filter(fact -> fact.subject() == id).forEach(all::add);
    }
    ValueWords words = sheets.words(view, all);
    for (Attribute attribute : parts.dictionary().attributes()) {
      if (attribute.key().startsWith("registered_name")) {
        continue; // stands at the top
      }
      String one = values(attribute, merged, all, words);
      String other = values(attribute, survivor, all, words);
      add(rows, attribute.name().in(view.language()), one, other);
    }
  }

  private static String values(
      Attribute attribute, long subject, List<Fact> all, ValueWords words) {
    return all.stream()
        .filter(fact -> fact.subject() == subject && fact.attribute().equals(attribute.key()))
        .map(fact -> words.full(attribute, fact.value()))
        .collect(Collectors.joining(" · "));
  }

  private static void add(List<MergePage.Row> rows, String label, String merged, String survivor) {
    if (!merged.isEmpty() || !survivor.isEmpty()) {
      rows.add(new MergePage.Row(label, merged, survivor, merged.equals(survivor)));
    }
  }
}
