package org.ronghe.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list, as every list of the API is answered.
///
/// @param meta about the whole list
/// @param results this part
public record Listing<T>(Meta meta, List<T> results) {
  public Listing {
    results = List.copyOf(results);
  }

  /// About the whole list.
  ///
  /// @param count how many there are in all; null where counting would cost too much
  /// @param perPage at most so many come at once
  /// @param nextCursor what to ask for the next part with; null at the end
  public record Meta(@Nullable Long count, int perPage, @Nullable String nextCursor) {}

  /// One part of a list out of one row more than fits, which tells that there is a next part.
  ///
  /// @param cursorOf the place in the list of the last row shown
  public static <T> Listing<T> of(
      List<T> oneMore,
      int perPage,
      @Nullable Long count,
      java.util.function.Function<T, Cursor> cursorOf) {
    boolean more = oneMore.size() > perPage;
    List<T> shown = more ? oneMore.subList(0, perPage) : oneMore;
    String next = more ? cursorOf.apply(shown.getLast()).text() : null;
    return new Listing<>(new Meta(count, perPage, next), shown);
  }
}
