package org.ronghe.platform.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Works out of records of literature, as lines of a table with the columns of works.
final class Records {
  static final List<String> COLUMNS =
      List.of("kind", "title_zh", "title_en", "year", "doi", "patent_number", "homepage");

  private Records() {}

  static Line header() {
    return new Line(1, COLUMNS);
  }

  /// A line of a record.
  ///
  /// @param title in whatever language
  static Line line(long number, String kind, String title, Map<String, String> other) {
    boolean chinese = title.codePoints().anyMatch(Character::isIdeographic);
    var values = new LinkedHashMap<String, String>(other);
    values.put("kind", kind);
    values.put(chinese ? "title_zh" : "title_en", title);
    var cells = new ArrayList<String>();
    COLUMNS.forEach(column -> cells.add(values.getOrDefault(column, "")));
    return new Line(number, cells);
  }

  /// The first four digits in a row of a text; empty where there are none.
  static String year(String text) {
    var matcher = java.util.regex.Pattern.compile("\\d{4}").matcher(text);
    return matcher.find() ? matcher.group() : "";
  }
}
