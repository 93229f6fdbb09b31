package org.ronghe.match.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.ronghe.match.text.Tongue;

/// The index as it is at one moment. Close it, so that old files can go.
public final class IndexView implements AutoCloseable {
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

  @Override
  public void close() {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
