package org.ronghe.platform.matching;

/// A need.
///
/// @param title it in a few words; counts most
/// @param text the description with its demands in numbers; may be empty
/// @param industry code; empty if unknown
/// @param most how many answers of each kind, 1 to [#MOST]
/// @param without id of an offer that is not to answer, 0 for none
public record MatchRequest(String title, String text, String industry, int most, long without) {
  /// More than anybody reads.
  public static final int MOST = 50;

  /// Longer texts are cut there: a need is no book.
  public static final int MOST_CHARACTERS = 20_000;

  public MatchRequest {
    title = cut(title.strip());
    text = cut(text.strip());
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("most: " + most);
    }
  }

  /// Whether nothing is asked.
  public boolean isBlank() {
    return title.isEmpty() && text.isEmpty();
  }

  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    return text.substring(0, pair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  }
}
