package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.List;

/// Reads comma-separated text (RFC 4180) as our own writer writes it.
final class Csv {
  private Csv() {}

  /// A line of cells.
  ///
  /// @param number of its first line in the file, from 1
  record Line(int number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  /// The header and at most so many rows.
  static List<Line> rows(String text, int most) {
    var rows = new ArrayList<Line>();
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    int number = 1;
    int first = 1;
    for (int i = 0; i < text.length() && rows.size() <= most; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        number++;
      }
      if (quoted) {
        boolean end = c == '"' && (i + 1 == text.length() || text.charAt(i + 1) != '"');
        if (end) {
          quoted = false;
        } else {
          cell.append(c);
          i += c == '"' ? 1 : 0;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString());
        cell.setLength(0);
        rows.add(new Line(first, cells));
        cells.clear();
        first = number;
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (rows.size() <= most && (!cell.isEmpty() || !cells.isEmpty())) {
      cells.add(cell.toString());
      rows.add(new Line(first, cells));
    }
    return rows;
  }
}
