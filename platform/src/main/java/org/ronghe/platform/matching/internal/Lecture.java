package org.ronghe.platform.matching.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.match.evaluate.Evaluation;
import org.ronghe.match.evaluate.Gain;
import org.ronghe.match.evaluate.Interval;
import org.ronghe.match.evaluate.LearningTable;
import org.ronghe.match.index.DocumentVectors;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.learn.DecidedPair;
import org.ronghe.match.learn.DecisionModel;
import org.ronghe.match.learn.PairReader;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.search.Match;
import org.ronghe.match.search.MatchQuery;
import org.ronghe.platform.matching.Lesson;
import org.ronghe.platform.matching.MatchDecision;
import org.ronghe.platform.matching.MatchRequest;

/// Makes a lesson of decisions: each need is asked anew, so that what is learned fits the index and
/// the models of now, and the order is measured on needs put aside (decision 0041).
final class Lecture {
  /// What stands further down was not before anybody's eyes.
  private static final int LOOKED_AT = 100;

  private static final int RELEVANT_FROM = 3;
  private static final String MEASURE = "ndcg@10";

  private final OpenIndex open;

  Lecture(OpenIndex open) {
    this.open = open;
  }

  /// A need with the levels that people decided on, by offer.
  private record Need(MatchDocument document, Map<String, List<Integer>> levels) {}

  /// What these decisions teach; empty where they are too few to say how much.
  Optional<Lesson> findLesson(List<MatchDecision> decisions) throws IOException {
    Map<String, Need> needs = needs(decisions);
    List<MatchDocument> documents = needs.values().stream().map(Need::document).toList();
    List<float[]> vectors = new DocumentVectors(open.engine().encoders(), 1).of(documents);
    var pairs = new ArrayList<DecidedPair>();
    var plain = new Evaluation(Gain.LEVEL, RELEVANT_FROM);
    try (IndexView view = open.index().view()) {
      var reader = new PairReader(open.engine().terms(), view);
      int place = 0;
      for (Map.Entry<String, Need> entry : needs.entrySet()) {
        float[] vector = vectors.get(place++);
        MatchDocument need = entry.getValue().document();
        Map<String, Double> ranked = new LinkedHashMap<>();
        Map<String, Integer> judged = new HashMap<>();
        var query = new MatchQuery(need, Set.of(), Set.of(), LOOKED_AT, false);
        for (Match match : open.engine().matcher().search(query, vector, view)) {
          List<Integer> levels = entry.getValue().levels().get(match.document().id());
          if (levels != null) {
            int level = mean(levels);
            var pair = reader.findPair(entry.getKey(), need, vector, match, level);
            if (pair.isPresent()) {
              pairs.add(pair.get());
              ranked.put(match.document().id(), match.score());
              judged.put(match.document().id(), level);
            }
          }
        }
        if (!judged.isEmpty()) {
          plain.add(entry.getKey(), ranked, judged);
        }
      }
    }
    return lesson(pairs, plain);
  }

  private static Optional<Lesson> lesson(List<DecidedPair> pairs, Evaluation plain) {
    try {
      Map<String, Interval> learned = LearningTable.of(pairs, Gain.LEVEL, RELEVANT_FROM);
      return Optional.of(
          new Lesson(
              DecisionModel.learn(pairs),
              (int) pairs.stream().map(DecidedPair::need).distinct().count(),
              mean(plain.measures(), MEASURE),
              mean(learned, "learned-" + MEASURE),
              mean(learned, "level"),
              Instant.now()));
    } catch (MatchProblem e) {
      if (e.code() != MatchCode.DECISIONS_TOO_FEW) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static double mean(Map<String, Interval> measures, String name) {
    Interval measure = measures.get(name);
    return measure == null ? 0 : measure.mean();
  }

  private static int mean(List<Integer> levels) {
    return (int) Math.round(levels.stream().mapToInt(Integer::intValue).average().orElseThrow());
  }

  private static Map<String, Need> needs(List<MatchDecision> decisions) {
    Map<String, Need> needs = new LinkedHashMap<>();
    for (MatchDecision decision : decisions) {
      var asked = new MatchRequest(decision.title(), decision.text(), "", MatchRequest.MOST, 0);
      needs
          .computeIfAbsent(
              StoredDecisions.digest(asked),
              _ -> new Need(OfferDocuments.of(asked), new HashMap<>()))
          .levels()
          .computeIfAbsent(OfferDocuments.id(decision.achievement()), _ -> new ArrayList<>())
          .add(decision.outcome().level());
    }
    return needs;
  }
}
