package org.ronghe.platform.facts;

import java.util.List;

/// What became of many facts entered at once.
///
/// @param entered ids of those taken, in the order given
/// @param rejects those not taken, in the order given
public record BulkOutcome(List<Long> entered, List<FactReject> rejects) {
  public BulkOutcome {
    entered = List.copyOf(entered);
    rejects = List.copyOf(rejects);
  }
}
