package org.ronghe.atlas.source.openalex;

import org.ronghe.atlas.source.json.JsonScanner;

/// Where a string of the line stands, between its quotes; reused from line to line.
final class Span {
  int from;
  int to;

  /// Forgets the last line's.
  void clear() {
    from = 0;
    to = 0;
  }

  /// Consumes the value and remembers it if it is a string; another value clears.
  void read(JsonScanner json) {
    if (json.string()) {
      from = json.from();
      to = json.to();
    } else {
      clear();
    }
  }

  boolean empty() {
    return from == to;
  }
}
