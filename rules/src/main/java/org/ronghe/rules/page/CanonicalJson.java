package org.ronghe.rules.page;

import java.util.List;
import java.util.Map;

/// Writes JSON (RFC 8259) the same way for ever: keys in the order given, two spaces a level,
/// numbers as decimals.
final class CanonicalJson {
  private final StringBuilder text = new StringBuilder();

  private CanonicalJson() {}

  /// The text of a value.
  ///
  /// @param value maps, lists, texts, numbers already in decimal form, truth values
  static String of(Object value) {
    var json = new CanonicalJson();
    json.write(value, "\n");
    return json.text.append('\n').toString();
  }

  /// A number that is written as it stands.
  record Decimal(String plain) {}

  private void write(Object value, String margin) {
    switch (value) {
      case Map<?, ?> map -> object(map, margin);
      case List<?> list -> array(list, margin);
      case Decimal number -> text.append(number.plain());
      case Boolean truth -> text.append(truth);
      case Integer number -> text.append(number);
      default -> quoted(String.valueOf(value));
    }
  }

  private void object(Map<?, ?> map, String margin) {
    var inner = margin + "  ";
    text.append('{');
    var comma = "";
    for (var entry : map.entrySet()) {
      text.append(comma).append(inner);
      quoted(String.valueOf(entry.getKey()));
      text.append(": ");
      write(entry.getValue(), inner);
      comma = ",";
    }
    text.append(map.isEmpty() ? "" : margin).append('}');
  }

  private void array(List<?> list, String margin) {
    var inner = margin + "  ";
    text.append('[');
    var comma = "";
    for (var item : list) {
      text.append(comma).append(inner);
      write(item, inner);
      comma = ",";
    }
    text.append(list.isEmpty() ? "" : margin).append(']');
  }

  private void quoted(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
