package org.ronghe.match.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.vector.ByteVector;

/// One Lucene index on disk with the mean vectors of its fields.
final class Generation implements AutoCloseable {
  private static final String POSITION = "ronghe.position";
  private static final double BUFFER_MEGABYTES = 128;

  /// Few: a need asks every segment for some hundred words and for its neighbours.
  private static final double SEGMENTS_PER_TIER = 3;

  private static final int FEW_SEGMENTS = 2;

  /// Of all documents in the largest segment: less is scattered.
  private static final double LARGE_PART = 0.7;

  private final TermReader terms = new TermReader(new GramAnalyzer());
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Centres centres;
  private final IndexStamp stamp;
  private String position;

  /// Opens an index, or makes an empty one by `fresh`.
  Generation(Path folder, IndexStamp fresh) throws IOException {
    var config = new IndexWriterConfig(new GramAnalyzer());
    config.setSimilarity(similarity());
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    var merges = new TieredMergePolicy();
    merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
    config.setMergePolicy(merges);
    this.writer = new IndexWriter(FSDirectory.open(folder), config);
    Map<String, String> commit = new HashMap<>();
    if (writer.getLiveCommitData() != null) {
      writer.getLiveCommitData().forEach(entry -> commit.put(entry.getKey(), entry.getValue()));
    }
    this.stamp = commit.isEmpty() ? fresh : IndexStamp.read(commit);
    this.centres = Centres.read(commit);
    this.position = commit.getOrDefault(POSITION, "");
    this.searchers =
        new SearcherManager(
            writer,
            new SearcherFactory() {
              @Override
              public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(similarity());
                return searcher;
              }
            });
  }

  /// BM25 with the parameters chosen by measurement (decision 0026).
  static BM25Similarity similarity() {
    return new BM25Similarity(1.5f, 0.75f);
  }

  IndexStamp stamp() {
    return stamp;
  }

  String position() {
    return position;
  }

  Centres centres() {
    return centres;
  }

  SearcherManager searchers() {
    return searchers;
  }

  /// Adds documents, or replaces those of the same id, and makes them visible.
  void put(List<MatchDocument> documents, List<float[]> vectors) throws IOException {
    for (int i = 0; i < documents.size(); i++) {
      MatchDocument document = documents.get(i);
      writer.updateDocument(
          new Term(IndexField.ID, document.id()), lucene(document, vectors.get(i)));
    }
    searchers.maybeRefreshBlocking();
  }

  void delete(String id) throws IOException {
    writer.deleteDocuments(new Term(IndexField.ID, id));
    searchers.maybeRefreshBlocking();
  }

  void commit(String reached) throws IOException {
    position = reached;
    Map<String, String> commit = new HashMap<>();
    stamp.write(commit);
    centres.write(commit);
    commit.put(POSITION, reached);
    writer.setLiveCommitData(commit.entrySet());
    writer.commit();
  }

  private Document lucene(MatchDocument document, float[] vector) throws IOException {
    var side = document.kind().side();
    var lucene = new Document();
    lucene.add(new StringField(IndexField.ID, document.id(), Store.NO));
    lucene.add(new BinaryDocValuesField(IndexField.ID, new BytesRef(document.id())));
    lucene.add(new StringField(IndexField.KIND, document.kind().code(), Store.NO));
    for (String owner : document.owners()) {
      lucene.add(new StringField(IndexField.OWNER, owner, Store.NO));
      lucene.add(new SortedSetDocValuesField(IndexField.OWNER, new BytesRef(owner)));
    }
    for (String code : document.codes()) {
      lucene.add(new StringField(IndexField.CODE, code.toUpperCase(Locale.ROOT), Store.NO));
    }
    lucene.add(new TextField(IndexField.words(side), document.whole(), Store.NO));
    lucene.add(
        new BinaryDocValuesField(
            IndexField.TERMS, CountedTerms.write(terms.counts(document.whole()))));
    String field = IndexField.vector(side, document.tongue());
    lucene.add(
        new KnnByteVectorField(
            field, ByteVector.of(vector), VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    centres.add(field, vector);
    lucene.add(new StoredField(IndexField.SOURCE, DocumentSource.write(document)));
    return lucene;
  }

  /// Brings scattered documents together in one segment, which answers a third faster than seven:
  /// each is asked for every word and for its neighbours.
  ///
  /// @param wait until it is done; otherwise it is begun, and kept when this is called again
  void settle(boolean wait) throws IOException {
    boolean merging = !writer.getMergingSegments().isEmpty();
    if (!wait && merging) {
      return;
    }
    if (isScattered()) {
      writer.forceMerge(1, wait);
    }
    if (wait || writer.hasUncommittedChanges()) {
      searchers.maybeRefreshBlocking();
      commit(position);
    }
  }

  private boolean isScattered() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      int largest = leaves.stream().mapToInt(leaf -> leaf.reader().numDocs()).max().orElse(0);
      return leaves.size() > FEW_SEGMENTS
          && largest < LARGE_PART * searcher.getIndexReader().numDocs();
    } finally {
      searchers.release(searcher);
    }
  }

  int size() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return reader.numDocs();
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback(); // what was not committed is given again by whoever keeps the position
  }
}
