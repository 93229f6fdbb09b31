package org.ronghe.platform.registry.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.PointMap;
import org.ronghe.platform.web.View;

/// The catalogue: what was found, and how it can be narrowed.
///
/// @param facets by field, how many there are of each value, the most frequent first
/// @param map where those found are
/// @param base where the operator's map is as GeoJSON; null without one
public record CataloguePage(
    View view,
    Listing<CatalogueEntry> rows,
    Map<String, Map<String, Long>> facets,
    PointMap map,
    @Nullable String base) {
  public CataloguePage {
    facets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }

  /// The fields one narrows by, in order.
  public static List<String> fields() {
    return List.of("class", "trl", "year", "district", "organisation", "industry");
  }

  /// A value of a facet as it is read.
  public String words(String facet, String value) {
    return switch (facet) {
      case "class" -> view.text("registry.work-class." + value);
      case "trl" -> view.text("registry.trl", value);
      case "industry" -> FormWords.industry(value, view.texts());
      default -> value;
    };
  }

  /// The orders to choose from, the usual one first, as the address has them.
  public List<String> orders() {
    return view.parameter("q").isEmpty()
        ? List.of("", "title")
        : List.of("", "registered:desc", "title");
  }

  /// What an order is called in keys of texts.
  public String orderName(String order) {
    boolean searched = !view.parameter("q").isEmpty();
    return order.isEmpty()
        ? (searched ? "best" : "newest")
        : order.equals("title") ? "title" : "newest";
  }

  /// Whether the list is narrowed by a value.
  public boolean chosen(String facet, String value) {
    return view.parameter(facet).equals(value);
  }

  /// Whether a facet's values are shown at once: of the short ones, and of what was chosen.
  public boolean unfolded(String facet) {
    return facet.equals("class") || facet.equals("trl") || !view.parameter(facet).isEmpty();
  }

  /// Whether the list was narrowed at all.
  public boolean narrowed() {
    return !view.parameter("q").isEmpty()
        || fields().stream().anyMatch(field -> !view.parameter(field).isEmpty());
  }
}
