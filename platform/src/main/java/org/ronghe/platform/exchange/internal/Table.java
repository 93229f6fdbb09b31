package org.ronghe.platform.exchange.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// Which columns stand where in a file, by the names in its first line: the keys, or the titles in
/// either language.
///
/// @param places of the columns known, by key
/// @param unknown names that are no column's, which are passed over and told
record Table(Map<String, Integer> places, List<String> unknown) {
  Table {
    places = Map.copyOf(places);
    unknown = List.copyOf(unknown);
  }

  /// Reads the first line.
  ///
  /// @throws UnreadableFile if a needed column is missing, or one stands twice
  static Table of(Line header, List<Column> columns) throws UnreadableFile {
    Map<String, String> keys = new HashMap<>();
    for (Column column : columns) {
      keys.put(plain(column.key()), column.key());
      for (Language language : Language.values()) {
        keys.put(plain(Texts.in(language).text(column.titleKey())), column.key());
      }
    }
    var places = new LinkedHashMap<String, Integer>();
    var unknown = new java.util.ArrayList<String>();
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cell(i);
      String key = keys.get(plain(name));
      if (key == null) {
        if (!name.isEmpty()) {
          unknown.add(name);
        }
      } else if (places.putIfAbsent(key, i) != null) {
        throw new UnreadableFile("exchange.unreadable.twice", name);
      }
    }
    for (Column column : columns) {
      if (column.needed() && !places.containsKey(column.key())) {
        throw new UnreadableFile("exchange.unreadable.column", column.key());
      }
    }
    return new Table(places, unknown);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("[*\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /// The text of a line in a column.
  String value(Line line, String column) {
    Integer place = places.get(column);
    return place == null ? "" : line.cell(place);
  }
}
