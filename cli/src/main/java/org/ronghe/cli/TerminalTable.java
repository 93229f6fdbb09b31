package org.ronghe.cli;

import java.util.ArrayList;
import java.util.List;

/// A table for a terminal, aligned by display width so that Chinese lines up too.
final class TerminalTable {
  private static final String GAP = "  ";
  private static final int LEAST_TEXT = 12;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  TerminalTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /// Adds one row, a text for each column.
  void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(List.copyOf(cells));
  }

  /// The lines of the table. When `width` is above 0 and too small, the widest text column gives
  /// way, never a number.
  List<String> lines(int width) {
    var widths = new int[columns.size()];
    int total = GAP.length() * (columns.size() - 1);
    for (int c = 0; c < widths.length; c++) {
      widths[c] = DisplayWidth.of(columns.get(c).title());
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], DisplayWidth.of(row.get(c)));
      }
      total += widths[c];
    }
    while (width > 0 && total > width) {
      int widest = widestText(widths);
      if (widest < 0) {
        break;
      }
      int cut = Math.min(total - width, widths[widest] - LEAST_TEXT);
      widths[widest] -= cut;
      total -= cut;
    }
    var lines = new ArrayList<String>();
    lines.add(line(columns.stream().map(Column::title).toList(), widths));
    var rule = new ArrayList<String>();
    for (int cells : widths) {
      rule.add("─".repeat(cells));
    }
    lines.add(String.join(GAP, rule));
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    return lines;
  }

  private int widestText(int[] widths) {
    int widest = -1;
    for (int c = 0; c < widths.length; c++) {
      if (!columns.get(c).number()
          && widths[c] > LEAST_TEXT
          && (widest < 0 || widths[c] > widths[widest])) {
        widest = c;
      }
    }
    return widest;
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell =
          columns.get(c).number() ? cells.get(c) : DisplayWidth.cut(cells.get(c), widths[c]);
      String space = " ".repeat(Math.max(0, widths[c] - DisplayWidth.of(cell)));
      line.append(columns.get(c).number() ? space + cell : cell + space);
      line.append(c < widths.length - 1 ? GAP : "");
    }
    return line.toString().stripTrailing();
  }

  /// One column.
  ///
  /// @param title its heading
  /// @param number whether it holds numbers, which align right and are never cut
  record Column(String title, boolean number) {}
}
