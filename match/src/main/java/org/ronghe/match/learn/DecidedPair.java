package org.ronghe.match.learn;

import java.util.List;
import org.ronghe.match.search.Evidence;

/// A need and an offer on which somebody decided. What was only shown and not decided on teaches
/// nothing: it was shown because the engine thought it good.
public final class DecidedPair {
  /// What [#features] are, in their order.
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
          "words × cosine");

  private final String need;
  private final String offer;
  private final int level;
  private final double[] features;
  private final float[] needVector;
  private final float[] offerVector;

  /// @param need id
  /// @param offer id
  /// @param level what was decided, from 1 (declined, not relevant) to 4
  /// @param evidence what spoke for the pair
  /// @param letters length of the offer's title
  /// @param needVector the need's, seen from the middle of all needs, of length 1
  /// @param offerVector the offer's, seen from the middle of all offers, of length 1
  public DecidedPair(
      String need,
      String offer,
      int level,
      Evidence evidence,
      int letters,
      float[] needVector,
      float[] offerVector) {
    this.need = need;
    this.offer = offer;
    this.level = level;
    this.features = features(evidence, letters);
    this.needVector = needVector.clone();
    this.offerVector = offerVector.clone();
  }

  private static double[] features(Evidence evidence, int letters) {
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
      words * cosine
    };
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

  double feature(int number) {
    return features[number];
  }

  float[] needVector() {
    return needVector;
  }

  float[] offerVector() {
    return offerVector;
  }
}
