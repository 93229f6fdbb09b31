package org.ronghe.platform.directory.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.PointMap;
import org.ronghe.platform.web.View;

/// The directory: what was found, where it is, how it can be narrowed.
///
/// @param facets by field, how many there are of each value, the most frequent first
/// @param base where the operator's map is as GeoJSON; null without one
/// @param saved the reader's searches that lead here
public record DirectoryPage(
    View view,
    Listing<DirectoryEntry> rows,
    Map<String, Map<String, Long>> facets,
    PointMap map,
    @Nullable String base,
    List<SavedSearch> saved) {
  public DirectoryPage {
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    saved = List.copyOf(saved);
  }

  /// A value of a field as it is read.
  public String words(String field, String value) {
    return words(view, field, value);
  }

  static String words(View view, String field, String value) {
    if (value.isEmpty()) {
      return value;
    }
    return switch (field) {
      case "kind" -> view.text("facts.organisation-kind." + value);
      case "level" -> view.text("directory.level." + value);
      default -> value;
    };
  }

  /// Whether the list is narrowed by a value.
  public boolean chosen(String field, String value) {
    return view.parameter(field).equals(value);
  }

  /// Whether a facet's values are shown at once: of kinds, and of what was chosen.
  public boolean unfolded(String field) {
    return field.equals("kind") || !view.parameter(field).isEmpty();
  }

  /// Whether the list was narrowed at all.
  public boolean narrowed() {
    return !view.parameter("q").isEmpty()
        || Directory.FIELDS.stream().anyMatch(field -> !view.parameter(field).isEmpty());
  }
}
