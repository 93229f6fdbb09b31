package org.ronghe.match.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;

/// CSV (RFC 4180) and TSV, with a head or without.
final class Tables {
  private Tables() {}

  /// With a head that has an id column, columns keep their names. Without one, the first column is
  /// the id, the second the title, all others the text.
  static List<TextRecord> read(Path file, String text, List<String> idNames) {
    String firstLine = text.lines().findFirst().orElse("");
    boolean tabs = firstLine.indexOf('\t') >= 0;
    List<List<String>> rows = tabs ? tabRows(text) : commaRows(text);
    var records = new ArrayList<TextRecord>();
    if (rows.isEmpty()) {
      return records;
    }
    List<String> head =
        rows.getFirst().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    boolean headed = head.stream().anyMatch(idNames::contains);
    for (int row = headed ? 1 : 0; row < rows.size(); row++) {
      List<String> cells = rows.get(row);
      if (cells.size() == 1 && cells.getFirst().isBlank()) {
        continue;
      }
      if (cells.size() < 2) {
        throw new MatchProblem(
            MatchCode.DOCUMENTS_UNREADABLE, file, row + 1, "1 column: " + cells.getFirst());
      }
      records.add(headed ? named(head, cells, records.size() + 1) : plain(cells));
    }
    return records;
  }

  private static TextRecord named(List<String> head, List<String> cells, int number) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int column = 0; column < Math.min(head.size(), cells.size()); column++) {
      values.put(head.get(column), cells.get(column));
    }
    return new TextRecord(RecordFile.id(values, number), values);
  }

  private static TextRecord plain(List<String> cells) {
    return new TextRecord(
        cells.getFirst().strip(),
        Map.of("title", cells.get(1), "text", String.join(" ", cells.subList(2, cells.size()))));
  }

  private static List<List<String>> tabRows(String text) {
    return text.lines().map(line -> List.of(line.split("\t", -1))).toList();
  }

  static List<List<String>> commaRows(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString());
      rows.add(List.copyOf(row));
    }
    return rows;
  }
}
