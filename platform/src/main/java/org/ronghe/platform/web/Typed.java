package org.ronghe.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a reader typed into a short form that could not be taken, for the page that shows the form
/// again: nothing typed is lost, and each field says what is wrong with it.
///
/// @param form the form's name on that page
/// @param values by the field's name
/// @param faults by the field's name, said in the reader's language
public record Typed(String form, Map<String, String> values, Map<String, String> faults) {
  /// Nothing was typed.
  public static final Typed NOTHING = new Typed("", Map.of(), Map.of());

  public Typed {
    values = Map.copyOf(values);
    faults = Map.copyOf(faults);
  }

  /// What was typed into a field.
  ///
  /// @param usual what stands there if the form was not sent
  public String value(String name, String field, String usual) {
    return form.equals(name) ? values.getOrDefault(field, usual) : usual;
  }

  /// The same for a field that is empty at first.
  public String value(String name, String field) {
    return value(name, field, "");
  }

  /// What is wrong with a field; null if nothing is.
  public @Nullable String fault(String name, String field) {
    return form.equals(name) ? faults.get(field) : null;
  }
}
