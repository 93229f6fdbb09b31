package org.ronghe.platform.facts.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands in a form, and what is wrong with it.
///
/// @param values by the names of the controls
/// @param faults ready to be read, by the names of the controls
public record Input(Map<String, String> values, Map<String, String> faults) {
  /// The control that a fault stands at if it is with the whole.
  public static final String WHOLE = "whole";

  public Input {
    values = Map.copyOf(values);
    faults = Map.copyOf(faults);
  }

  static Input empty() {
    return new Input(Map.of(), Map.of());
  }

  static Input of(Map<String, String> values) {
    return new Input(values, Map.of());
  }

  /// What stands in a control; empty where nothing does.
  public String value(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /// What is wrong with a control; null where nothing is.
  public @Nullable String fault(String name) {
    return faults.get(name);
  }

  /// Whether a control holds that value; the usual one where nothing was chosen yet.
  public boolean holds(String name, String value, String usual) {
    return values.containsKey(name) ? value(name).equals(value) : value.equals(usual);
  }

  Input with(String name, String value) {
    var changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Input(changed, faults);
  }

  Input withFault(String name, String fault) {
    var changed = new LinkedHashMap<>(faults);
    changed.put(name, fault);
    return new Input(values, changed);
  }

  Input withFaults(Map<String, String> more) {
    var changed = new LinkedHashMap<>(faults);
    changed.putAll(more);
    return new Input(values, changed);
  }
}
