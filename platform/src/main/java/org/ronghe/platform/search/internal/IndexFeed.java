package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchSource;
import org.ronghe.platform.search.internal.SearchOutbox.Change;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings an index to the state of the database. One thread at a time.
///
/// The index is committed first, then the database notes it and strikes the changes off. Whatever
/// happens between the two is done again.
final class IndexFeed {
  private static final int BATCH = 4000;
  private static final int BUILD_BATCH = 2000;

  private final SearchIndex index;
  private final List<SearchSource> sources;
  private final SearchOutbox outbox;
  private final TransactionTemplate transactions;
  private final TransactionTemplate snapshot;

  IndexFeed(
      SearchIndex index,
      List<SearchSource> sources,
      SearchOutbox outbox,
      PlatformTransactionManager transactions) {
    this.index = index;
    this.sources = List.copyOf(sources);
    this.outbox = outbox;
    this.transactions = new TransactionTemplate(transactions);
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// Whether the index is of this database, and no further from it than the changes waiting.
  boolean isInStep() {
    IndexState noted = noted();
    if (index.found().isEmpty()) {
      return false;
    }
    IndexState found = index.found().get();
    if (found.equals(noted)) {
      return true;
    }
    if (found.equals(noted.next())) {
      // Stopped after the index's commit and before the database's: those changes wait still.
      transactions.executeWithoutResult(_ -> outbox.say(found));
      return true;
    }
    return false;
  }

  /// Applies a batch of changes.
  ///
  /// @return how many were waiting, at most a batch
  int apply() throws IOException {
    List<Change> changes = changes();
    if (changes.isEmpty()) {
      return 0;
    }
    IndexState next = noted().next();
    for (SearchSource source : sources) {
      applyTo(source, idsOf(source.kind(), changes));
    }
    index.commit(next);
    index.show();
    transactions.executeWithoutResult(_ -> {
      outbox.say(next);
      outbox.strike(changes);
    });
    return changes.size();
  }

  /// Builds the whole index from one view of the database; changes made meanwhile wait in the
  /// outbox. Until it is built the old one is searched; where there is none, what there is so far.
  ///
  /// @param goOn asked between batches; building is given up where it says no
  void build(BooleanSupplier goOn) throws IOException {
    var state = new IndexState(UUID.randomUUID().toString(), 0);
    index.clear();
    try {
      snapshot.executeWithoutResult(_ -> {
        try {
          for (SearchSource source : sources) {
            addAll(source, goOn);
          }
          index.commit(state);
          index.show();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        outbox.strikeAll();
        outbox.say(state);
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void addAll(SearchSource source, BooleanSupplier goOn) throws IOException {
    long last = Long.MIN_VALUE;
    while (true) {
      List<SearchDocument> next = source.after(last, BUILD_BATCH);
      if (!goOn.getAsBoolean()) {
        throw new IOException("building the index was given up");
      }
      if (next.isEmpty()) {
        return;
      }
      index.add(next);
      last = next.getLast().id();
      if (!index.isComplete()) {
        index.show();
      }
    }
  }

  private void applyTo(SearchSource source, Set<Long> ids) throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    SearchSource.Reading reading = read(source, ids);
    index.put(reading.documents());
    var gone = new TreeSet<>(reading.considered());
    gone.addAll(ids);
    reading.documents().forEach(document -> gone.remove(document.id()));
    index.remove(gone.stream().map(id -> new SearchIndex.Key(source.kind(), id)).toList());
  }

  private static Set<Long> idsOf(SearchKind kind, List<Change> changes) {
    var ids = new TreeSet<Long>();
    for (Change change : changes) {
      if (change.kind().filter(kind::equals).isPresent()) {
        ids.add(change.subject());
      }
    }
    return ids;
  }

  private List<Change> changes() {
    return Objects.requireNonNull(transactions.execute(_ -> outbox.pending(BATCH)));
  }

  private IndexState noted() {
    return Objects.requireNonNull(transactions.execute(_ -> outbox.state()));
  }

  private SearchSource.Reading read(SearchSource source, Set<Long> ids) {
    return Objects.requireNonNull(transactions.execute(_ -> source.read(ids)));
  }
}
