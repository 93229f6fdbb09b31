package org.ronghe.rules.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A YAML or JSON document whose every part knows its line.
public sealed interface Tree {
  Place place();

  /// Keys and values in the order of the file.
  record Mapping(Place place, Map<String, Entry> entries) implements Tree {
    public Mapping {
      entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public Optional<Tree> find(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
  }

  /// One key's place and its value.
  record Entry(Place place, Tree value) {}

  /// A list.
  record Items(Place place, List<Tree> items) implements Tree {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// A text, number, truth value or nothing.
  ///
  /// @param text as written
  /// @param kind what an unquoted word means
  record Scalar(Place place, String text, Kind kind) implements Tree {
    public boolean isNull() {
      return kind == Kind.NULL;
    }
  }

  /// What a scalar is.
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }
}
