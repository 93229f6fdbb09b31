package org.ronghe.atlas.source.json;

/// UTF-8 as RFC 3629 has it.
final class Utf8 {
  private Utf8() {}

  /// Skips the sequence of several bytes at `p`; the text must end with an ASCII byte.
  static int sequence(byte[] b, int p) {
    int first = b[p] & 0xFF;
    int second = b[p + 1] & 0xFF;
    if (first < 0xE0) {
      if (first >= 0xC2 && continues(second)) {
        return p + 2;
      }
    } else if (first < 0xF0) {
      int lowest = first == 0xE0 ? 0xA0 : 0x80; // below: overlong
      int highest = first == 0xED ? 0x9F : 0xBF; // above: surrogates
      if (second >= lowest && second <= highest && continues(b[p + 2])) {
        return p + 3;
      }
    } else if (first < 0xF5) {
      int lowest = first == 0xF0 ? 0x90 : 0x80;
      int highest = first == 0xF4 ? 0x8F : 0xBF; // above: beyond U+10FFFF
      if (second >= lowest && second <= highest && continues(b[p + 2]) && continues(b[p + 3])) {
        return p + 4;
      }
    }
    throw new JsonFault(p, true);
  }

  private static boolean continues(int c) {
    return (c & 0xC0) == 0x80;
  }

  /// Writes `codePoint` at `p` and returns the position behind it; surrogates become U+FFFD.
  static int write(int codePoint, byte[] out, int p) {
    int c = codePoint >= 0xD800 && codePoint < 0xE000 ? 0xFFFD : codePoint;
    if (c < 0x80) {
      out[p++] = (byte) c;
    } else if (c < 0x800) {
      out[p++] = (byte) (0xC0 | (c >> 6));
      out[p++] = (byte) (0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      out[p++] = (byte) (0xE0 | (c >> 12));
      out[p++] = (byte) (0x80 | (c >> 6 & 0x3F));
      out[p++] = (byte) (0x80 | (c & 0x3F));
    } else {
      out[p++] = (byte) (0xF0 | (c >> 18));
      out[p++] = (byte) (0x80 | (c >> 12 & 0x3F));
      out[p++] = (byte) (0x80 | (c >> 6 & 0x3F));
      out[p++] = (byte) (0x80 | (c & 0x3F));
    }
    return p;
  }
}
