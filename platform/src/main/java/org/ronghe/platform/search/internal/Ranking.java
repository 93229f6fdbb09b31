package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Puts documents in order by a query that would cost too much on all that are found.
final class Ranking {
  private static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparingLong(Ranked::id);

  /// @param id the subject's, so that equally good results come in an order that stays
  private record Ranked(int document, float score, long id) {}

  private final IndexSearcher searcher;
  private final Weight weight;

  Ranking(IndexSearcher searcher, Query query) throws IOException {
    this.searcher = searcher;
    this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
  }

  /// The best first; documents that the query does not match come last.
  int[] order(int[] documents) throws IOException {
    int[] ascending = documents.clone();
    Arrays.sort(ascending);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    var ranked = new ArrayList<Ranked>(ascending.length);
    int next = 0;
    while (next < ascending.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(ascending[next], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
      @Nullable Scorer scorer = weight.scorer(leaf);
      for (; next < ascending.length && ascending[next] < end; next++) {
        int document = ascending[next] - leaf.docBase;
        long id = ids.advanceExact(document) ? ids.longValue() : Long.MAX_VALUE;
        ranked.add(new Ranked(ascending[next], score(scorer, document), id));
      }
    }
    ranked.sort(ORDER);
    return ranked.stream().mapToInt(Ranked::document).toArray();
  }

  private static float score(@Nullable Scorer scorer, int document) throws IOException {
    if (scorer == null) {
      return 0;
    }
    int at = scorer.docID();
    if (at < document) {
      at = scorer.iterator().advance(document);
    }
    return at == document ? scorer.score() : 0;
  }
}
