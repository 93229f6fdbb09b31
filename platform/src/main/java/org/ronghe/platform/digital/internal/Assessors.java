package org.ronghe.platform.digital.internal;

import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.Accounts;
import org.springframework.stereotype.Component;

/// Who can be asked to assess, by what they sign in with.
@Component
class Assessors {
  private final Accounts accounts;

  Assessors(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Asked in the node's own name: whoever asks need not be allowed to look through accounts.
  Optional<Review.Assessor> find(String name) {
    return name.isBlank()
        ? Optional.empty()
        : Actors.getAs(Actor.system("digital"), () -> accounts.findByName(name.strip()))
            .map(account -> new Review.Assessor(account.id(), account.displayName()));
  }
}
