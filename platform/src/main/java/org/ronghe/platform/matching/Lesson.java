package org.ronghe.platform.matching;

import java.time.Instant;
import java.util.Map;
import org.ronghe.match.learn.DecisionModel;

/// What was learned from decisions.
///
/// @param model orders by it
/// @param needs on how many needs somebody decided
/// @param plain nDCG@10 of the order that knows no decision, over those needs
/// @param learned the same of an order that knows the decisions on other needs
/// @param level 1 / (1 + mean error in levels), each decision predicted from the others
/// @param at when
public record Lesson(
    DecisionModel model, int needs, double plain, double learned, double level, Instant at) {
  /// How many decisions it stands on.
  public int decisions() {
    return model.decisions();
  }

  /// Weights of the evidence, in levels a standard deviation.
  public Map<String, Double> weights() {
    return model.weights();
  }

  /// Whether the learned order did better on needs that it knew nothing of.
  public boolean pays() {
    return learned >= plain;
  }
}
