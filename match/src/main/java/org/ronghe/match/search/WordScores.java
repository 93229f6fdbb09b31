package org.ronghe.match.search;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.index.CountedTerms;

/// The words of a query, each with the score by which it speaks for a document in which it stands
/// so often: what Lucene gives a document that it finds by them. Safe for threads.
final class WordScores {
  private static final long FREE = -1;

  /// Keys in the first free place from where they belong; a quarter of the places are taken at
  /// most.
  private final long[] keys;

  private final @Nullable SimScorer[] scorers;

  /// @param field the index's field of the words
  WordScores(WeightedTerms words, IndexSearcher searcher, CollectionStatistics field) {
    int places = Integer.highestOneBit(Math.max(1, words.weights().size())) * 8;
    this.keys = new long[places];
    this.scorers = new SimScorer[places];
    Arrays.fill(keys, FREE);
    for (Map.Entry<String, Double> word : words.weights().entrySet()) {
      TermStates states = Objects.requireNonNull(words.states().get(word.getKey()));
      long key = CountedTerms.key(word.getKey());
      int place = place(key);
      keys[place] = key;
      scorers[place] =
          searcher
              .getSimilarity()
              .scorer(
                  word.getValue().floatValue(),
                  field,
                  new TermStatistics(
                      new BytesRef(word.getKey()), states.docFreq(), states.totalTermFreq()));
    }
  }

  /// Where a key is, or would be.
  private int place(long key) {
    int place = (int) key & (keys.length - 1);
    while (keys[place] != key && keys[place] != FREE) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  /// The score of a document.
  ///
  /// @param terms its [CountedTerms]
  /// @param length what the index keeps of its length
  double score(BytesRef terms, long length) {
    var sum = new double[1];
    CountedTerms.read(
        terms,
        (key, count) -> {
          SimScorer scorer = scorers[place(key)];
          if (scorer != null) {
            sum[0] += scorer.score(count, length);
          }
        });
    return sum[0];
  }
}
