package org.ronghe.platform.registry.internal;

import org.springframework.stereotype.Component;

/// Enters achievements that came registered in great number into the fact base.
@Component
class RegisteredWorksFeed extends Trickle {
  private static final int BATCH = 100;

  private final RegisteredWorks works;

  RegisteredWorksFeed(RegisteredWorks works) {
    super("registered-works", true);
    this.works = works;
  }

  @Override
  boolean some() {
    return works.enterSome(BATCH) > 0;
  }
}
