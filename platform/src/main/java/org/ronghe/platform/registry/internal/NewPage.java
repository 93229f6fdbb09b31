package org.ronghe.platform.registry.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.web.View;

/// Where a registration begins.
///
/// @param own organisations that the reader registers for, by name
/// @param title as it was typed
/// @param fault empty where nothing is wrong
public record NewPage(
    View view, Map<String, Long> own, String organisation, String title, String fault) {
  public NewPage {
    own = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  /// The names of the reader's organisations.
  public List<String> names() {
    return List.copyOf(own.keySet());
  }

  /// What stands in the field at first.
  public String first() {
    return organisation.isEmpty() && own.size() == 1 ? names().getFirst() : organisation;
  }
}
