package org.ronghe.match.learn;

import java.io.IOException;
import java.util.Optional;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.quantity.Check;
import org.ronghe.match.quantity.Checks;
import org.ronghe.match.quantity.QuantityReader;
import org.ronghe.match.search.Match;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.vector.Vectors;

/// Makes pairs to learn from, or to be valued, of a need and what was found for it. Vectors come
/// out of the index, so that no text is encoded again.
public final class PairReader {
  private final IndexView view;
  private final Checks checks;

  public PairReader(TermReader terms, IndexView view) {
    this.view = view;
    this.checks = Checks.likely(terms);
  }

  /// The pair; empty where the index has no vector of the offer by the models in use.
  ///
  /// @param needId what the need is called in decisions
  /// @param need asks
  /// @param needVector its vector, as it comes from the model
  /// @param match what was found
  /// @param level what was decided; 1 where nothing was yet
  public Optional<DecidedPair> findPair(
      String needId, MatchDocument need, float[] needVector, Match match, int level)
      throws IOException {
    MatchDocument offer = match.document();
    Optional<float[]> offerVector = view.vectorsFit() ? view.findVector(offer) : Optional.empty();
    if (offerVector.isEmpty()) {
      return Optional.empty();
    }
    float[] asked =
        from(needVector, view.centreOfAskers(need.kind().side(), need.tongue(), needVector.length));
    float[] answered =
        from(
            offerVector.get(),
            view.centre(offer.kind().side(), offer.tongue(), offerVector.get().length));
    int met = 0;
    int missed = 0;
    for (Check check :
        checks.of(QuantityReader.read(need.whole()), QuantityReader.read(offer.whole()))) {
      met += check.verdict() == Check.Verdict.MET ? 1 : 0;
      missed += check.verdict() == Check.Verdict.NOT_MET ? 1 : 0;
    }
    var facts =
        new PairFacts(
            match.evidence(),
            (int) offer.title().codePoints().filter(c -> !Character.isWhitespace(c)).count(),
            met,
            missed,
            need.codesSharedWith(offer).size());
    return Optional.of(new DecidedPair(needId, offer.id(), level, facts, asked, answered));
  }

  private static float[] from(float[] vector, float[] middle) {
    float[] seen = vector.clone();
    for (int i = 0; i < seen.length; i++) {
      seen[i] -= middle[i];
    }
    return Vectors.normalized(seen);
  }
}
