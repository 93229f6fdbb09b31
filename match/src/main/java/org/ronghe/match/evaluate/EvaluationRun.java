package org.ronghe.match.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.match.index.DocumentVectors;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.learn.DecidedPair;
import org.ronghe.match.learn.PairReader;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.search.Engine;
import org.ronghe.match.search.Match;
import org.ronghe.match.search.MatchQuery;
import org.ronghe.match.source.Judgement;

/// Measures the engine on a collection of queries, documents and judgements.
public final class EvaluationRun {
  private static final int AT_ONCE = 2048;

  /// Ids of queries and documents may be the same; in one index they must not.
  private static final String QUERY = "query:";

  private final Engine engine;
  private final EvaluationRequest request;

  public EvaluationRun(Engine engine, EvaluationRequest request) {
    this.engine = engine;
    this.request = request;
  }

  /// What came out.
  ///
  /// @param evaluation the measures
  /// @param runs query → its matches, the best first, in the order of the queries
  /// @param unmatched judgements that name no given query or document
  /// @param decisions the judged pairs that were found, if wanted
  public record Outcome(
      Evaluation evaluation,
      Map<String, List<Match>> runs,
      int unmatched,
      List<DecidedPair> decisions) {}

  /// Indexes documents and queries in a folder and asks each query that has judgements.
  ///
  /// @param folder for the index; where it holds one already, documents are put into that
  public Outcome run(
      List<MatchDocument> queries,
      List<MatchDocument> documents,
      List<Judgement> judgements,
      Path folder)
      throws IOException {
    Map<String, MatchDocument> named = request.queryNames().resolve(queries, judgements);
    try (MatchIndex index = engine.index(folder)) {
      List<MatchDocument> asking = named.values().stream().map(EvaluationRun::renamed).toList();
      fill(index, documents);
      fill(index, asking);
      index.commit("evaluation");
      try (IndexView view = index.view()) {
        return ask(named, documents, judgements, view);
      }
    }
  }

  private static void fill(MatchIndex index, List<MatchDocument> documents) throws IOException {
    for (int from = 0; from < documents.size(); from += AT_ONCE) {
      index.put(documents.subList(from, Math.min(documents.size(), from + AT_ONCE)));
    }
  }

  private Outcome ask(
      Map<String, MatchDocument> named,
      List<MatchDocument> documents,
      List<Judgement> judgements,
      IndexView view)
      throws IOException {
    Set<String> known =
        documents.stream().map(MatchDocument::id).collect(Collectors.toUnmodifiableSet());
    Map<String, Map<String, Integer>> levels = new LinkedHashMap<>();
    named.keySet().forEach(query -> levels.put(query, new LinkedHashMap<>()));
    int unmatched = 0;
    for (Judgement judgement : judgements) {
      Map<String, Integer> ofQuery = levels.get(judgement.query());
      if (ofQuery == null || !known.contains(judgement.document())) {
        unmatched++;
      } else {
        ofQuery.merge(judgement.document(), judgement.level(), Math::max);
      }
    }
    if (unmatched == judgements.size()) {
      throw new MatchProblem(MatchCode.JUDGEMENTS_UNMATCHED, request.judgementsName(), unmatched);
    }
    levels.values().removeIf(Map::isEmpty);
    var evaluation = new Evaluation(request.gain(), request.relevantFrom());
    Map<String, List<Match>> runs = new LinkedHashMap<>();
    var asked = new ArrayList<MatchDocument>();
    levels.keySet().forEach(query -> asked.add(renamed(Objects.requireNonNull(named.get(query)))));
    List<float[]> vectors = new DocumentVectors(engine.encoders(), engine.threads()).of(asked);
    var reader = new PairReader(engine.terms(), view);
    var decisions = new ArrayList<DecidedPair>();
    int place = 0;
    for (var entry : levels.entrySet()) {
      Map<String, Integer> judged = entry.getValue();
      var query =
          new MatchQuery(
              asked.get(place),
              Set.of(),
              request.judgedOnly() ? judged.keySet() : Set.of(),
              request.judgedOnly() ? judged.size() : request.depth(),
              false);
      List<Match> matches = engine.matcher().search(query, vectors.get(place), view);
      Map<String, Double> ranked = new LinkedHashMap<>();
      matches.forEach(match -> ranked.put(match.document().id(), match.score()));
      evaluation.add(entry.getKey(), ranked, judged);
      runs.put(entry.getKey(), matches);
      if (request.decisions()) {
        for (Match match : matches) {
          Integer level = judged.get(match.document().id());
          if (level != null) {
            reader
                .findPair(entry.getKey(), asked.get(place), vectors.get(place), match, level)
                .ifPresent(decisions::add);
          }
        }
      }
      place++;
    }
    return new Outcome(evaluation, runs, unmatched, decisions);
  }

  private static MatchDocument renamed(MatchDocument query) {
    return new MatchDocument(
        QUERY + query.id(),
        query.kind(),
        query.owners(),
        query.title(),
        query.text(),
        query.keywords(),
        query.codes());
  }
}
