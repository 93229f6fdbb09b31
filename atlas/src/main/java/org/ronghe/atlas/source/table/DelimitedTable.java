package org.ronghe.atlas.source.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.RejectCode;

/// Delimited text with a header row: CSV, TSV and their kin (RFC 4180), UTF-8, plain or compressed.
///
/// Bad rows are rejected and passed over: another number of columns than the header, an unclosed
/// quote, bytes that are not UTF-8 in a column in use. Empty lines are passed over in silence.
public final class DelimitedTable implements Table {
  /// Let the header say which delimiter it is: tab, comma or semicolon.
  public static final char SNIFF = 0;

  private final String file;
  private final InputStream in;
  private final RowScanner rows;
  private final RejectSink rejects;
  private final char delimiter;
  private final List<String> columns;
  private int[] used;
  private boolean over;

  private DelimitedTable(String file, InputStream in, char delimiter, RejectSink rejects)
      throws IOException {
    this.file = file;
    this.in = in;
    this.rejects = rejects;
    rows = new RowScanner(in);
    rows.begin();
    byte[] head = rows.head();
    refuseOtherEncodings(file, head);
    this.delimiter = delimiter == SNIFF ? sniff(head, file) : delimiter;
    rows.delimiter((byte) this.delimiter);
    columns = readHeader();
    used = new int[columns.size()];
    for (int c = 0; c < used.length; c++) {
      used[c] = c;
    }
  }

  /// Opens `path` and reads the header.
  ///
  /// @param delimiter one ASCII character, or [#SNIFF]
  /// @throws ProblemException if the file is missing, unreadable, empty or not UTF-8
  public static DelimitedTable open(Path path, char delimiter, RejectSink rejects) {
    return of(path.toString(), TableInput.open(path), delimiter, rejects);
  }

  /// Reads the header of `in`, which the table closes.
  ///
  /// @param file the name for messages; a name that has `.tsv` in it prefers tabs
  public static DelimitedTable of(String file, InputStream in, char delimiter, RejectSink rejects) {
    try {
      return new DelimitedTable(file, in, delimiter, rejects);
    } catch (IOException e) {
      throw TableInput.unreadable(file, e);
    }
  }

  /// The delimiter given or found.
  public char delimiter() {
    return delimiter;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void use(int... columns) {
    used = columns.clone();
  }

  @Override
  public boolean next() {
    if (over) {
      return false;
    }
    try {
      while (true) {
        var found = rows.next();
        if (found == RowScanner.Found.END) {
          over = true;
          if (rows.truncated()) {
            rejects.reject(rows.line(), "", "", RejectCode.TRUNCATED_INPUT);
          }
          return false;
        }
        if (found == RowScanner.Found.MALFORMED) {
          rejects.reject(rows.line(), "", rows.excerpt(), RejectCode.MALFORMED_ROW);
        } else if (rows.fields() != columns.size()) {
          if (!rows.blank()) {
            rejects.reject(rows.line(), "", rows.excerpt(), RejectCode.MALFORMED_ROW);
          }
        } else if (!(columns.size() == 1 && rows.blank()) && isUtf8()) {
          return true;
        }
      }
    } catch (IOException e) {
      throw TableInput.unreadable(file, e);
    }
  }

  @Override
  public long line() {
    return rows.line();
  }

  @Override
  public byte[] bytes(int c) {
    return rows.bytes();
  }

  @Override
  public int start(int c) {
    return rows.start(c);
  }

  @Override
  public int end(int c) {
    return rows.end(c);
  }

  @Override
  public double number(int c) {
    return DecimalText.parse(rows.bytes(), rows.start(c), rows.end(c));
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw TableInput.unreadable(file, e);
    }
  }

  private boolean isUtf8() {
    for (int c : used) {
      if (!Utf8Text.isValid(rows.bytes(), rows.start(c), rows.end(c))) {
        rejects.reject(rows.line(), columns.get(c), text(c), RejectCode.INVALID_UTF8);
        return false;
      }
    }
    return true;
  }

  private List<String> readHeader() throws IOException {
    var found = rows.next();
    while (found == RowScanner.Found.ROW && rows.blank()) {
      found = rows.next();
    }
    if (found == RowScanner.Found.END) {
      throw new ProblemException(ErrorCode.FILE_EMPTY, file);
    }
    if (found == RowScanner.Found.MALFORMED) {
      throw new ProblemException(ErrorCode.FILE_UNKNOWN, file, rows.excerpt());
    }
    var names = new ArrayList<String>();
    for (int c = 0; c < rows.fields(); c++) {
      int length = rows.end(c) - rows.start(c);
      names.add(new String(rows.bytes(), rows.start(c), length, StandardCharsets.UTF_8).strip());
    }
    return List.copyOf(names);
  }

  private static void refuseOtherEncodings(String file, byte[] head) {
    boolean utf16 =
        head.length >= 2
            && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
    for (byte b : head) {
      if (utf16 || b == 0) {
        throw new ProblemException(ErrorCode.FILE_UNKNOWN, file, utf16 ? "UTF-16" : "binary");
      }
    }
  }

  /// The delimiter that the header has most of, outside quotes; on a tie the file's name decides.
  private static char sniff(byte[] head, String file) {
    int[] count = new int[128];
    boolean quoted = false;
    boolean begun = false;
    for (byte b : head) {
      begun |= b != '\n' && b != '\r';
      if (b == '"') {
        quoted = !quoted;
      } else if (begun && !quoted && b == '\n') {
        break;
      } else if (!quoted && b > 0) {
        count[b]++;
      }
    }
    char best = file.contains(".tsv") || file.endsWith(".tab") ? '\t' : ',';
    for (char candidate : new char[] {'\t', ',', ';'}) {
      best = count[candidate] > count[best] ? candidate : best;
    }
    return best;
  }
}
