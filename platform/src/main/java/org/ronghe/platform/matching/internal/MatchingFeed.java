package org.ronghe.platform.matching.internal;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.platform.matching.Offer;
import org.ronghe.platform.matching.OfferSource;
import org.ronghe.platform.matching.internal.MatchingOutbox.Change;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings a matching index to the state of the catalogue. One thread at a time.
///
/// The index is committed first, then the database notes it and strikes the changes off. Whatever
/// happens between the two is done again. An index begun anew is filled the same way, from all
/// entries noted as changed: stopped at any moment, it goes on where it was.
final class MatchingFeed {
  /// So many texts fill the models' batches; a change is seen after as much work at most.
  static final int BATCH = 256;

  private static final int ENTERED_AT_ONCE = 10_000;

  private final OfferSource offers;
  private final MatchingOutbox outbox;
  private final TransactionTemplate transactions;

  MatchingFeed(OfferSource offers, MatchingOutbox outbox, PlatformTransactionManager transactions) {
    this.offers = offers;
    this.outbox = outbox;
    this.transactions = new TransactionTemplate(transactions);
  }

  /// The state that the database knows.
  MatchingState state() {
    return Objects.requireNonNull(transactions.execute(_ -> outbox.state()));
  }

  /// How many changes wait.
  long waiting() {
    return Objects.requireNonNull(transactions.execute(_ -> outbox.waiting()));
  }

  /// Whether an index is the one that the database knows, and no further from it than the changes
  /// waiting.
  boolean isInStep(MatchIndex index) {
    MatchingState state = state();
    String position = index.position();
    if (state.epoch().isEmpty()) {
      return false;
    }
    if (position.equals(state.position()) || (position.isEmpty() && state.applied() == 0)) {
      return true;
    }
    if (position.equals(state.next().position())) {
      // Stopped after the index's commit and before the database's: those changes wait still.
      transactions.executeWithoutResult(_ -> outbox.say(state.next()));
      return true;
    }
    return false;
  }

  /// Has an index begun anew, under an epoch of its own: every entry waits.
  MatchingState begin() {
    var state = new MatchingState(UUID.randomUUID().toString(), 0);
    transactions.executeWithoutResult(_ -> {
      outbox.strikeAll();
      outbox.say(state);
      long last = 0;
      List<Long> ids = offers.after(last, ENTERED_AT_ONCE);
      while (!ids.isEmpty()) {
        outbox.enter(ids);
        ids = offers.after(ids.getLast(), ENTERED_AT_ONCE);
      }
    });
    return state;
  }

  /// Applies a batch of changes.
  ///
  /// @return how many were waiting, at most a batch
  int apply(MatchIndex index) throws IOException {
    List<Change> changes = Objects.requireNonNull(transactions.execute(_ -> outbox.pending(BATCH)));
    if (changes.isEmpty()) {
      return 0;
    }
    MatchingState next = state().next();
    Set<Long> gone = new TreeSet<>();
    changes.forEach(change -> gone.add(change.achievement()));
    List<Offer> found = read(gone);
    index.put(found.stream().map(OfferDocuments::of).toList());
    found.forEach(offer -> gone.remove(offer.id()));
    for (long id : gone) {
      index.delete(OfferDocuments.id(id));
    }
    index.commit(next.position());
    transactions.executeWithoutResult(_ -> {
      outbox.say(next);
      outbox.strike(changes);
    });
    return changes.size();
  }

  /// Those of these ids that are public now.
  List<Offer> read(Set<Long> ids) {
    var wanted = new HashSet<>(ids);
    return wanted.isEmpty()
        ? List.of()
        : Objects.requireNonNull(transactions.execute(_ -> offers.read(wanted)));
  }
}
