package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.ronghe.platform.search.SearchKind;

/// Counts results by kind.
final class KindCounts implements CollectorManager<KindCounts.Counter, Map<SearchKind, Integer>> {
  private static final int SIZE =
      1 + Arrays.stream(SearchKind.values()).mapToInt(SearchKind::number).max().orElse(0);

  static final class Counter extends SimpleCollector {
    private final int[] counts = new int[SIZE];
    private NumericDocValues kinds = DocValues.emptyNumeric();

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      kinds = DocValues.getNumeric(context.reader(), Fields.KIND);
    }

    @Override
    public void collect(int document) throws IOException {
      if (kinds.advanceExact(document)) {
        counts[(int) kinds.longValue()]++;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Counter newCollector() {
    return new Counter();
  }

  @Override
  public Map<SearchKind, Integer> reduce(Collection<Counter> counters) {
    var sums = new int[SIZE];
    for (Counter counter : counters) {
      Arrays.setAll(sums, i -> sums[i] + counter.counts[i]);
    }
    var counts = new EnumMap<SearchKind, Integer>(SearchKind.class);
    for (SearchKind kind : SearchKind.values()) {
      if (sums[kind.number()] > 0) {
        counts.put(kind, sums[kind.number()]);
      }
    }
    return counts;
  }
}
