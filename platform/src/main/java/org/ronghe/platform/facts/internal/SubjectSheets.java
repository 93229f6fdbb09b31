package org.ronghe.platform.facts.internal;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.Merges;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.People;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts together the page of a subject, of whatever kind.
@Component
class SubjectSheets {
  private final SubjectHeads heads;
  private final Organisations organisations;
  private final People people;
  private final Works works;
  private final Facts facts;
  private final Parts parts;

  SubjectSheets(
      SubjectHeads heads,
      Organisations organisations,
      People people,
      Works works,
      Facts facts,
      Parts parts) {
    this.heads = heads;
    this.organisations = organisations;
    this.people = people;
    this.works = works;
    this.facts = facts;
    this.parts = parts;
  }

  /// What else a page is made of.
  @Component
  record Parts(Dictionary dictionary, Identifiers identifiers, Merges merges) {}

  /// The page of a subject as of the times in the address.
  @Transactional(readOnly = true)
  Page page(View view, SubjectKind kind, long id) {
    SubjectHead head = heads.get(kind, id);
    AsOfChoice asOf = AsOfChoice.of(view);
    List<Fact> known = facts.known(id, asOf.known());
    FactSheet sheet = FactSheet.of(parts.dictionary(), known, asOf.day());
    var identifiers =
        parts.identifiers().of(id).stream()
            .filter(identifier -> identifier.recorded().open())
            .toList();
    List<Merge> merges = kind == SubjectKind.ORGANISATION ? parts.merges().of(id) : List.of();
    var model =
        new SubjectPage(
            view,
            head,
            profile(view, head),
            asOf,
            sheet,
            words(view, known),
            identifiers,
            views(merges));
    return Page.of("facts/subject.jte", model);
  }

  /// The words for facts, with the names of what they refer to.
  ValueWords words(View view, List<Fact> known) {
    var references =
        known.stream()
            .map(fact -> FactChecks.reference(fact.value()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new ValueWords(view, heads.find(references));
  }

  /// Merges with the names of their sides.
  List<MergeView> views(List<Merge> merges) {
    var ids = new TreeSet<Long>();
    merges.forEach(merge -> {
      ids.add(merge.merged());
      ids.add(merge.survivor());
    });
    var sides = heads.find(ids);
    return merges.stream()
        .map(merge -> new MergeView(merge, sides.get(merge.merged()), sides.get(merge.survivor())))
        .toList();
  }

  /// What stands below a subject's name.
  ProfileLines profile(View view, SubjectHead head) {
    return switch (head.kind()) {
      case ORGANISATION -> ProfileLines.of(view, organisations.find(head.id()).orElseThrow());
      case PERSON ->
          ProfileLines.of(view, people.find(head.id()).orElseThrow(), keeper(head.owner()));
      case WORK -> ProfileLines.of(view, works.find(head.id()).orElseThrow(), keeper(head.owner()));
    };
  }

  private @Nullable SubjectHead keeper(@Nullable Long owner) {
    return owner == null ? null : heads.find(List.of(owner)).get(owner);
  }
}
