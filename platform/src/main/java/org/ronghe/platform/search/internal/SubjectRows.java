package org.ronghe.platform.search.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ronghe.platform.search.SearchName;

/// Reads what rows of organisations and people have in common.
final class SubjectRows {
  private SubjectRows() {}

  static void addName(List<SearchName> names, String text, String language, boolean main) {
    if (text != null && !text.isBlank()) {
      names.add(new SearchName(text, language, main));
    }
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
