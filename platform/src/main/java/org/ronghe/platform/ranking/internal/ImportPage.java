package org.ronghe.platform.ranking.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.web.View;

/// What the page to take in or make rankings shows.
///
/// @param results result folders of the server
/// @param roots folders that files to rank may lie in
/// @param methods ids of methods
/// @param faults what is wrong, by field or file
/// @param entered what was entered, by field
public record ImportPage(
    View view,
    List<String> results,
    List<String> roots,
    List<String> methods,
    Map<String, String> faults,
    Map<String, String> entered) {
  public ImportPage {
    results = List.copyOf(results);
    roots = List.copyOf(roots);
    methods = List.copyOf(methods);
    faults = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    entered = Map.copyOf(entered);
  }

  /// What was entered in a field.
  public String value(String field) {
    return entered.getOrDefault(field, "");
  }

  /// The fields of the form for making a ranking.
  public boolean isField(String name) {
    return List.of("works", "patents", "places", "method", "minWeight").contains(name);
  }

  /// What is wrong in files, or with the folder: not with a field.
  public boolean anyOutsideFields() {
    return faults.keySet().stream().anyMatch(name -> !isField(name));
  }
}
