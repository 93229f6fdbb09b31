package org.ronghe.platform.search;

import java.util.List;
import java.util.stream.Collectors;

/// A text in parts, those that were searched for marked. There is no markup in it: whoever shows it
/// escapes each part and puts the marks around them.
public record MarkedText(List<Part> parts) {
  /// A piece of the text.
  public record Part(String text, boolean marked) {}

  public MarkedText {
    parts = List.copyOf(parts);
  }

  /// A text without marks.
  public static MarkedText plain(String text) {
    return new MarkedText(text.isEmpty() ? List.of() : List.of(new Part(text, false)));
  }

  /// Whether any part is marked.
  public boolean hasMarks() {
    return parts.stream().anyMatch(Part::marked);
  }

  /// The text without its marks.
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
