package org.ronghe.platform.matching.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.matching.Offer;
import org.ronghe.platform.web.View;

/// The best answers to words that somebody searched for, beside what bears them as a name.
///
/// Somebody who searches may name a thing that nobody offers, and the nearest of things that have
/// nothing to do with it are no answer: only what shares words with the search, in either language,
/// is shown, and of people and organisations those who made it.
///
/// @param text as typed
/// @param offers achievements that share words with it, the best first
/// @param organisations of which such achievements are, the best first
/// @param people who made such achievements, the best first
public record BriefPage(
    View view,
    String text,
    List<MatchAnswer.Found> offers,
    List<MatchAnswer.Organisation> organisations,
    List<MatchAnswer.Person> people) {
  private static final int MOST = 5;
  private static final int FEW = 3;

  public BriefPage {
    offers = List.copyOf(offers);
    organisations = List.copyOf(organisations);
    people = List.copyOf(people);
  }

  /// Of what was found, what is an answer.
  ///
  /// @param kind code of the only kind of things wanted; empty for all
  static BriefPage of(View view, String text, String kind, MatchAnswer answer) {
    List<MatchAnswer.Found> akin =
        answer.offers().stream().filter(found -> !found.why().terms().isEmpty()).toList();
    Set<Long> ids = new TreeSet<>();
    akin.forEach(found -> ids.add(found.offer().id()));
    return new BriefPage(
        view,
        text,
        some(kind, "achievement", akin, MOST, _ -> true),
        some(kind, "organisation", answer.organisations(), FEW, one -> isAkin(ids, one.works())),
        some(kind, "person", answer.people(), FEW, one -> isAkin(ids, one.works())));
  }

  private static boolean isAkin(Set<Long> akin, List<Offer> works) {
    return works.stream().anyMatch(work -> akin.contains(work.id()));
  }

  private static <T> List<T> some(
      String wanted, String kind, List<T> found, int most, Predicate<T> answers) {
    return wanted.isEmpty() || wanted.equals(kind)
        ? found.stream().filter(answers).limit(most).toList()
        : List.of();
  }

  /// Whether there is nothing to show.
  public boolean isEmpty() {
    return offers.isEmpty() && organisations.isEmpty() && people.isEmpty();
  }

  /// The text as part of an address.
  public String encoded() {
    return View.encoded(text);
  }
}
