package org.ronghe.rules.fast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts as small numbers.
final class CodeTable {
  /// The number of the empty text: no code.
  static final int NONE = 0;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  CodeTable() {
    number("");
  }

  synchronized int number(String text) {
    var known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  synchronized String text(int number) {
    return texts.get(number);
  }

  synchronized int size() {
    return texts.size();
  }
}
