package org.ronghe.platform.search.internal;

import java.util.ArrayList;
import java.util.List;

/// What was typed, cut into what must be found.
///
/// @param parts in the order typed; each must be found somewhere
/// @param whole all of it without spaces
/// @param identifier all of it as an identifier; empty where it cannot be one
record ParsedQuery(List<Part> parts, String whole, String identifier) {
  private static final int MOST_PARTS = 16;
  private static final int SHORTEST_IDENTIFIER = 5;

  /// One thing that must be found.
  sealed interface Part {}

  /// Characters next to each other.
  record Characters(List<String> characters) implements Part {
    Characters {
      characters = List.copyOf(characters);
    }
  }

  /// A word.
  ///
  /// @param unfinished whether it is being typed still
  record Word(String term, boolean unfinished) implements Part {}

  ParsedQuery {
    parts = List.copyOf(parts);
  }

  static ParsedQuery of(String typed, Folding folding) {
    List<Token> tokens = folding.tokens(typed);
    var parts = new ArrayList<Part>();
    var run = new ArrayList<String>();
    int end = -1;
    for (Token token : tokens) {
      if (parts.size() == MOST_PARTS) {
        break;
      }
      if (!run.isEmpty() && (!token.ideographic() || token.start() != end)) {
        parts.add(new Characters(run));
        run.clear();
      }
      if (token.ideographic()) {
        run.add(token.term());
      } else {
        parts.add(new Word(token.term(), token.end() == typed.length()));
      }
      end = token.end();
    }
    if (!run.isEmpty()) {
      parts.add(new Characters(run));
    }
    var whole = new StringBuilder();
    tokens.forEach(token -> whole.append(token.term()));
    String identifier = Words.identifier(typed);
    boolean possible =
        identifier.length() >= SHORTEST_IDENTIFIER
            && identifier.chars().anyMatch(Character::isDigit);
    return new ParsedQuery(parts, whole.toString(), possible ? identifier : "");
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /// All letters in a row, if there is nothing but words: what may be pinyin with spaces.
  String letters() {
    var letters = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Characters _ -> {
          return "";
        }
        case Word word -> letters.append(word.term());
      }
    }
    return letters.toString();
  }

  /// Whether the last word is being typed still.
  boolean unfinished() {
    return !parts.isEmpty() && parts.getLast() instanceof Word word && word.unfinished();
  }
}
