package org.ronghe.platform.exchange.internal;

import java.util.List;

/// A row of a table.
///
/// @param number in the file, from 1
/// @param cells as texts; may be fewer than there are columns
record Line(long number, List<String> cells) {
  Line {
    cells = List.copyOf(cells);
  }

  /// The text of a cell without blanks around it; empty where there is none.
  String cell(int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
