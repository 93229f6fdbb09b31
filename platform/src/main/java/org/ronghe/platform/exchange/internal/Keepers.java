package org.ronghe.platform.exchange.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;

/// The organisations that some rows belong to: which are meant, and whether the actor enters
/// anything about them.
///
/// @param known ids by what stands in the rows
/// @param writable by id
/// @param usual of rows that name none; null for none
record Keepers(Map<String, Long> known, Map<Long, Boolean> writable, @Nullable Long usual) {
  private static final String COLUMN = "organisation";

  Keepers {
    known = Map.copyOf(known);
    writable = Map.copyOf(writable);
  }

  /// The organisation of a row; null for the bureau's own, or where something is wrong.
  @Nullable Long of(Cells cells) {
    return named(cells, Actors.current().writesAll());
  }

  /// The organisation of a row that has to have one; null where something is wrong.
  @Nullable Long needed(Cells cells) {
    return named(cells, false);
  }

  private @Nullable Long named(Cells cells, boolean mayHaveNone) {
    String name = cells.text(COLUMN);
    Long keeper = name.isEmpty() ? usual : known.get(name);
    if (keeper == null && !name.isEmpty()) {
      cells.fault(COLUMN, "exchange.fault.organisation", name);
    } else if (keeper == null && !mayHaveNone) {
      cells.fault(COLUMN, "exchange.fault.needed");
    } else if (keeper != null && !writable.getOrDefault(keeper, false)) {
      cells.fault(COLUMN, "exchange.fault.not-yours", name);
    }
    return keeper;
  }
}
