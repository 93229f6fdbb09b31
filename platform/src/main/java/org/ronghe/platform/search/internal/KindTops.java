package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.ronghe.platform.search.SearchKind;

/// Counts results by kind and keeps the best of each wanted kind, in one walk over the results.
final class KindTops implements CollectorManager<KindTops.Tops, Map<SearchKind, TopDocuments>> {
  private static final int SIZE =
      1 + Arrays.stream(SearchKind.values()).mapToInt(SearchKind::number).max().orElse(0);

  private final Set<SearchKind> wanted;
  private final int most;

  /// @param most how many to keep of each kind
  KindTops(Set<SearchKind> wanted, int most) {
    this.wanted = wanted;
    this.most = most;
  }

  static final class Tops extends SimpleCollector {
    private final TopDocuments[] tops;
    private NumericDocValues kinds = DocValues.emptyNumeric();
    private Scorable scorer = new Unscored();
    private int base;

    private Tops(TopDocuments[] tops) {
      this.tops = tops;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      kinds = DocValues.getNumeric(context.reader(), Fields.KIND);
      base = context.docBase;
    }

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
      if (kinds.advanceExact(document)) {
        TopDocuments top = tops[(int) kinds.longValue()];
        top.add(base + document, top.keepsAny() ? scorer.score() : 0);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }

  private static final class Unscored extends Scorable {
    @Override
    public float score() {
      throw new IllegalStateException("no scorer was set");
    }
  }

  @Override
  public Tops newCollector() {
    var tops = new TopDocuments[SIZE];
    Arrays.setAll(tops, _ -> new TopDocuments(0));
    for (SearchKind kind : wanted) {
      tops[kind.number()] = new TopDocuments(most);
    }
    return new Tops(tops);
  }

  @Override
  public Map<SearchKind, TopDocuments> reduce(Collection<Tops> parts) {
    var byKind = new EnumMap<SearchKind, TopDocuments>(SearchKind.class);
    for (SearchKind kind : SearchKind.values()) {
      var top = new TopDocuments(wanted.contains(kind) ? most : 0);
      parts.forEach(part -> top.addAll(part.tops[kind.number()]));
      if (top.count() > 0) {
        byKind.put(kind, top);
      }
    }
    return byKind;
  }
}
