package org.ronghe.platform.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.search.Evidence;
import org.ronghe.match.search.Why;

/// What could answer a need.
///
/// @param offers the best first
/// @param people who made offers that answer, by the mean of their best three
/// @param organisations that registered them, likewise
/// @param waiting changes of the catalogue that the index has still to hear of
public record MatchAnswer(
    List<Found> offers, List<Person> people, List<Organisation> organisations, long waiting) {

  /// An offer that answers.
  ///
  /// @param evidence what speaks for it, in figures
  /// @param why the reasons
  /// @param trust how far earlier decisions bear it out; null while there are too few
  public record Found(Offer offer, Evidence evidence, Why why, @Nullable Trust trust) {}

  /// How far to trust an answer.
  ///
  /// @param relevantShare of decisions on answers of about this value, the share that found the
  ///   offer relevant, 0 to 1
  /// @param decisions how many decisions that stands on in all
  public record Trust(double relevantShare, int decisions) {
    private static final int OUT_OF = 10;

    /// The share as so many out of ten.
    public int inTen() {
      return (int) Math.round(OUT_OF * relevantShare);
    }
  }

  /// Somebody who may know.
  ///
  /// @param organisation where they work, as the catalogue says; may be empty
  /// @param works the offers that say so, at most three
  public record Person(String name, String organisation, double score, List<Offer> works) {
    public Person {
      works = List.copyOf(works);
    }
  }

  /// An organisation that may help.
  ///
  /// @param keeper one of its offers, for its names
  /// @param works the offers that say so, at most three
  public record Organisation(long id, Offer keeper, double score, List<Offer> works) {
    public Organisation {
      works = List.copyOf(works);
    }
  }

  public MatchAnswer {
    offers = List.copyOf(offers);
    people = List.copyOf(people);
    organisations = List.copyOf(organisations);
  }

  /// An answer without any.
  public static MatchAnswer none(long waiting) {
    return new MatchAnswer(List.of(), List.of(), List.of(), waiting);
  }
}
