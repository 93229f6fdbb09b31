package org.ronghe.match.learn;

import java.util.List;
import org.ronghe.match.vector.ByteVector;

/// A need and an offer on which somebody decided. What was only shown and not decided on teaches
/// nothing: it was shown because the engine thought it good.
public final class DecidedPair {
  /// What [#feature] gives, in this order.
  public static final List<String> FEATURES =
      List.of(
          "words",
          "meaning",
          "neighbours",
          "share of words",
          "cosine",
          "length",
          "words × meaning",
          "words²",
          "meaning²",
          "cosine²",
          "words × cosine",
          "demands met",
          "demands missed",
          "shared field");

  private final String need;
  private final String offer;
  private final int level;
  private final double[] features;
  private final byte[] needVector;
  private final byte[] offerVector;

  /// @param need id
  /// @param offer id
  /// @param level what was decided, from 1 (declined, not relevant) to 4
  /// @param facts what is known of the two
  /// @param needVector the need's, seen from the middle of all needs, of length 1
  /// @param offerVector the offer's, seen from the middle of all offers, of length 1
  public DecidedPair(
      String need,
      String offer,
      int level,
      PairFacts facts,
      float[] needVector,
      float[] offerVector) {
    this.need = need;
    this.offer = offer;
    this.level = level;
    this.features = facts.features();
    this.needVector = ByteVector.of(needVector);
    this.offerVector = ByteVector.of(offerVector);
  }

  public String need() {
    return need;
  }

  public String offer() {
    return offer;
  }

  public int level() {
    return level;
  }

  /// What the pair is worth before anything is learned: [org.ronghe.match.search.Evidence#score].
  double score() {
    return features[0] + features[1] + features[2];
  }

  double feature(int number) {
    return features[number];
  }

  byte[] needVector() {
    return needVector;
  }

  byte[] offerVector() {
    return offerVector;
  }
}
