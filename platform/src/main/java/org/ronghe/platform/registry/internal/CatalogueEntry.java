package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;

/// A registered achievement as its holders made it public.
///
/// @param lists `people`, `holders` and `rights`, each row by the names of its fields
/// @param keeper who registered it
public record CatalogueEntry(
    long achievement,
    String number,
    Names title,
    Kind kind,
    String summary,
    Map<String, List<Map<String, String>>> lists,
    Keeper keeper,
    LocalDate registeredOn) {

  public CatalogueEntry {
    lists = Map.copyOf(lists);
  }

  /// What kind of achievement it is.
  public record Kind(
      String workClass,
      String industry,
      String level,
      @Nullable Integer trl,
      List<String> keywords) {
    public Kind {
      keywords = List.copyOf(keywords);
    }
  }

  /// The organisation whose people registered it.
  public record Keeper(long organisation, Names names, String district) {}

  /// The rows of a list.
  public List<Map<String, String>> rows(String list) {
    return lists.getOrDefault(list, List.of());
  }
}
