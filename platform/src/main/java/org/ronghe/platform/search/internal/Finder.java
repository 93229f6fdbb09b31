package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchName;
import org.ronghe.platform.search.SearchRequest;

/// Answers requests from an index.
final class Finder {
  /// Equally good results come in a fixed order.
  private static final Sort ORDER =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.LONG));

  private final Folding folding;
  private final Pinyin pinyin;
  private final QueryWriter queries;

  Finder(Folding folding, Pinyin pinyin) {
    this.folding = folding;
    this.pinyin = pinyin;
    this.queries = new QueryWriter(pinyin);
  }

  /// @param complete whether the index holds everything
  SearchAnswer find(SearchRequest request, IndexSearcher searcher, boolean complete)
      throws IOException {
    ParsedQuery typed = ParsedQuery.of(request.text(), folding);
    if (typed.isEmpty() || request.audience().isEmpty()) {
      return new SearchAnswer(List.of(), Map.of(), false, complete);
    }
    boolean similar = false;
    Query query = visible(queries.write(typed, false), request);
    Map<SearchKind, Integer> counts = searcher.search(query, new KindCounts());
    if (counts.isEmpty()) {
      similar = true;
      query = visible(queries.write(typed, true), request);
      counts = searcher.search(query, new KindCounts());
    }
    var marker = new NameMarker(folding, pinyin, typed, similar);
    var hits = new ArrayList<SearchHit>();
    for (SearchKind kind : request.wanted()) {
      if (counts.getOrDefault(kind, 0) > request.offset() && request.limit() > 0) {
        addHits(request, kind, query, searcher, marker, hits);
      }
    }
    return new SearchAnswer(hits, counts, similar && !counts.isEmpty(), complete);
  }

  private static Query visible(Query query, SearchRequest request) {
    List<BytesRef> tokens = request.audience().stream().map(BytesRef::new).toList();
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermInSetQuery(Fields.AUDIENCE, tokens), Occur.FILTER)
        .build();
  }

  private static void addHits(
      SearchRequest request,
      SearchKind kind,
      Query query,
      IndexSearcher searcher,
      NameMarker marker,
      List<SearchHit> hits)
      throws IOException {
    Query ofKind =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermQuery(new Term(Fields.KIND, kind.code())), Occur.FILTER)
            .build();
    int most = request.offset() + request.limit();
    ScoreDoc[] found =
        searcher.search(ofKind, new TopFieldCollectorManager(ORDER, most, most)).scoreDocs;
    StoredFields stored = searcher.storedFields();
    for (int i = request.offset(); i < found.length; i++) {
      BytesRef bytes = stored.document(found[i].doc).getBinaryValue(Fields.SUBJECT);
      hits.add(hit(StoredSubject.read(bytes), marker));
    }
  }

  private static SearchHit hit(SearchDocument document, NameMarker marker) {
    return new SearchHit(
        document.kind(),
        document.id(),
        marked(document.names(), marker),
        marker.identifiers(document.identifiers()),
        marked(document.places(), marker),
        document.category());
  }

  private static List<SearchHit.Name> marked(List<SearchName> names, NameMarker marker) {
    return names.stream()
        .map(name -> new SearchHit.Name(marker.mark(name.text()), name.language(), name.main()))
        .toList();
  }
}
