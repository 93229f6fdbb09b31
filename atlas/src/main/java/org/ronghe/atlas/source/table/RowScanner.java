package org.ronghe.atlas.source.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;

/// Splits delimited text into rows and fields as RFC 4180 says, eight bytes at a time, in one
/// reused buffer.
///
/// A quote opens a quoted field only as the field's first byte. Rows end in LF or CRLF; the last
/// need not end at all. A row that cannot be split (an unclosed quote, text behind a closing quote,
/// a row beyond [#LONGEST_ROW]) is given up at its first line end, so that one stray quote costs
/// one row and not the rest of the file.
final class RowScanner {
  /// What [#next] found.
  enum Found {
    ROW,
    MALFORMED,
    END
  }

  /// The longest row, in bytes.
  static final int LONGEST_ROW = 16 << 20;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = ONES * '\n';
  private static final long QUOTES = ONES * '"';

  /// Read past the last byte in whole words.
  private static final int SLACK = 8;

  private final InputStream in;
  private byte delimiter = ',';
  private byte[] buffer = new byte[(1 << 20) + SLACK];
  private int position;
  private int limit;
  private boolean ended;
  private boolean begun;
  private boolean truncated;

  private int fields;
  private int[] start = new int[64];
  private int[] end = new int[64];
  private boolean[] escaped = new boolean[64];
  private boolean anyEscaped;
  private int rowStart;
  private long line;
  private long nextLine = 1;
  private int linesInRow;

  RowScanner(InputStream in) {
    this.in = in;
  }

  /// Fills the buffer for the first time and passes over a byte order mark.
  void begin() throws IOException {
    while (!ended && limit < 1 << 16) {
      fill();
    }
    boolean mark =
        limit >= 3
            && buffer[0] == (byte) 0xEF
            && buffer[1] == (byte) 0xBB
            && buffer[2] == (byte) 0xBF;
    position = mark ? 3 : 0;
  }

  void delimiter(byte byDelimiter) {
    delimiter = byDelimiter;
  }

  /// The first bytes of the input, at most 64 KiB, without a byte order mark.
  byte[] head() {
    return Arrays.copyOfRange(buffer, position, Math.min(limit, 1 << 16));
  }

  Found next() throws IOException {
    line = nextLine;
    while (true) {
      int outcome = scan();
      if (outcome >= 0) {
        rowStart = position;
        position = outcome;
        nextLine = line + linesInRow;
        if (anyEscaped) {
          unescape();
        }
        return Found.ROW;
      }
      if (outcome == NOTHING) {
        return Found.END;
      }
      boolean hopeless = outcome == BROKEN || limit - position > LONGEST_ROW;
      if (hopeless) {
        giveUp();
        return Found.MALFORMED;
      }
      fill();
    }
  }

  /// The line the row starts in, from 1.
  long line() {
    return line;
  }

  int fields() {
    return fields;
  }

  byte[] bytes() {
    return buffer;
  }

  int start(int field) {
    return start[field];
  }

  int end(int field) {
    return end[field];
  }

  /// True once the input has ended before its time.
  boolean truncated() {
    return truncated;
  }

  /// True for a row that is an empty line.
  boolean blank() {
    return fields == 1 && start[0] == end[0];
  }

  /// The first bytes of the row as it stands, decoded leniently, for a reject.
  String excerpt() {
    int to = rowStart;
    while (to < limit && to - rowStart < 200 && buffer[to] != '\n' && buffer[to] != '\r') {
      to++;
    }
    return new String(buffer, rowStart, to - rowStart, StandardCharsets.UTF_8);
  }

  private static final int MORE = -1;
  private static final int BROKEN = -2;
  private static final int NOTHING = -3;

  /// Splits the row at `position`; returns where the next one starts, or a negative outcome.
  private int scan() {
    byte[] b = buffer;
    int p = position;
    int n = 0;
    linesInRow = 1;
    anyEscaped = false;
    if (p >= limit) {
      return ended ? NOTHING : MORE;
    }
    long delimiters = ONES * delimiter;
    while (true) {
      if (n == start.length) {
        growFields();
      }
      if (p < limit && b[p] == '"') {
        int q = closingQuote(p + 1, n);
        if (q < 0) {
          return q;
        }
        start[n] = p + 1;
        end[n++] = q;
        p = q + 1;
        if (p >= limit) {
          fields = n;
          return limit;
        }
        if (b[p] == delimiter) {
          p++;
          continue;
        }
        fields = n;
        if (b[p] == '\n') {
          return p + 1;
        }
        if (b[p] != '\r') {
          return BROKEN;
        }
        if (p + 1 >= limit) {
          return ended ? limit : MORE;
        }
        return b[p + 1] == '\n' ? p + 2 : BROKEN;
      }
      // All fields that end within one word are taken from it before the next is loaded.
      boolean quoted = false;
      for (int q = p; q < limit && !quoted; q += 8) {
        long hits = hits((long) LONG.get(b, q), delimiters, NEWLINES);
        while (hits != 0) {
          int at = q + (Long.numberOfTrailingZeros(hits) >>> 3);
          if (at >= limit) {
            break;
          }
          if (n == start.length) {
            growFields();
          }
          start[n] = p;
          escaped[n] = false;
          p = at + 1;
          if (b[at] == '\n') {
            end[n] = at > start[n] && b[at - 1] == '\r' ? at - 1 : at;
            fields = n + 1;
            return p;
          }
          end[n++] = at;
          if (b[p] == '"') {
            quoted = true;
            break;
          }
          hits &= hits - 1;
        }
      }
      if (quoted && p < limit) {
        continue;
      }
      if (!ended) {
        return MORE;
      }
      if (n == start.length) {
        growFields();
      }
      start[n] = p;
      escaped[n] = false;
      end[n++] = limit > p && b[limit - 1] == '\r' ? limit - 1 : limit;
      fields = n;
      return limit;
    }
  }

  /// The high bit of every byte of `word` that is the byte repeated in `one` or in `other`; exact,
  /// without a carry from byte to byte.
  private static long hits(long word, long one, long other) {
    long x = word ^ one;
    long y = word ^ other;
    return ~((((x & ~HIGHS) + ~HIGHS) | x) & (((y & ~HIGHS) + ~HIGHS) | y)) & HIGHS;
  }

  /// Where the quote that closes the quoted field `n` stands, or a negative outcome.
  private int closingQuote(int from, int n) {
    byte[] b = buffer;
    escaped[n] = false;
    int q = from;
    while (q < limit) {
      long hit = hits((long) LONG.get(b, q), QUOTES, NEWLINES);
      if (hit == 0) {
        q += 8;
        continue;
      }
      q += Long.numberOfTrailingZeros(hit) >>> 3;
      if (q >= limit) {
        break;
      }
      if (b[q] == '\n') {
        linesInRow++;
        q++;
        continue;
      }
      if (q + 1 >= limit && !ended) {
        return MORE;
      }
      if (q + 1 >= limit || b[q + 1] != '"') {
        return q;
      }
      escaped[n] = true;
      anyEscaped = true;
      q += 2;
    }
    return ended ? BROKEN : MORE;
  }

  /// Doubled quotes become one, in place; only once the row is whole, since a row may be scanned
  /// again after more bytes have come.
  private void unescape() {
    for (int f = 0; f < fields; f++) {
      if (escaped[f]) {
        int to = start[f];
        for (int i = start[f]; i < end[f]; i++) {
          buffer[to++] = buffer[i];
          if (buffer[i] == '"') {
            i++;
          }
        }
        end[f] = to;
      }
    }
  }

  private void giveUp() throws IOException {
    rowStart = position;
    int p = position;
    while (true) {
      while (p < limit && buffer[p] != '\n') {
        p++;
      }
      if (p < limit || ended || limit - position > LONGEST_ROW) {
        break;
      }
      int before = position;
      fill();
      p -= before - position;
      rowStart = position;
    }
    position = Math.min(p + 1, limit);
    nextLine = line + 1;
  }

  private void fill() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == buffer.length - SLACK) {
      buffer = Arrays.copyOf(buffer, limit * 2 + SLACK);
    }
    try {
      int read = in.read(buffer, limit, buffer.length - SLACK - limit);
      ended = read < 0;
      limit += Math.max(read, 0);
      begun |= read > 0;
    } catch (EOFException | ZipException e) {
      if (!begun) {
        throw e;
      }
      cut();
    }
  }

  /// The compressed input broke off: what was read stands, but for the row it broke off in.
  private void cut() {
    truncated = true;
    ended = true;
    while (limit > position && buffer[limit - 1] != '\n') {
      limit--;
    }
  }

  private void growFields() {
    start = Arrays.copyOf(start, start.length * 2);
    end = Arrays.copyOf(end, end.length * 2);
    escaped = Arrays.copyOf(escaped, escaped.length * 2);
  }
}
