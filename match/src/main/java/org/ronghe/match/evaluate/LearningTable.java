package org.ronghe.match.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.match.learn.CrossValidation;
import org.ronghe.match.learn.CrossValidation.Prediction;
import org.ronghe.match.learn.DecidedPair;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;

/// How much decisions teach, by cross-validation: every pair is valued by a model that learned from
/// others.
public final class LearningTable {
  /// Needs that are wanted: every fold puts some aside.
  public static final int LEAST_NEEDS = 5;

  /// Judged pairs that are wanted.
  public static final int LEAST_PAIRS = 50;

  private static final int FOLDS_BY_NEED = LEAST_NEEDS;
  private static final int FOLDS_BY_CHANCE = 10;

  private LearningTable() {}

  /// The measures, by name.
  ///
  /// `learned-…` are those of the order of each need's pairs by models that know nothing decided on
  /// that need (5 folds of needs). `level` is 1 / (1 + mean error in levels) where every tenth
  /// decision is predicted from the others, which may be on the same need (10 folds by chance).
  ///
  /// @throws MatchProblem DECISIONS_TOO_FEW for fewer than 5 needs or 50 pairs
  public static Map<String, Interval> of(List<DecidedPair> pairs, Gain gain, int relevantFrom) {
    long needs = pairs.stream().map(DecidedPair::need).distinct().count();
    if (needs < LEAST_NEEDS || pairs.size() < LEAST_PAIRS) {
      throw new MatchProblem(
          MatchCode.DECISIONS_TOO_FEW, LEAST_NEEDS, LEAST_PAIRS, needs, pairs.size());
    }
    var evaluation = new Evaluation(gain, relevantFrom);
    Map<String, List<Prediction>> perNeed = new TreeMap<>();
    for (Prediction prediction : CrossValidation.byNeed(pairs, FOLDS_BY_NEED)) {
      perNeed.computeIfAbsent(prediction.pair().need(), key -> new ArrayList<>()).add(prediction);
    }
    perNeed.forEach((need, predictions) -> {
      predictions.sort(
          Comparator.comparingDouble(Prediction::value)
              .reversed()
              .thenComparing(one -> one.pair().offer()));
      Map<String, Double> ranked = new LinkedHashMap<>();
      Map<String, Integer> judged = new HashMap<>();
      predictions.forEach(one -> {
        ranked.put(one.pair().offer(), one.value());
        judged.put(one.pair().offer(), one.pair().level());
      });
      evaluation.add(need, ranked, judged);
    });
    Map<String, Interval> measures = new LinkedHashMap<>();
    evaluation.measures().forEach((name, interval) -> measures.put("learned-" + name, interval));
    Map<String, List<Double>> errors = new TreeMap<>();
    for (Prediction one : CrossValidation.random(pairs, FOLDS_BY_CHANCE)) {
      errors
          .computeIfAbsent(one.pair().need(), key -> new ArrayList<>())
          .add((double) Math.abs(one.level() - one.pair().level()));
    }
    measures.put("level", nearness(errors));
    return measures;
  }

  /// 1 / (1 + mean error) over all pairs; the range is that of the needs' own mean errors.
  private static Interval nearness(Map<String, List<Double>> errors) {
    double mean =
        errors.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(0);
    Interval byNeed =
        Interval.of(
            errors.values().stream()
                .map(some -> some.stream().mapToDouble(Double::doubleValue).average().orElse(0))
                .toList());
    return new Interval(
        1 / (1 + mean), 1 / (1 + byNeed.high()), 1 / (1 + byNeed.low()), errors.size());
  }
}
