package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchName;
import org.ronghe.platform.search.SearchRequest;

/// Answers requests from an index.
final class Finder {
  /// So many of each kind are put in order by all that counts. Of what is found a thousand times
  /// and more, the rest is in the order of the cheaper query, by which these were chosen.
  private static final int RANKED = 1_000;

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
    var collecting =
        new KindTops(request.wanted(), Math.max(RANKED, request.offset() + request.limit()));
    var found = searcher.search(visible(queries.coarse(typed, false), request), collecting);
    if (found.isEmpty()) {
      similar = true;
      found = searcher.search(visible(queries.coarse(typed, true), request), collecting);
    }
    var marker = new NameMarker(folding, pinyin, typed, similar);
    var ranking = new Ranking(searcher, queries.write(typed, similar));
    var hits = new ArrayList<SearchHit>();
    var counts = new EnumMap<SearchKind, Integer>(SearchKind.class);
    for (var ofKind : found.entrySet()) {
      counts.put(ofKind.getKey(), ofKind.getValue().count());
      if (ofKind.getValue().count() > request.offset() && request.limit() > 0) {
        addHits(request, ordered(ranking, ofKind.getValue()), searcher, marker, hits);
      }
    }
    return new SearchAnswer(hits, counts, similar && !counts.isEmpty(), complete);
  }

  private static int[] ordered(Ranking ranking, TopDocuments top) throws IOException {
    int[] documents = top.takeAll();
    if (documents.length <= RANKED) {
      return ranking.order(documents);
    }
    int[] best = ranking.order(Arrays.copyOf(documents, RANKED));
    System.arraycopy(best, 0, documents, 0, RANKED);
    return documents;
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
      int[] documents,
      IndexSearcher searcher,
      NameMarker marker,
      List<SearchHit> hits)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    int end = Math.min(documents.length, request.offset() + request.limit());
    for (int i = request.offset(); i < end; i++) {
      BytesRef bytes = stored.document(documents[i]).getBinaryValue(Fields.SUBJECT);
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
