package org.ronghe.match.search;

import java.util.List;

/// A piece of a text with what matched in it.
///
/// @param text the piece
/// @param marks what matched, in order and without overlap
public record Passage(String text, List<Mark> marks) {

  public Passage {
    marks = List.copyOf(marks);
  }

  /// A marked stretch.
  ///
  /// @param from first character of it in the passage
  /// @param to one past the last
  public record Mark(int from, int to) {}

  /// The passage with its marks between `open` and `close`.
  public String marked(String open, String close) {
    var marked = new StringBuilder();
    int at = 0;
    for (Mark mark : marks) {
      marked.append(text, at, mark.from()).append(open).append(text, mark.from(), mark.to());
      marked.append(close);
      at = mark.to();
    }
    return marked.append(text, at, text.length()).toString();
  }
}
