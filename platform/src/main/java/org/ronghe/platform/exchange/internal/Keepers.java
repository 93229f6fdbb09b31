package org.ronghe.platform.exchange.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;

/// Finds the organisation that a row belongs to.
final class Keepers {
  private Keepers() {}

  /// The organisation named in a row, or the usual one; null for the bureau's own, or where
  /// something is wrong.
  static @Nullable Long of(
      Cells cells, Map<String, Long> known, @Nullable Long usual, Map<Long, Boolean> writable) {
    String name = cells.text("organisation");
    Long keeper = name.isEmpty() ? usual : known.get(name);
    if (keeper == null && !name.isEmpty()) {
      cells.fault("organisation", "exchange.fault.organisation", name);
    } else if (keeper == null && !Actors.current().writesAll()) {
      cells.fault("organisation", "exchange.fault.needed");
    } else if (keeper != null && !writable.getOrDefault(keeper, false)) {
      cells.fault("organisation", "exchange.fault.not-yours", name);
    }
    return keeper;
  }
}
