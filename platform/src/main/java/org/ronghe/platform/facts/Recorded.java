package org.ronghe.platform.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Since when, and until when, the node takes something to be so.
///
/// @param to null while it still does
public record Recorded(Instant from, @Nullable Instant to) {
  /// Whether it is taken to be so now.
  public boolean open() {
    return to == null;
  }
}
