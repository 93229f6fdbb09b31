package org.ronghe.platform.exchange.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.exchange.ImportFault;

/// A row after its check.
///
/// @param value what it becomes; null if anything is wrong
/// @param faults what is wrong
record Checked<T>(Line line, @Nullable T value, List<ImportFault> faults) {
  Checked {
    faults = List.copyOf(faults);
  }

  boolean right() {
    return value != null;
  }
}
