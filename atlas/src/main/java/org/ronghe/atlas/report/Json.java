package org.ronghe.atlas.report;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes small results as JSON (RFC 8259): maps, lists, texts, numbers, booleans and null.
public final class Json {
  private Json() {}

  /// `value` on one line. Numbers that JSON cannot say (NaN, infinities) become null.
  public static String of(@Nullable Object value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  /// `value` with the entries of maps and the items of lists of maps on lines of their own.
  public static String indented(@Nullable Object value) {
    var text = new StringBuilder();
    indented(value, "", text);
    return text.toString();
  }

  private static void indented(@Nullable Object value, String margin, StringBuilder text) {
    var inner = margin + "  ";
    String before = "\n" + inner;
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(before);
        quote(String.valueOf(entry.getKey()), text);
        text.append(": ");
        indented(entry.getValue(), inner, text);
        before = ",\n" + inner;
      }
      text.append('\n').append(margin).append('}');
    } else if (value instanceof Iterable<?> list && list.iterator().hasNext()) {
      text.append('[');
      for (var item : list) {
        text.append(before);
        write(item, text);
        before = ",\n" + inner;
      }
      text.append('\n').append(margin).append(']');
    } else {
      write(value, text);
    }
  }

  private static void write(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append("null");
      case Map<?, ?> map -> {
        text.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          text.append(comma);
          quote(String.valueOf(entry.getKey()), text);
          text.append(':');
          write(entry.getValue(), text);
          comma = ",";
        }
        text.append('}');
      }
      case Iterable<?> list -> {
        text.append('[');
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
          write(i.next(), text);
          text.append(i.hasNext() ? "," : "");
        }
        text.append(']');
      }
      case Double number when !Double.isFinite(number) -> text.append("null");
      case Number number -> text.append(number);
      case Boolean bool -> text.append(bool);
      default -> quote(value.toString(), text);
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20) {
            text.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
