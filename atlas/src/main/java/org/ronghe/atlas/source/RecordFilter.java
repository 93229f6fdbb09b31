package org.ronghe.atlas.source;

import java.util.Set;

/// Which records count. An empty set admits everything.
///
/// @param fromYear first year, inclusive
/// @param toYear last year, inclusive
/// @param types OpenAlex `type` (or `type_crossref`) values admitted
/// @param retracted whether retracted works count
/// @param paratext whether paratext counts
/// @param truncatedAuthors whether records with a truncated author list count
/// @param issns journals admitted, by any of their ISSNs, as `1234-567X`
/// @param fields fields of science admitted, as the source names them
public record RecordFilter(
    int fromYear,
    int toYear,
    Set<String> types,
    boolean retracted,
    boolean paratext,
    boolean truncatedAuthors,
    Set<String> issns,
    Set<String> fields) {

  public RecordFilter {
    if (fromYear > toYear) {
      throw new IllegalArgumentException("from " + fromYear + " to " + toYear);
    }
    types = Set.copyOf(types);
    issns = Set.copyOf(issns);
    fields = Set.copyOf(fields);
  }

  /// Admits everything.
  public static RecordFilter all() {
    return new RecordFilter(0, 9999, Set.of(), true, true, true, Set.of(), Set.of());
  }
}
