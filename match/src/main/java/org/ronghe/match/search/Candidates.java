package org.ronghe.match.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.IndexField;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.text.Tongue;
import org.ronghe.match.vector.ByteVector;

/// Finds candidates by words and by meaning, and gives each both scores exactly.
final class Candidates {
  /// Candidates by words, and as many by meaning in each language.
  private static final int BY_EACH = 200;

  private final IndexView view;
  private final IndexSearcher searcher;
  private final DocumentKind.Side side;
  private final @Nullable Query filter;

  Candidates(IndexView view, DocumentKind.Side side, Set<DocumentKind> kinds) {
    this(
        view,
        side,
        kinds.isEmpty()
            ? null
            : new TermInSetQuery(
                IndexField.KIND, kinds.stream().map(kind -> new BytesRef(kind.code())).toList()));
  }

  private Candidates(IndexView view, DocumentKind.Side side, @Nullable Query filter) {
    this.view = view;
    this.searcher = view.searcher();
    this.side = side;
    this.filter = filter;
  }

  /// The same, but only documents that speak for one of these.
  Candidates of(Set<String> owners) {
    Query owned = new TermInSetQuery(IndexField.OWNER, owners.stream().map(BytesRef::new).toList());
    Query both =
        filter == null
            ? owned
            : new BooleanQuery.Builder()
                .add(filter, BooleanClause.Occur.FILTER)
                .add(owned, BooleanClause.Occur.FILTER)
                .build();
    return new Candidates(view, side, both);
  }

  /// Lucene numbers of documents that words or meaning bring up, ascending.
  int[] find(Query words, Map<Tongue, Meaning> meanings, int atLeast) throws IOException {
    return both(byWords(words, atLeast), byMeaning(meanings, atLeast));
  }

  /// Numbers of either, ascending.
  static int[] both(int[] some, int[] others) {
    return IntStream.concat(IntStream.of(some), IntStream.of(others)).sorted().distinct().toArray();
  }

  /// Lucene numbers of documents that words bring up.
  int[] byWords(Query words, int atLeast) throws IOException {
    Query lexical = words;
    if (filter != null) {
      lexical =
          new BooleanQuery.Builder()
              .add(words, BooleanClause.Occur.MUST)
              .add(filter, BooleanClause.Occur.FILTER)
              .build();
    }
    return numbers(searcher.search(lexical, Math.max(BY_EACH, atLeast)));
  }

  /// Lucene numbers of documents that meaning brings up.
  int[] byMeaning(Map<Tongue, Meaning> meanings, int atLeast) throws IOException {
    int each = Math.max(BY_EACH, atLeast);
    int[] found = {};
    for (var entry : meanings.entrySet()) {
      byte[] direction = ByteVector.of(entry.getValue().direction());
      String field = IndexField.vector(side, entry.getKey());
      var nearest = new KnnByteVectorQuery(field, direction, each, filter);
      found = both(found, numbers(searcher.search(nearest, each)));
    }
    return found;
  }

  private static int[] numbers(TopDocs hits) {
    return Arrays.stream(hits.scoreDocs).mapToInt(hit -> hit.doc).toArray();
  }

  /// Lucene numbers of the documents of these ids on this side, ascending.
  int[] withIds(Set<String> ids) throws IOException {
    var query =
        new BooleanQuery.Builder()
            .add(
                new TermInSetQuery(IndexField.ID, ids.stream().map(BytesRef::new).toList()),
                BooleanClause.Occur.FILTER);
    if (filter != null) {
      query.add(filter, BooleanClause.Occur.FILTER);
    }
    var found = new ArrayList<Integer>();
    for (var hit : searcher.search(query.build(), Math.max(1, ids.size())).scoreDocs) {
      found.add(hit.doc);
    }
    return found.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /// Words made ready to score with.
  WordScores scores(WeightedTerms words) throws IOException {
    return new WordScores(words, searcher, searcher.collectionStatistics(IndexField.words(side)));
  }

  /// Scores of ascending documents by words, 0 for those without any.
  double[] lexical(WordScores words, int[] documents) throws IOException {
    double[] scores = new double[documents.length];
    int at = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      boolean kept = leaf.reader().getFieldInfos().fieldInfo(IndexField.TERMS) != null;
      BinaryDocValues terms = DocValues.getBinary(leaf.reader(), IndexField.TERMS);
      NumericDocValues lengths = leaf.reader().getNormValues(IndexField.words(side));
      for (; at < documents.length && documents[at] < end; at++) {
        int local = documents[at] - leaf.docBase;
        if (lengths != null && lengths.advanceExact(local)) {
          BytesRef own =
              kept && terms.advanceExact(local)
                  ? terms.binaryValue()
                  : view.countedTerms(documents[at]);
          scores[at] = words.score(own, lengths.longValue());
        }
      }
    }
    return scores;
  }

  /// Vectors of ascending documents in a language's field; null for those that are in the other.
  float[] @Nullable [] vectors(Tongue tongue, int[] documents) throws IOException {
    float[] @Nullable [] vectors = new float[documents.length][];
    int at = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      var values = leaf.reader().getByteVectorValues(IndexField.vector(side, tongue));
      if (values == null) {
        while (at < documents.length && documents[at] < end) {
          at++;
        }
        continue;
      }
      var iterator = values.iterator();
      for (; at < documents.length && documents[at] < end; at++) {
        int local = documents[at] - leaf.docBase;
        if (iterator.docID() < local) {
          iterator.advance(local);
        }
        if (iterator.docID() == local) {
          vectors[at] = ByteVector.floats(values.vectorValue(iterator.index()));
        }
      }
    }
    return vectors;
  }

  /// For whom each of ascending documents speaks.
  List<List<String>> owners(int[] documents) throws IOException {
    var owners = new ArrayList<List<String>>(documents.length);
    int at = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), IndexField.OWNER);
      for (; at < documents.length && documents[at] < end; at++) {
        var own = new ArrayList<String>();
        if (values.advanceExact(documents[at] - leaf.docBase)) {
          for (int i = 0; i < values.docValueCount(); i++) {
            own.add(values.lookupOrd(values.nextOrd()).utf8ToString());
          }
        }
        owners.add(own);
      }
    }
    return owners;
  }

  /// Ids of ascending documents.
  List<String> ids(int[] documents) throws IOException {
    var ids = new ArrayList<String>(documents.length);
    int at = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      BinaryDocValues values = DocValues.getBinary(leaf.reader(), IndexField.ID);
      for (; at < documents.length && documents[at] < end; at++) {
        ids.add(
            values.advanceExact(documents[at] - leaf.docBase)
                ? values.binaryValue().utf8ToString()
                : "");
      }
    }
    return ids;
  }
}
