package org.ronghe.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader asks of a list, in the query of its address. Taken as a parameter by methods that
/// serve lists.
///
/// @param search `q`: words to look for; may be empty
/// @param filter `filter`, see [Filters]; may be empty
/// @param sort `sort`, see [Sorting]; may be empty
/// @param cursor `cursor`: the place to go on from; null at the beginning
/// @param perPage `per_page`: 1 to 200
public record ListQuery(
    String search, String filter, String sort, @Nullable String cursor, int perPage) {
  /// At most so many rows come at once.
  public static final int MOST = 200;

  /// So many rows come where the reader does not say.
  public static final int USUAL = 50;

  /// From the beginning, in the usual order.
  public static ListQuery all() {
    return new ListQuery("", "", "", null, USUAL);
  }

  /// The same, narrowed by those of some fields that the address names: pages offer these as
  /// choices. Whoever reads a list on screen is told what it does not know, see [Narrowed].
  public ListQuery narrowedBy(View view, List<String> fields) {
    var filters = new ArrayList<String>();
    if (!filter.isBlank()) {
      filters.add(filter);
    }
    for (String field : fields) {
      String value = view.parameter(field).strip();
      if (!value.isEmpty()) {
        filters.add(field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
      }
    }
    return new ListQuery(search, String.join(",", filters), sort, cursor, perPage);
  }

  /// The same with so many rows.
  public ListQuery withPerPage(int rows) {
    return new ListQuery(search, filter, sort, cursor, rows);
  }
}
