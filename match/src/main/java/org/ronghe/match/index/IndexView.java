package org.ronghe.match.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.text.Tongue;
import org.ronghe.match.vector.ByteVector;

/// The index as it is at one moment. Close it, so that old files can go.
public final class IndexView implements AutoCloseable {
  private static final int ENOUGH_ASKERS = 50;

  private final TermReader terms = new TermReader(new GramAnalyzer());
  private final SearcherManager searchers;
  private final IndexSearcher searcher;
  private final Centres centres;
  private final boolean vectorsFit;

  IndexView(Generation generation, boolean vectorsFit) throws IOException {
    this.searchers = generation.searchers();
    this.searcher = searchers.acquire();
    this.centres = generation.centres();
    this.vectorsFit = vectorsFit;
  }

  public IndexSearcher searcher() {
    return searcher;
  }

  /// Whether the vectors were made by the models in use, so that a query's can be compared with
  /// them.
  public boolean vectorsFit() {
    return vectorsFit;
  }

  /// The middle of a field's vectors, zeros if it is empty.
  public float[] centre(DocumentKind.Side side, Tongue tongue, int dimension) {
    return centres.mean(IndexField.vector(side, tongue), dimension);
  }

  /// The middle of asking texts in a language; while there are few, the answerers', since a middle
  /// of few texts is chance.
  public float[] centreOfAskers(DocumentKind.Side asking, Tongue tongue, int dimension) {
    boolean enough = vectors(asking, tongue) >= ENOUGH_ASKERS;
    return centre(enough ? asking : asking.other(), tongue, dimension);
  }

  /// The vector that a document of the index was given.
  public Optional<float[]> findVector(MatchDocument document) throws IOException {
    var term = new Term(IndexField.ID, document.id());
    String field = IndexField.vector(document.kind().side(), document.tongue());
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      PostingsEnum places = leaf.reader().postings(term, PostingsEnum.NONE);
      ByteVectorValues values = leaf.reader().getByteVectorValues(field);
      Bits live = leaf.reader().getLiveDocs();
      if (places == null || values == null) {
        continue;
      }
      for (int at = places.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = places.nextDoc()) {
        var vectors = values.iterator();
        if ((live == null || live.get(at)) && vectors.advance(at) == at) {
          return Optional.of(ByteVector.floats(values.vectorValue(vectors.index())));
        }
      }
    }
    return Optional.empty();
  }

  /// How many vectors the middle is of.
  public long vectors(DocumentKind.Side side, Tongue tongue) {
    return centres.count(IndexField.vector(side, tongue));
  }

  /// The document with a Lucene number of this view.
  public MatchDocument document(int number) {
    try {
      return DocumentSource.read(
          searcher
              .storedFields()
              .document(number, Set.of(IndexField.SOURCE))
              .get(IndexField.SOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The [CountedTerms] of a document of an index that was made before they were kept: read from
  /// its text, which takes longer.
  public BytesRef countedTerms(int number) throws IOException {
    return CountedTerms.write(terms.counts(document(number).whole()));
  }

  /// How many documents of a side there are.
  public int documents(DocumentKind.Side side) {
    try {
      return searcher.getIndexReader().getDocCount(IndexField.words(side));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In how many documents of a side a term stands.
  public int documentsWith(String term, DocumentKind.Side side) {
    try {
      return searcher.getIndexReader().docFreq(new Term(IndexField.words(side), term));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a term stands among the documents of a side, and in how many.
  public TermStates states(String term, DocumentKind.Side side) {
    try {
      return TermStates.build(searcher, new Term(IndexField.words(side), term), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
