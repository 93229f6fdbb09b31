package org.ronghe.match.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.match.index.DocumentVectors;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.learn.CrossValidation;
import org.ronghe.match.learn.CrossValidation.Prediction;
import org.ronghe.match.learn.DecidedPair;
import org.ronghe.match.search.Match;
import org.ronghe.match.source.Judgement;
import org.ronghe.match.vector.Vectors;

/// How much decisions teach, by cross-validation.
final class LearningTable {
  private static final int FOLDS_BY_NEED = 5;
  private static final int FOLDS_BY_CHANCE = 10;

  private LearningTable() {}

  static Map<String, String> of(
      Map<String, List<Match>> runs,
      List<MatchDocument> needs,
      List<Judgement> judgements,
      DocumentVectors vectors) {
    Map<String, Integer> levels = new HashMap<>();
    judgements.forEach(one -> levels.put(one.query() + "\t" + one.document(), one.level()));
    Map<String, float[]> needVectors = new HashMap<>();
    List<float[]> ofNeeds = fromMiddle(vectors.of(needs));
    for (int i = 0; i < needs.size(); i++) {
      needVectors.put(needs.get(i).id(), ofNeeds.get(i));
    }
    Map<String, MatchDocument> offers = new LinkedHashMap<>();
    runs.values()
        .forEach(run -> run.forEach(match -> offers.put(match.document().id(), match.document())));
    List<float[]> ofOffers = fromMiddle(vectors.of(List.copyOf(offers.values())));
    Map<String, float[]> offerVectors = new HashMap<>();
    int place = 0;
    for (String id : offers.keySet()) {
      offerVectors.put(id, ofOffers.get(place++));
    }
    var pairs = new ArrayList<DecidedPair>();
    runs.forEach((need, run) -> {
      for (Match match : run) {
        String id = match.document().id();
        Integer level = levels.get(need + "\t" + id);
        float[] needVector = needVectors.get(need);
        float[] offerVector = offerVectors.get(id);
        if (level != null && needVector != null && offerVector != null) {
          int letters = match.document().title().replaceAll("\\s", "").length();
          pairs.add(
              new DecidedPair(need, id, level, match.evidence(), letters, needVector, offerVector));
        }
      }
    });
    return figures(pairs);
  }

  private static Map<String, String> figures(List<DecidedPair> pairs) {
    List<Prediction> byNeed = CrossValidation.byNeed(pairs, FOLDS_BY_NEED);
    var evaluation = new Evaluation(Gain.LEVEL, 3);
    Map<String, List<Prediction>> perNeed = new LinkedHashMap<>();
    byNeed.forEach(
        one -> perNeed.computeIfAbsent(one.pair().need(), key -> new ArrayList<>()).add(one));
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
    Map<String, Interval> measures = evaluation.measures();
    Map<String, String> figures = new LinkedHashMap<>();
    for (String name : List.of("ndcg@10", "spearman-pooled")) {
      Interval interval = measures.get(name);
      if (interval != null) {
        figures.put("learned, by need: " + name, figure(interval.mean()));
      }
    }
    double error =
        CrossValidation.random(pairs, FOLDS_BY_CHANCE).stream()
            .mapToDouble(one -> Math.abs(one.level() - one.pair().level()))
            .average()
            .orElse(0);
    figures.put("level, random folds: 1/(1+MAE)", figure(1 / (1 + error)));
    return figures;
  }

  /// Each seen from the middle of those of its own model, told by their length.
  private static List<float[]> fromMiddle(List<float[]> vectors) {
    Map<Integer, List<float[]>> byLength = new HashMap<>();
    vectors.forEach(
        vector -> byLength.computeIfAbsent(vector.length, key -> new ArrayList<>()).add(vector));
    Map<Integer, float[]> middles = new HashMap<>();
    byLength.forEach((length, alike) -> {
      float[] middle = new float[length];
      for (float[] vector : alike) {
        for (int i = 0; i < length; i++) {
          middle[i] += vector[i] / alike.size();
        }
      }
      middles.put(length, middle);
    });
    var seen = new ArrayList<float[]>();
    for (float[] vector : vectors) {
      float[] one = vector.clone();
      float[] middle = middles.getOrDefault(vector.length, one);
      for (int i = 0; i < one.length; i++) {
        one[i] -= middle[i];
      }
      seen.add(Vectors.normalized(one));
    }
    return seen;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
