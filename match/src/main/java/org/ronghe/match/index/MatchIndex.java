package org.ronghe.match.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.Bits;
import org.ronghe.match.vector.Encoders;

/// An index of documents on disk.
///
/// Documents are visible as soon as [#put] returns and kept for good with [#commit], which also
/// notes how far whoever fills the index has come: after a stop at any moment, the index is as it
/// was at the last commit, and [#position] says from where to go on. One process writes at a time.
///
/// An index made by other models still answers, by words alone, until [#renew] has made it anew
/// beside itself.
public final class MatchIndex implements AutoCloseable {
  private static final int RENEWED_AT_ONCE = 1024;

  private final IndexFolder folder;
  private final IndexStamp wanted;
  private final DocumentVectors documentVectors;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private Generation generation;

  private MatchIndex(IndexFolder folder, Encoders encoders, int threads) throws IOException {
    this.folder = folder;
    this.wanted = IndexStamp.of(encoders);
    this.documentVectors = new DocumentVectors(encoders, threads);
    this.generation = new Generation(folder.current(), wanted);
    folder.tidy();
  }

  /// Opens the index in a folder, or makes an empty one there.
  ///
  /// @param threads threads that make vectors
  public static MatchIndex open(Path folder, Encoders encoders, int threads) throws IOException {
    return new MatchIndex(new IndexFolder(folder), encoders, threads);
  }

  /// By what the index was made.
  public IndexStamp stamp() {
    return generation.stamp();
  }

  /// Whether the index was made by the models and the analyzer in use.
  public boolean fits() {
    return generation.stamp().equals(wanted);
  }

  /// What the last commit said, empty before the first.
  public String position() {
    return generation.position();
  }

  /// How many documents there are.
  public int size() throws IOException {
    return generation.size();
  }

  /// Adds documents, or replaces those of the same id.
  public void put(List<MatchDocument> documents) throws IOException {
    List<float[]> vectors = documentVectors.of(documents);
    lock.readLock().lock();
    try {
      generation.put(documents, vectors);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Removes a document, if it is there.
  public void delete(String id) throws IOException {
    lock.readLock().lock();
    try {
      generation.delete(id);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Keeps what was put for good.
  ///
  /// @param position how far the caller has come, in the caller's own words
  public void commit(String position) throws IOException {
    lock.readLock().lock();
    try {
      generation.commit(position);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Brings documents that came bit by bit together, so that questions are answered faster. Nothing
  /// if they are together. What was put and not committed is committed with the last position.
  ///
  /// @param wait until it is done, a minute for a hundred thousand; otherwise it is done beside
  ///   other work, and kept for good when this is called again
  public void settle(boolean wait) throws IOException {
    lock.readLock().lock();
    try {
      generation.settle(wait);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// The index as it is now.
  public IndexView view() throws IOException {
    lock.readLock().lock();
    try {
      return new IndexView(generation, fits());
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Makes the index anew from the texts it keeps, by the models in use, while the old one answers.
  ///
  /// What is put meanwhile is not in the new one: whoever fills the index puts it again, from the
  /// position of the last commit before.
  public void renew() throws IOException {
    renew(() -> true);
  }

  /// The same, given up where `goOn` says no between two batches; the old index stays then.
  ///
  /// @throws InterruptedIOException if it was given up
  public void renew(BooleanSupplier goOn) throws IOException {
    String position = generation.position();
    Path path = folder.next();
    var next = new Generation(path, wanted);
    try (IndexView view = view()) {
      copy(view, next, goOn);
      next.commit(position);
    } catch (IOException | RuntimeException e) {
      next.close();
      throw e;
    }
    lock.writeLock().lock();
    try {
      Generation old = generation;
      folder.use(path);
      generation = next;
      old.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void copy(IndexView view, Generation next, BooleanSupplier goOn) throws IOException {
    var batch = new ArrayList<MatchDocument>();
    IndexReader reader = view.searcher().getIndexReader();
    for (var leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      for (int number = 0; number < leaf.reader().maxDoc(); number++) {
        if (live == null || live.get(number)) {
          batch.add(view.document(leaf.docBase + number));
        }
        if (batch.size() == RENEWED_AT_ONCE) {
          if (!goOn.getAsBoolean()) {
            throw new InterruptedIOException("making the index anew was given up");
          }
          next.put(batch, documentVectors.of(batch));
          batch.clear();
        }
      }
    }
    next.put(batch, documentVectors.of(batch));
  }

  /// Closes the index; what was not committed is lost.
  @Override
  public void close() throws IOException {
    generation.close();
  }
}
