package org.ronghe.match.learn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// Predicts every decision from decisions that were put aside from it.
public final class CrossValidation {
  private static final long SEED = 20_261_125L;

  private CrossValidation() {}

  /// A decision as predicted from the others.
  ///
  /// @param pair the decision
  /// @param value what it was predicted to be worth
  /// @param level the level predicted
  public record Prediction(DecidedPair pair, double value, int level) {}

  /// Folds of whole needs: nothing decided on a need helps to predict that need.
  public static List<Prediction> byNeed(List<DecidedPair> pairs, int folds) {
    var needs = new ArrayList<>(new TreeSet<>(pairs.stream().map(DecidedPair::need).toList()));
    var random = new SplittableRandom(SEED);
    for (int i = needs.size() - 1; i > 0; i--) {
      Collections.swap(needs, i, random.nextInt(i + 1));
    }
    return predict(pairs, folds, pair -> needs.indexOf(pair.need()) % folds);
  }

  /// Folds by chance: other decisions on the same need may help.
  public static List<Prediction> random(List<DecidedPair> pairs, int folds) {
    var random = new SplittableRandom(SEED);
    var fold = new IdentityHashMap<DecidedPair, Integer>();
    pairs.forEach(pair -> fold.put(pair, random.nextInt(folds)));
    return predict(pairs, folds, pair -> Objects.requireNonNull(fold.get(pair)));
  }

  private static List<Prediction> predict(
      List<DecidedPair> pairs, int folds, ToIntFunction<DecidedPair> foldOf) {
    var predictions = new ArrayList<Prediction>();
    for (int fold = 0; fold < folds; fold++) {
      int aside = fold;
      DecisionModel model =
          DecisionModel.learn(
              pairs.stream().filter(pair -> foldOf.applyAsInt(pair) != aside).toList());
      predictions.addAll(
          pairs.stream()
              .filter(pair -> foldOf.applyAsInt(pair) == aside)
              .parallel()
              .map(pair -> {
                double value = model.value(pair);
                return new Prediction(pair, value, model.level(value));
              })
              .toList());
    }
    return predictions;
  }
}
