package org.ronghe.match.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.search.Match;

/// Matches in the order that decisions taught, each with what speaks for it.
///
/// @param match what was found
/// @param value what it is worth, on the scale of levels
/// @param relevantShare of earlier decisions of about this value, the share that found the offer
///   relevant, 0 to 1
/// @param precedents the earlier decisions that moved it most
public record LearnedOrder(
    Match match, double value, double relevantShare, List<Precedent> precedents) {
  private static final int MOST_PRECEDENTS = 3;

  /// A decision that counts less moved hardly anything.
  private static final double LEAST_WEIGHT = 0.02;

  public LearnedOrder {
    precedents = List.copyOf(precedents);
  }

  /// Orders the matches of a need. Those without a vector cannot be valued and come last, in the
  /// order they had, with the value 0.
  public static List<LearnedOrder> of(
      DecisionModel model,
      PairReader reader,
      MatchDocument need,
      float[] needVector,
      List<Match> matches)
      throws IOException {
    var ordered = new ArrayList<LearnedOrder>();
    for (Match match : matches) {
      var pair = reader.findPair(need.id(), need, needVector, match, 1);
      if (pair.isEmpty()) {
        ordered.add(new LearnedOrder(match, 0, 0, List.of()));
        continue;
      }
      double value = model.value(pair.get());
      ordered.add(
          new LearnedOrder(
              match,
              value,
              model.relevantShare(value),
              model.precedents(pair.get(), MOST_PRECEDENTS).stream()
                  .filter(precedent -> precedent.weight() >= LEAST_WEIGHT)
                  .toList()));
    }
    ordered.sort(
        Comparator.comparingDouble(LearnedOrder::value)
            .reversed()
            .thenComparing(one -> one.match().document().id()));
    return ordered;
  }
}
