package org.ronghe.platform.search.internal;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;

/// The index in its folder: one writer, many readers.
///
/// What is written becomes findable with [#show] and outlives the process with [#commit]; what was
/// not committed is as if it had never been written.
final class SearchIndex implements AutoCloseable {
  private static final double BUFFER_MEGABYTES = 32;

  // Names are short, and one with many other names is no lesser for it: length counts little.
  private static final float LENGTH_COUNTS = 0.3f;
  private static final float REPETITION_COUNTS = 0.6f;

  /// A document's kind and id.
  record Key(SearchKind kind, long id) {
    Term term() {
      return DocumentWriter.key(kind, id);
    }
  }

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final DocumentWriter documents;
  private final Finder finder;
  private final Optional<IndexState> found;
  private volatile boolean complete;

  private SearchIndex(Directory directory) throws IOException {
    var folding = new Folding();
    var pinyin = new Pinyin();
    this.documents = new DocumentWriter(folding, pinyin);
    this.finder = new Finder(folding, pinyin);
    this.directory = directory;
    var similarity = new BM25Similarity(REPETITION_COUNTS, LENGTH_COUNTS);
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setSimilarity(similarity)
                .setCommitOnClose(false));
    try {
      this.searchers =
          new SearcherManager(
              writer,
              new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
                  var searcher = new IndexSearcher(reader);
                  searcher.setSimilarity(similarity);
                  return searcher;
                }
              });
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
    var commit = new TreeMap<String, String>();
    Iterable<Map.Entry<String, String>> userData = writer.getLiveCommitData();
    if (userData != null) {
      userData.forEach(entry -> commit.put(entry.getKey(), entry.getValue()));
    }
    this.found = IndexState.ofCommit(commit);
    this.complete = !commit.isEmpty();
  }

  /// Opens the index of a folder. If there is none, or it cannot be read, an empty one is begun.
  static SearchIndex open(Path folder) throws IOException {
    Files.createDirectories(folder);
    var directory = new MMapDirectory(folder);
    try {
      return new SearchIndex(directory);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        | IllegalArgumentException e) {
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      return new SearchIndex(directory);
    }
  }

  /// The state in which the index was found; empty if it has to be built.
  Optional<IndexState> found() {
    return found;
  }

  /// Whether everything can be found in it, be it in an older state.
  boolean isComplete() {
    return complete;
  }

  /// Adds documents, or replaces those with the same key.
  void put(List<SearchDocument> changed) throws IOException {
    for (SearchDocument document : changed) {
      writer.updateDocument(
          DocumentWriter.key(document.kind(), document.id()), documents.write(document));
    }
  }

  /// Takes documents out, if they are there.
  void remove(List<Key> gone) throws IOException {
    writer.deleteDocuments(gone.stream().map(Key::term).toArray(Term[]::new));
  }

  /// Begins anew. Until [#show], everything of before is found still.
  void clear() throws IOException {
    writer.deleteAll();
  }

  /// Adds documents to an index that was cleared.
  void add(List<SearchDocument> added) throws IOException {
    for (SearchDocument document : added) {
      writer.addDocument(documents.write(document));
    }
  }

  /// Lets everything written so far be found.
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /// Makes everything written so far last.
  void commit(IndexState state) throws IOException {
    writer.setLiveCommitData(state.toCommit().entrySet());
    writer.commit();
    complete = true;
  }

  /// How many documents can be found.
  int size() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      searchers.release(searcher);
    }
  }

  /// Answers a request.
  SearchAnswer find(SearchRequest request) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return finder.find(request, searcher, complete);
    } finally {
      searchers.release(searcher);
    }
  }

  /// Forgets what was not committed, as a crash would, and closes.
  @Override
  public void close() throws IOException {
    try (directory;
        searchers) {
      writer.rollback();
    }
  }

  /// Stops writing, forgetting what was not committed; what could be found can be found still.
  void stopWriting() throws IOException {
    writer.rollback();
  }
}
