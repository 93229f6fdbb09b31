package org.ronghe.atlas.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// JSON (RFC 8259) that is harmless inside a `script` element: `<`, `>` and `&` are escaped, so no
/// name can close the element or open a comment.
final class JsonText {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  /// @param tree maps with string keys, lists, strings, numbers and booleans; NaN becomes null
  static String of(Object tree) {
    var json = new JsonText();
    json.value(tree);
    return json.text.toString();
  }

  /// Six significant digits: more than any reader is shown, and half the bytes.
  static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(SIX_DIGITS).doubleValue() : value;
  }

  private void value(Object value) {
    switch (value) {
      case Map<?, ?> map -> object(map);
      case List<?> list -> array(list);
      case String string -> string(string);
      case Boolean truth -> text.append(truth.booleanValue());
      case Integer whole -> text.append(whole.intValue());
      case Long whole -> text.append(whole.longValue());
      case Double number -> number(number);
      default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    }
  }

  private void number(double number) {
    if (!Double.isFinite(number)) {
      text.append("null");
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      text.append((long) number);
    } else {
      text.append(number);
    }
  }

  private void object(Map<?, ?> map) {
    char before = '{';
    for (var entry : map.entrySet()) {
      text.append(before);
      string(String.valueOf(entry.getKey()));
      text.append(':');
      value(entry.getValue());
      before = ',';
    }
    text.append(map.isEmpty() ? "{}" : "}");
  }

  private void array(List<?> list) {
    text.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      value(list.get(i));
    }
    text.append(']');
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        default -> {
          if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
