package org.ronghe.atlas.source.json;

import java.nio.charset.StandardCharsets;

/// The content of a JSON string: its bytes with the escapes resolved. Reused, so that reading makes
/// no garbage.
///
/// A four-digit escape of half a surrogate pair, which RFC 8259 §8.2 leaves open, becomes U+FFFD.
public final class JsonText {
  private byte[] buffer = new byte[256];
  private byte[] bytes = buffer;
  private int from;
  private int to;

  /// Takes the raw content `b[from, to)` of a string that the scanner accepted.
  public void set(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '\\') {
        unescape(b, from, i, to);
        return;
      }
    }
    bytes = b;
    this.from = from;
    this.to = to;
  }

  /// The array that holds the content.
  public byte[] bytes() {
    return bytes;
  }

  /// Where the content starts in [#bytes].
  public int from() {
    return from;
  }

  /// Where the content ends in [#bytes].
  public int to() {
    return to;
  }

  /// True if there is nothing but white space.
  public boolean blank() {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0 || bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private void unescape(byte[] b, int start, int firstEscape, int end) {
    if (buffer.length < end - start) {
      buffer = new byte[Math.max(end - start, buffer.length * 2)];
    }
    int out = firstEscape - start;
    System.arraycopy(b, start, buffer, 0, out);
    int i = firstEscape;
    while (i < end) {
      byte c = b[i++];
      if (c != '\\') {
        buffer[out++] = c;
        continue;
      }
      c = b[i++];
      switch (c) {
        case 'b' -> buffer[out++] = '\b';
        case 'f' -> buffer[out++] = '\f';
        case 'n' -> buffer[out++] = '\n';
        case 'r' -> buffer[out++] = '\r';
        case 't' -> buffer[out++] = '\t';
        case 'u' -> {
          int unit = unit(b, i);
          i += 4;
          boolean pair =
              Character.isHighSurrogate((char) unit)
                  && i + 6 <= end
                  && b[i] == '\\'
                  && b[i + 1] == 'u'
                  && Character.isLowSurrogate((char) unit(b, i + 2));
          if (pair) {
            unit = Character.toCodePoint((char) unit, (char) unit(b, i + 2));
            i += 6;
          }
          out = Utf8.write(unit, buffer, out);
        }
        default -> buffer[out++] = c;
      }
    }
    bytes = buffer;
    from = 0;
    to = out;
  }

  private static int unit(byte[] b, int p) {
    return JsonSyntax.hex(b[p]) << 12
        | JsonSyntax.hex(b[p + 1]) << 8
        | JsonSyntax.hex(b[p + 2]) << 4
        | JsonSyntax.hex(b[p + 3]);
  }
}
