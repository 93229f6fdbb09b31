package org.ronghe.match.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.ronghe.match.bridge.Translation;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.IndexField;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.text.TermReader;

/// The words of an asking document with their weights.
///
/// A word of the title counts five times; the text's repeated words count more, but ever less.
/// Words that many askers use ("研发", "需要") say little about what is wanted and weigh less: how rare
/// a word is among documents of the asker's own side is taken into account beside how rare it is
/// among those that answer.
///
/// @param weights term → weight, the heaviest first, at most [#MOST]
/// @param states where each term stands in the index, looked up once for all uses
/// @param most the greatest sum of scores that any text could reach with these terms
record WeightedTerms(Map<String, Double> weights, Map<String, TermStates> states, double most) {
  /// More terms cost time and change nothing in the first places.
  private static final int MOST = 256;

  /// Candidates are found by the heaviest alone; all are scored by all of them.
  private static final int MOST_TO_FIND = 48;

  private static final double TITLE = 5;
  private static final double SATURATION = 0.5;

  /// With fewer asking documents, how rare a word is among them is chance.
  private static final int ENOUGH_ASKERS = 50;

  /// The greatest factor that BM25 gives to a term that stands in a text often: k1 + 1, of which
  /// Lucene leaves out the constant numerator.
  private static final double MOST_FREQUENCY_FACTOR = 1;

  static WeightedTerms of(
      MatchDocument asking, Iterable<Translation> translations, TermReader reader, IndexView view) {
    Map<String, Double> weights = new HashMap<>();
    boolean titleAlone = asking.text().isBlank() && asking.keywords().isEmpty();
    String rest = String.join(" ", asking.keywords()) + " " + asking.text();
    for (var entry : reader.counts(rest).entrySet()) {
      int count = entry.getValue();
      weights.put(entry.getKey(), count * (SATURATION + 1) / (count + SATURATION));
    }
    for (String term : reader.counts(asking.title()).keySet()) {
      weights.merge(term, titleAlone ? 1 : TITLE, Double::sum);
    }
    for (Translation translation : translations) {
      translation.terms().forEach((term, weight) -> weights.merge(term, weight, Math::max));
    }
    var side = asking.kind().side();
    int askers = view.documents(side);
    if (askers >= ENOUGH_ASKERS) {
      weights.replaceAll((term, weight) -> weight * rarity(view.documentsWith(term, side), askers));
    }
    return heaviest(weights, view, side.other());
  }

  private static WeightedTerms heaviest(
      Map<String, Double> weights, IndexView view, DocumentKind.Side side) {
    int documents = Math.max(1, view.documents(side));
    Map<String, TermStates> states = new HashMap<>();
    Map<String, Double> known = new HashMap<>();
    Map<String, Double> heavy = new HashMap<>();
    double unknown = 0;
    for (var entry : weights.entrySet()) {
      TermStates found = view.states(entry.getKey(), side);
      int with = found.docFreq();
      double weight = entry.getValue() * rarity(with, documents);
      if (with > 0) {
        known.put(entry.getKey(), entry.getValue());
        states.put(entry.getKey(), found);
        heavy.put(entry.getKey(), weight);
      } else {
        unknown += weight;
      }
    }
    Map<String, Double> chosen = new LinkedHashMap<>();
    double most = unknown;
    var ordered =
        heavy.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .toList();
    for (var entry : ordered) {
      chosen.put(entry.getKey(), known.getOrDefault(entry.getKey(), 0.0));
      most += entry.getValue() * MOST_FREQUENCY_FACTOR;
    }
    states.keySet().retainAll(chosen.keySet());
    return new WeightedTerms(chosen, states, most);
  }

  /// The inverse document frequency of BM25 (Robertson and Zaragoza 2009, DOI 10.1561/1500000019).
  static double rarity(int documentsWith, int documents) {
    return Math.log(1 + (documents - documentsWith + 0.5) / (documentsWith + 0.5));
  }

  /// The heaviest terms, to find candidates with.
  Query queryToFind(DocumentKind.Side side) {
    var query = new BooleanQuery.Builder();
    weights.entrySet().stream()
        .limit(MOST_TO_FIND)
        .forEach(entry ->
            query.add(
                new BoostQuery(
                    new TermQuery(
                        new Term(IndexField.words(side), entry.getKey()),
                        Objects.requireNonNull(states.get(entry.getKey()))),
                    entry.getValue().floatValue()),
                BooleanClause.Occur.SHOULD));
    return query.build();
  }
}
