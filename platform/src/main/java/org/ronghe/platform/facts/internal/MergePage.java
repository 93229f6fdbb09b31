package org.ronghe.platform.facts.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.web.View;

/// Two organisations side by side, and what is proposed or was decided about them.
///
/// @param rows what is known of either, one below the other
/// @param evidence null where there is none, or none that the reader may see
/// @param mayDecide whether the reader may decide now
/// @param own whether the reader proposed it
public record MergePage(
    View view,
    MergeView merge,
    List<Row> rows,
    @Nullable Evidence evidence,
    boolean mayDecide,
    boolean own,
    Input input) {
  public MergePage {
    rows = List.copyOf(rows);
  }

  /// Something known of either.
  ///
  /// @param same whether both say the same
  public record Row(String label, String merged, String survivor, boolean same) {}
}
