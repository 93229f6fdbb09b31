package org.ronghe.platform.search;

import java.util.EnumSet;
import java.util.Set;

/// What somebody asks for.
///
/// @param text as typed
/// @param wanted the kinds to give results of; they are counted for all kinds whatever is wanted
///   here. Of several kinds, each gives as many as the limit says, in the order of the kinds
/// @param offset how many results to pass over
/// @param limit how many results at most
/// @param audience tokens of what the asker may find
public record SearchRequest(
    String text, Set<SearchKind> wanted, int offset, int limit, Set<String> audience) {
  /// Longer than any name; what is longer is cut.
  public static final int MOST_CHARACTERS = 200;

  /// Nobody reads further than this.
  public static final int DEEPEST = 10_000;

  public SearchRequest {
    text = text.length() > MOST_CHARACTERS ? cut(text) : text;
    wanted = wanted.isEmpty() ? EnumSet.allOf(SearchKind.class) : EnumSet.copyOf(wanted);
    audience = Set.copyOf(audience);
    if (offset < 0 || limit < 0 || offset + limit > DEEPEST) {
      throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
    }
  }

  private static String cut(String text) {
    int end = MOST_CHARACTERS;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
