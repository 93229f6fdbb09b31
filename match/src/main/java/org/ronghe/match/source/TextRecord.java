package org.ronghe.match.source;

import java.util.LinkedHashMap;
import java.util.Map;

/// One record of a file: an id and named values, all as text.
///
/// @param id as the file gives it
/// @param values name in lower case → value
public record TextRecord(String id, Map<String, String> values) {

  public TextRecord {
    values = Map.copyOf(new LinkedHashMap<>(values));
  }

  /// The first of these names that has a value, else empty.
  public String first(String... names) {
    for (String name : names) {
      String value = values.getOrDefault(name, "");
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }
}
