package org.ronghe.match.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.learn.CrossValidation.Prediction;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.search.Evidence;
import org.ronghe.match.vector.Vectors;

class DecisionModelTest {
  private static final int DIMENSION = 64;

  @Test
  void whatDecidersLookedAtGetsTheWeight() {
    var random = new SplittableRandom(1);
    var pairs = new ArrayList<DecidedPair>();
    for (int i = 0; i < 300; i++) {
      double words = 2 * random.nextDouble() - 1;
      double meaning = 2 * random.nextDouble() - 1;
      int level = words > 0.5 ? 4 : words > 0 ? 3 : words > -0.5 ? 2 : 1;
      pairs.add(pair("n" + i, "o" + i, level, words, meaning, random(random), random(random)));
    }
    DecisionModel model = DecisionModel.learn(pairs);
    assertThat(model.weights().get("words")).isGreaterThan(0.5);
    assertThat(Math.abs(model.weights().getOrDefault("meaning", 9.0))).isLessThan(0.2);
    var good = pair("n", "o", 1, 0.9, 0, random(random), random(random));
    var bad = pair("n", "p", 1, -0.9, 0, random(random), random(random));
    assertThat(model.level(model.value(good))).isEqualTo(4);
    assertThat(model.level(model.value(bad))).isEqualTo(1);
    assertThat(model.relevantShare(model.value(good))).isGreaterThan(0.9);
    assertThat(model.relevantShare(model.value(bad))).isLessThan(0.1);
  }

  /// Among what is shown, the less alike was accepted; that says nothing for what was never shown.
  @Test
  void whatScoresLowerThanAnythingDecidedStaysBelowIt() {
    var random = new SplittableRandom(3);
    var pairs = new ArrayList<DecidedPair>();
    for (int i = 0; i < 200; i++) {
      double words = 2 + random.nextDouble();
      int level = words < 2.3 ? 4 : 1;
      pairs.add(pair("n" + i, "o" + i, level, words, 1, random(random), random(random)));
    }
    DecisionModel model = DecisionModel.learn(pairs);
    assertThat(model.weights().get("words")).isNegative();
    var shown = pair("n", "o", 1, 2.9, 1, random(random), random(random));
    var unlike = pair("n", "p", 1, -1, -1, random(random), random(random));
    var moreUnlike = pair("n", "q", 1, -2, -1, random(random), random(random));
    assertThat(model.value(unlike)).isLessThan(model.value(shown));
    assertThat(model.value(moreUnlike)).isLessThan(model.value(unlike));
    assertThat(model.relevantShare(model.value(unlike))).isLessThan(0.1);
  }

  @Test
  void aSimilarNeedWithASimilarOfferIsAPrecedent() {
    var random = new SplittableRandom(2);
    float[] need = random(random);
    float[] accepted = random(random);
    float[] declined = random(random);
    var pairs = new ArrayList<DecidedPair>();
    pairs.add(pair("old", "accepted", 4, 0, 0, need, accepted));
    pairs.add(pair("old", "declined", 1, 0, 0, need, declined));
    for (int i = 0; i < 40; i++) {
      pairs.add(pair("n" + i, "o" + i, 2 + i % 2, 0, 0, random(random), random(random)));
    }
    DecisionModel model = DecisionModel.learn(pairs);
    var likeAccepted = pair("new", "x", 1, 0, 0, near(need, random), near(accepted, random));
    var likeDeclined = pair("new", "y", 1, 0, 0, near(need, random), near(declined, random));
    assertThat(model.value(likeAccepted)).isGreaterThan(model.value(likeDeclined) + 1);
    Precedent first = model.precedents(likeAccepted, 1).getFirst();
    assertThat(first.need()).isEqualTo("old");
    assertThat(first.offer()).isEqualTo("accepted");
    assertThat(first.level()).isEqualTo(4);
    assertThat(first.weight()).isBetween(0.3, 1.0);
  }

  @Test
  void aModelReadValuesLikeTheOneWritten(@TempDir Path folder) throws IOException {
    List<DecidedPair> pairs = byNeedAlone(12, 6);
    DecisionModel model = DecisionModel.learn(pairs);
    Path file = folder.resolve("model.json");
    DecisionModelFile.write(model, file);
    DecisionModel read = DecisionModelFile.read(file);
    assertThat(read.decisions()).isEqualTo(72);
    for (DecidedPair pair : pairs) {
      double value = model.value(pair);
      assertThat(read.value(pair)).isEqualTo(value);
      assertThat(read.level(value)).isEqualTo(model.level(value));
      assertThat(read.relevantShare(value)).isEqualTo(model.relevantShare(value));
    }
    byte[] bytes = Files.readAllBytes(file);
    DecisionModelFile.write(DecisionModel.learn(pairs), file);
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void aFileThatIsNoModelIsSaidToBeNone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.json");
    for (String text : List.of("", "{}", "[1]", "{\"format\":\"ronghe-decisions-1\"}", "\0\1")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> DecisionModelFile.read(file))
          .as(text)
          .isInstanceOf(MatchProblem.class)
          .hasMessageContaining("model.json");
    }
  }

  /// Every need has a level of its own, and nothing else tells levels: put aside whole, a need
  /// cannot be predicted; pair by pair, it can.
  @Test
  void foldsByNeedKeepTheNeedsOwnDecisionsAside() {
    List<DecidedPair> pairs = byNeedAlone(40, 8);
    assertThat(meanError(CrossValidation.byNeed(pairs, 5))).isGreaterThan(0.8);
    assertThat(meanError(CrossValidation.random(pairs, 10))).isLessThan(0.2);
  }

  @Test
  void everyPairIsPredictedOnce() {
    List<DecidedPair> pairs = byNeedAlone(7, 5);
    assertThat(CrossValidation.byNeed(pairs, 5).stream().map(Prediction::pair))
        .containsExactlyInAnyOrderElementsOf(pairs);
    assertThat(CrossValidation.random(pairs, 10).stream().map(Prediction::pair))
        .containsExactlyInAnyOrderElementsOf(pairs);
  }

  @Test
  void nothingIsLearnedFromNothing() {
    assertThatThrownBy(() -> DecisionModel.learn(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesNeverFallWithValues() {
    double[] values = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
    int[] levels = {1, 3, 1, 1, 4, 4};
    var random = new SplittableRandom(3);
    var pairs = new ArrayList<DecidedPair>();
    for (int level : levels) {
      pairs.add(pair("n", "o" + pairs.size(), level, 0, 0, random(random), random(random)));
    }
    Calibration calibration = Calibration.of(values, pairs);
    assertThat(calibration.share(0.1)).isZero();
    assertThat(calibration.share(0.3)).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(calibration.share(0.55)).isEqualTo(1);
    assertThat(calibration.share(-5)).isZero();
  }

  private static double meanError(List<Prediction> predictions) {
    return predictions.stream()
        .mapToDouble(one -> Math.abs(one.level() - one.pair().level()))
        .average()
        .orElseThrow();
  }

  private static List<DecidedPair> byNeedAlone(int needs, int each) {
    var random = new SplittableRandom(4);
    var pairs = new ArrayList<DecidedPair>();
    float[] offer = random(random);
    for (int n = 0; n < needs; n++) {
      float[] need = random(random);
      for (int i = 0; i < each; i++) {
        pairs.add(pair("n" + n, "o" + i, 1 + n % 4, 0, 0, need, near(offer, random)));
      }
    }
    return pairs;
  }

  private static DecidedPair pair(
      String need,
      String offer,
      int level,
      double words,
      double meaning,
      float[] needVector,
      float[] offerVector) {
    var evidence = new Evidence(words, meaning, 0, 0, 0, false);
    return new DecidedPair(
        need, offer, level, new PairFacts(evidence, 10, 0, 0, 0), needVector, offerVector);
  }

  private static float[] random(SplittableRandom random) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) (random.nextDouble() - 0.5);
    }
    return Vectors.normalized(vector);
  }

  private static float[] near(float[] vector, SplittableRandom random) {
    float[] near = vector.clone();
    for (int i = 0; i < DIMENSION; i++) {
      near[i] += (float) (0.02 * (random.nextDouble() - 0.5));
    }
    return Vectors.normalized(near);
  }
}
