package org.ronghe.atlas.source.table;

import java.util.List;

/// One column a reader asks for: its name here, and the headings that mean it without being told.
///
/// @param name the name in options and messages, lower case
/// @param required whether reading cannot do without
/// @param synonyms other headings, lower case, the likelier first
public record ColumnTarget(String name, boolean required, List<String> synonyms) {
  public ColumnTarget {
    synonyms = List.copyOf(synonyms);
  }

  /// A column that must be there.
  public static ColumnTarget required(String name, String... synonyms) {
    return new ColumnTarget(name, true, List.of(synonyms));
  }

  /// A column that may be there.
  public static ColumnTarget optional(String name, String... synonyms) {
    return new ColumnTarget(name, false, List.of(synonyms));
  }
}
