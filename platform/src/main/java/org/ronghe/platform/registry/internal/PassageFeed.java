package org.ronghe.platform.registry.internal;

import org.springframework.stereotype.Component;

/// Keeps the keys of passages in step with what stands in forms.
@Component
class PassageFeed extends Trickle {
  private static final int BATCH = 100;

  private final Passages passages;

  PassageFeed(Passages passages) {
    super("passages", true);
    this.passages = passages;
  }

  @Override
  boolean some() {
    return passages.renewSome(BATCH);
  }
}
