package org.ronghe.match.learn;

import java.util.Arrays;
import java.util.List;

/// How far down decisions went. People decide about what is shown to them, so nobody ever said that
/// what hardly answers a need is no answer; weights learned without it may well prefer it. What has
/// a lower score than anything that was decided therefore stays below all of that.
///
/// @param score the least [DecidedPair#score] of a decision
/// @param value the least value of a decision
record Depth(double score, double value) {
  /// Of models that did not note it.
  static final Depth UNKNOWN = new Depth(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

  static Depth of(double[] values, List<DecidedPair> pairs) {
    return new Depth(
        pairs.stream().mapToDouble(DecidedPair::score).min().orElseThrow(),
        Arrays.stream(values).min().orElseThrow());
  }

  /// A pair's value, lower than all decided ones where its score is.
  double hold(DecidedPair pair, double learned) {
    double below = score - pair.score();
    return below > 0 ? Math.min(learned, value - below) : learned;
  }
}
