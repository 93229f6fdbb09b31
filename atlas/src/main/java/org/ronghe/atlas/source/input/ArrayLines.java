package org.ronghe.atlas.source.input;

/// Turns one big JSON array into one element a line, in place and byte for byte, as the text
/// streams by: the brackets of the array and the line breaks within elements become spaces, the
/// commas between elements line breaks. So a dump of any size is read like a file of lines, and the
/// number of a line is that of the element.
///
/// Where the array itself is wrong (an empty element, text behind its end) a byte is left or put
/// that is no JSON, so that whoever reads the line finds it.
final class ArrayLines {
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean empty = true;
  private boolean afterComma;
  private boolean closed;

  /// True when the array has been closed.
  boolean closed() {
    return closed;
  }

  /// Turns the next bytes, `b[from, to)`.
  void turn(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (inString) {
        if (escaped) {
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '\n') {
        b[i] = ' ';
      } else if (c != ' ' && c != '\t' && c != '\r') {
        b[i] = mark(c);
      }
    }
  }

  private byte mark(byte c) {
    if (closed) {
      if (empty) {
        empty = false;
        return ']';
      }
      return c;
    }
    if (depth == 0) {
      depth = 1; // the array's own bracket
      return ' ';
    }
    switch (c) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}' -> depth = Math.max(1, depth - 1);
      case ']' -> {
        if (depth == 1) {
          return close();
        }
        depth--;
      }
      case ',' -> {
        if (depth == 1) {
          boolean lone = empty;
          empty = true;
          afterComma = true;
          return lone ? (byte) ',' : (byte) '\n';
        }
      }
      default -> {}
    }
    empty = false;
    return c;
  }

  private byte close() {
    closed = true;
    boolean wrong = empty && afterComma;
    empty = true;
    return wrong ? (byte) ']' : (byte) '\n';
  }
}
