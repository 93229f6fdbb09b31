package org.ronghe.platform.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The form as somebody filled it in: texts by the names of its fields, right or not. Empty fields
/// are left out; rows of a list are numbered from 0 without a gap (`holder.0.name`).
public record FilledForm(Map<String, String> values) {
  /// An empty form.
  public static final FilledForm EMPTY = new FilledForm(Map.of());

  public FilledForm {
    values = Map.copyOf(values);
  }

  /// The text of a field; empty where there is none.
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /// How many rows a list has.
  public int rows(String list) {
    String start = list + ".";
    int rows = 0;
    for (String field : values.keySet()) {
      if (field.startsWith(start)) {
        rows = Math.max(rows, rowOf(field, start.length()) + 1);
      }
    }
    return rows;
  }

  private static int rowOf(String field, int from) {
    int end = field.indexOf('.', from);
    return end < 0 ? -1 : Integer.parseInt(field, from, end, 10);
  }

  /// The same form with one field changed.
  public FilledForm with(String field, String value) {
    var changed = new LinkedHashMap<>(values);
    if (value.isBlank()) {
      changed.remove(field);
    } else {
      changed.put(field, value.strip());
    }
    return new FilledForm(changed);
  }

  /// The fields in which two forms differ, in order.
  public Collection<String> differences(FilledForm other) {
    var fields = new TreeSet<>(values.keySet());
    fields.addAll(other.values.keySet());
    fields.removeIf(field -> value(field).equals(other.value(field)));
    return fields;
  }

  /// The fields by name, in order.
  public Map<String, String> sorted() {
    return new TreeMap<>(values);
  }
}
