package org.ronghe.platform.accounts.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions in which the node itself acts: what has to be read or written before it is known
/// who asks, or what nobody may reach in their own name, such as a password's hash.
@Component
class SystemWork {
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  SystemWork(PlatformTransactionManager transactions) {
    writing = new TransactionTemplate(transactions);
    // Apart from a transaction under way, which is told another actor.
    writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    reading = new TransactionTemplate(transactions);
    reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    reading.setReadOnly(true);
  }

  /// Writes; the audit log names the current actor, or the node and its origin where there is none.
  <T extends @Nullable Object> T write(Supplier<T> work) {
    Actor current = Actors.current();
    return write(
        current.account(), current.signedIn() ? current.name() : "ronghe", current.origin(), work);
  }

  /// Writes; the audit log names that account.
  <T extends @Nullable Object> T write(
      @Nullable Long account, String name, String origin, Supplier<T> work) {
    return Actors.getAs(system(account, name, origin), () -> writing.execute(status -> work.get()));
  }

  /// Reads.
  <T extends @Nullable Object> T read(Supplier<T> work) {
    return Actors.getAs(
        system(null, "ronghe", Actors.current().origin()),
        () -> reading.execute(status -> work.get()));
  }

  private static Actor system(@Nullable Long account, String name, String origin) {
    return new Actor(account, name, origin, Map.of(), Actor.Kind.SYSTEM);
  }
}
