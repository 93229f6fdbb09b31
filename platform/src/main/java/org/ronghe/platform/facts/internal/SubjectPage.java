package org.ronghe.platform.facts.internal;

import java.util.List;
import org.ronghe.platform.facts.Identifier;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.web.View;

/// A subject: what it is, how it is identified, and its facts as of two times.
///
/// @param profile what stands below its name
/// @param merges of which it is one side
public record SubjectPage(
    View view,
    SubjectHead head,
    ProfileLines profile,
    AsOfChoice asOf,
    FactSheet sheet,
    ValueWords words,
    List<Identifier> identifiers,
    List<MergeView> merges) {
  public SubjectPage {
    identifiers = List.copyOf(identifiers);
    merges = List.copyOf(merges);
  }

  /// Whether the reader may change anything here: not while looking at the past.
  public boolean editable() {
    return head.writable() && !asOf.past();
  }

  /// Whether rulebooks judge it, and the reader may read the answers.
  public boolean judged() {
    return head.kind() == SubjectKind.ORGANISATION
        && profile.kind().equals(view.text(OrganisationKind.ENTERPRISE.textKey()))
        && view.actor().reads(head.id());
  }

  /// The merge by which it is read as part of another; null where there is none.
  public @org.jspecify.annotations.Nullable MergeView mergedInto() {
    return merges.stream()
        .filter(m -> m.merge().state() == Merge.State.IN_FORCE && m.merge().merged() == head.id())
        .findFirst()
        .orElse(null);
  }

  /// Merges by which others are read as part of it.
  public List<MergeView> absorbed() {
    return merges.stream()
        .filter(m -> m.merge().state() == Merge.State.IN_FORCE && m.merge().survivor() == head.id())
        .toList();
  }

  /// Proposals that wait for a decision.
  public List<MergeView> proposed() {
    return merges.stream().filter(m -> m.merge().state() == Merge.State.PROPOSED).toList();
  }
}
