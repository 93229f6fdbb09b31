package org.ronghe.platform.matching.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.web.View;

/// The best answers to words that somebody searched for, beside what bears them as a name.
///
/// Somebody who searches may name a thing that nobody offers, and the nearest of things that have
/// nothing to do with it are no answer: only what shares words with the search, in either language,
/// is shown, and of people and organisations those who made it.
///
/// @param text as typed
/// @param kind code of the only kind of things wanted; empty for all
/// @param answer what was found
public record BriefPage(View view, String text, String kind, MatchAnswer answer) {
  private static final int MOST = 5;
  private static final int FEW = 3;

  /// Achievements, the best first.
  public List<MatchAnswer.Found> offers() {
    return wants("achievement") ? akin().stream().limit(MOST).toList() : List.of();
  }

  /// Organisations of which achievements are akin, the best first.
  public List<MatchAnswer.Organisation> organisations() {
    Set<Long> akin = ids();
    return wants("organisation")
        ? answer.organisations().stream()
            .filter(one -> one.works().stream().anyMatch(work -> akin.contains(work.id())))
            .limit(FEW)
            .toList()
        : List.of();
  }

  /// People who made achievements that are akin, the best first.
  public List<MatchAnswer.Person> people() {
    Set<Long> akin = ids();
    return wants("person")
        ? answer.people().stream()
            .filter(one -> one.works().stream().anyMatch(work -> akin.contains(work.id())))
            .limit(FEW)
            .toList()
        : List.of();
  }

  /// Whether there is nothing to show.
  public boolean isEmpty() {
    return offers().isEmpty() && organisations().isEmpty() && people().isEmpty();
  }

  /// The text as part of an address.
  public String encoded() {
    return View.encoded(text);
  }

  private boolean wants(String one) {
    return kind.isEmpty() || kind.equals(one);
  }

  private List<MatchAnswer.Found> akin() {
    return answer.offers().stream().filter(found -> !found.why().terms().isEmpty()).toList();
  }

  private Set<Long> ids() {
    var ids = new TreeSet<Long>();
    akin().forEach(found -> ids.add(found.offer().id()));
    return ids;
  }
}
