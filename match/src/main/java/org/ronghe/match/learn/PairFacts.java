package org.ronghe.match.learn;

import org.ronghe.match.search.Evidence;

/// What can be said of a need and an offer in figures, before anybody decides.
///
/// @param evidence words and meaning
/// @param letters length of the offer's title, without blanks
/// @param demandsMet demands of the need in numbers that the offer meets
/// @param demandsMissed demands that it states not to meet
/// @param sharedCodes industries and IPC classes of both
public record PairFacts(
    Evidence evidence, int letters, int demandsMet, int demandsMissed, int sharedCodes) {

  double[] features() {
    double words = evidence.lexical();
    double meaning = evidence.semantic();
    double cosine = evidence.cosine();
    return new double[] {
      words,
      meaning,
      evidence.neighbours(),
      Math.log1p(100 * evidence.wordShare()),
      cosine,
      Math.log1p(letters),
      words * meaning,
      words * words,
      meaning * meaning,
      cosine * cosine,
      words * cosine,
      demandsMet,
      demandsMissed,
      Math.min(1, sharedCodes)
    };
  }
}
