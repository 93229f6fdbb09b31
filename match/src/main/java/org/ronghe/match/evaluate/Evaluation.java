package org.ronghe.match.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Gathers the measures of many ranked lists.
public final class Evaluation {
  private static final int DEPTH = 10;
  private static final int DEEP = 100;

  private final Gain gain;
  private final int relevantFrom;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();
  private final List<PerQuery> queries = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();
  private final List<Double> levels = new ArrayList<>();

  /// @param gain the one that `ndcg@10` is computed with; the others are there as well
  /// @param relevantFrom the least level that counts as relevant in recall and MRR
  public Evaluation(Gain gain, int relevantFrom) {
    this.gain = gain;
    this.relevantFrom = relevantFrom;
  }

  /// The measures of one query, those that it has.
  ///
  /// @param query id
  /// @param measures name → value
  public record PerQuery(String query, Map<String, Double> measures) {}

  /// Adds one ranked list.
  ///
  /// @param ranked document → score, the best first
  /// @param judged document → level
  public void add(String query, Map<String, Double> ranked, Map<String, Integer> judged) {
    var order = new ArrayList<>(ranked.keySet());
    Set<String> relevant = new HashSet<>();
    judged.forEach((document, level) -> {
      if (level >= relevantFrom) {
        relevant.add(document);
      }
    });
    Map<String, Double> measures = new LinkedHashMap<>();
    put(measures, "ndcg@10", Measures.ndcg(order, judged, gain, DEPTH));
    var byGain = new EnumMap<Gain, OptionalDouble>(Gain.class);
    for (Gain other : Gain.values()) {
      byGain.put(other, Measures.ndcg(order, judged, other, DEPTH));
    }
    byGain.forEach((other, value) ->
        put(measures, "ndcg@10-" + other.name().toLowerCase(java.util.Locale.ROOT), value));
    put(measures, "recall@1", Measures.recall(order, relevant, 1));
    put(measures, "recall@10", Measures.recall(order, relevant, DEPTH));
    put(measures, "recall@100", Measures.recall(order, relevant, DEEP));
    put(measures, "mrr", Measures.reciprocalRank(order, relevant));
    List<String> both = order.stream().filter(judged::containsKey).toList();
    double[] scored = both.stream().mapToDouble(id -> ranked.getOrDefault(id, 0.0)).toArray();
    double[] level = both.stream().mapToDouble(id -> judged.getOrDefault(id, 0)).toArray();
    put(measures, "spearman", Measures.spearman(scored, level));
    for (int i = 0; i < scored.length; i++) {
      scores.add(scored[i]);
      levels.add(level[i]);
    }
    queries.add(new PerQuery(query, measures));
  }

  private void put(Map<String, Double> measures, String name, OptionalDouble value) {
    value.ifPresent(x -> {
      measures.put(name, x);
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(x);
    });
  }

  /// Every measure's mean over the queries that have it. `spearman` is the mean over queries;
  /// `spearman-pooled` is over all pairs at once.
  public Map<String, Interval> measures() {
    Map<String, Interval> measures = new LinkedHashMap<>();
    values.forEach((name, all) -> measures.put(name, Interval.of(all)));
    Measures.spearman(
            scores.stream().mapToDouble(Double::doubleValue).toArray(),
            levels.stream().mapToDouble(Double::doubleValue).toArray())
        .ifPresent(x -> measures.put("spearman-pooled", new Interval(x, x, x, queries.size())));
    return measures;
  }

  /// What each query got, in the order they were added.
  public List<PerQuery> queries() {
    return List.copyOf(queries);
  }
}
