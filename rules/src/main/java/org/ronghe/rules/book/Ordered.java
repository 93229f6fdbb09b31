package org.ronghe.rules.book;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Maps that keep the order of the file.
final class Ordered {
  private Ordered() {}

  static <K, V> Map<K, V> copy(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
