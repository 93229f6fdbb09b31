package org.ronghe.platform.digital.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.text.Texts;

/// What is wrong with fields, said in the reader's language.
final class Faults {
  private Faults() {}

  static Map<String, String> said(Map<String, String> keys, Texts texts) {
    var said = new LinkedHashMap<String, String>();
    keys.forEach((field, key) -> said.put(field, texts.has(key) ? texts.text(key) : key));
    return said;
  }

  /// A number that a form or script sent; 0 where it is none.
  static long edit(Map<String, String> sent) {
    String edit = sent.getOrDefault("version", "");
    return edit.matches("\\d{1,18}") ? Long.parseLong(edit) : 0;
  }
}
