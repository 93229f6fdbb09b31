package org.ronghe.atlas.source.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Skips JSON values (RFC 8259) while checking every byte of them: structure, escapes, control
/// characters, numbers, literals, UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
/// U+10FFFF). Nesting may be of any depth; it costs one bit a level.
///
/// The text must end with a line break, followed by at least [#PADDING] bytes of any content. A
/// line break is never white space here, since one line is one text; so no method runs past it, and
/// none needs to compare positions with an end. Strings are read eight bytes at a time.
///
/// All methods take the position of the value's first byte and return the one after its last, or
/// throw [JsonFault]. An instance serves one thread.
final class JsonSyntax {
  /// Bytes that must be readable behind the line break that ends the text.
  static final int PADDING = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long BACKSLASH = '\\' * ONES;
  // XOR with 2 moves the quote (0x22) to 0x20 and keeps the control characters below 0x20, so that
  // one subtraction of 0x21 finds both.
  private static final long TWO = 2 * ONES;
  private static final long QUOTE_OR_CONTROL = 0x21 * ONES;

  private static final int TRUE = 0x65757274;
  private static final int NULL = 0x6C6C756E;
  private static final int ALSE = 0x65736C61;

  /// Where the last escape was seen; tells whether a string just skipped holds one.
  private int lastEscape = -1;

  private long[] outerLevels = new long[4];

  /// True if an escape was seen at or after `from`.
  boolean escapedSince(int from) {
    return lastEscape >= from;
  }

  /// Forgets escapes; call when another text is put under the same positions.
  void reset() {
    lastEscape = -1;
  }

  /// Skips the string whose opening quote stands before `p`.
  int string(byte[] b, int p) {
    while (true) {
      long x = (long) LONG.get(b, p);
      // A byte's high bit is set where something needs a look. Borrows run upwards only, so the
      // lowest such bit is always right.
      long look = (((x ^ TWO) - QUOTE_OR_CONTROL) | ((x ^ BACKSLASH) - ONES) | x) & HIGH;
      if (look == 0) {
        p += 8;
        continue;
      }
      p += Long.numberOfTrailingZeros(look) >>> 3;
      if (b[p] == '"') {
        return p + 1;
      }
      p = special(b, p);
    }
  }

  private int special(byte[] b, int p) {
    byte c = b[p];
    if (c == '\\') {
      lastEscape = p;
      return escape(b, p);
    }
    if (c >= 0) {
      throw new JsonFault(p, false);
    }
    do {
      p = Utf8.sequence(b, p);
    } while (b[p] < 0);
    return p;
  }

  private static int escape(byte[] b, int p) {
    return switch (b[p + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> p + 2;
      case 'u' -> {
        for (int i = p + 2; i < p + 6; i++) {
          if (hex(b[i]) < 0) {
            throw new JsonFault(i, false);
          }
        }
        yield p + 6;
      }
      default -> throw new JsonFault(p + 1, false);
    };
  }

  /// The value of a hexadecimal digit, or -1.
  static int hex(byte c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = (c | 0x20) - 'a';
    return letter >= 0 && letter < 6 ? letter + 10 : -1;
  }

  /// Skips white space other than line breaks.
  static int space(byte[] b, int p) {
    byte c = b[p];
    while (c == ' ' || c == '\t' || c == '\r') {
      c = b[++p];
    }
    return p;
  }

  /// Skips any value.
  int value(byte[] b, int p) {
    return switch (b[p]) {
      case '"' -> string(b, p + 1);
      case '{', '[' -> container(b, p);
      default -> scalar(b, p);
    };
  }

  private static int scalar(byte[] b, int p) {
    switch (b[p]) {
      case 't' -> {
        if ((int) INT.get(b, p) == TRUE) {
          return p + 4;
        }
      }
      case 'n' -> {
        if ((int) INT.get(b, p) == NULL) {
          return p + 4;
        }
      }
      case 'f' -> {
        if ((int) INT.get(b, p + 1) == ALSE) {
          return p + 5;
        }
      }
      default -> {
        return number(b, p);
      }
    }
    throw new JsonFault(p, false);
  }

  /// Skips a number.
  static int number(byte[] b, int p) {
    byte c = b[p];
    if (c == '-') {
      c = b[++p];
    }
    if (c == '0') {
      p++;
    } else {
      p = digits(b, p);
    }
    return fractionAndExponent(b, p);
  }

  /// Skips what may stand behind the digits before the point.
  private static int fractionAndExponent(byte[] b, int p) {
    byte c = b[p];
    if (c == '.') {
      p = digits(b, p + 1);
      c = b[p];
    }
    if ((c | 0x20) == 'e') {
      c = b[++p];
      p = digits(b, c == '+' || c == '-' ? p + 1 : p);
    }
    return p;
  }

  private static int digits(byte[] b, int p) {
    int from = p;
    while (b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    if (p == from) {
      throw new JsonFault(p, false);
    }
    return p;
  }

  /// Skips an object or an array.
  private int container(byte[] b, int p) {
    long objects = 0; // one bit a level, the innermost lowest: 1 for an object
    int depth = 0;
    while (true) {
      // Here p is at a value.
      byte c = b[p];
      if (c == '"') {
        p = string(b, p + 1);
      } else if (c == '{' || c == '[') {
        if ((depth & 63) == 63) {
          keep(objects, depth);
        }
        depth++;
        objects = objects << 1 | (c == '{' ? 1 : 0);
        p = after(b, p);
        if (b[p] != c + 2) { // the closing bracket, in ASCII two further on
          if (c == '{') {
            p = key(b, p);
          }
          continue;
        }
        // Empty: the loop below closes it.
      } else if (c > '0' && c <= '9') { // most numbers are short and whole
        do {
          c = b[++p];
        } while (c >= '0' && c <= '9');
        if (c == '.' || (c | 0x20) == 'e') {
          p = fractionAndExponent(b, p);
        }
      } else {
        p = scalar(b, p);
      }
      // Here p is behind a value, or at the bracket that closes an empty container.
      while (true) {
        c = b[p];
        if (c <= ' ') {
          p = space(b, p);
          c = b[p];
        }
        boolean object = (objects & 1) != 0;
        if (c == ',') {
          p = after(b, p);
          if (object) {
            p = key(b, p);
          }
          break;
        }
        if (c != (object ? '}' : ']')) {
          throw new JsonFault(p, false);
        }
        p++;
        depth--;
        if (depth == 0) {
          return p;
        }
        objects = (depth & 63) == 63 ? outerLevels[depth >> 6] : objects >>> 1;
      }
    }
  }

  private void keep(long objects, int depth) {
    int slot = depth >> 6;
    if (slot == outerLevels.length) {
      outerLevels = Arrays.copyOf(outerLevels, slot * 2);
    }
    outerLevels[slot] = objects;
  }

  /// The first byte that is not white space behind the byte at `p`.
  static int after(byte[] b, int p) {
    byte c = b[++p];
    if (c <= ' ') {
      // Most writers put no space or just one.
      if (c == ' ' && b[p + 1] > ' ') {
        return p + 1;
      }
      return space(b, p);
    }
    return p;
  }

  /// Skips a member's name and its colon, up to its value.
  private int key(byte[] b, int p) {
    if (b[p] != '"') {
      throw new JsonFault(p, false);
    }
    p = string(b, p + 1);
    if (b[p] != ':') {
      p = space(b, p);
      if (b[p] != ':') {
        throw new JsonFault(p, false);
      }
    }
    return after(b, p);
  }
}
