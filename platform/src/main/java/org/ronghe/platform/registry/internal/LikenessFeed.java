package org.ronghe.platform.registry.internal;

import org.springframework.stereotype.Component;

/// Makes keys anew of achievements whose keys are of an older kind.
@Component
class LikenessFeed extends Trickle {
  private static final int BATCH = 200;

  private final OldLikenessKeys keys;

  LikenessFeed(OldLikenessKeys keys) {
    super("likeness-keys", false);
    this.keys = keys;
  }

  @Override
  boolean some() {
    return keys.renewSome(BATCH);
  }
}
