package org.ronghe.atlas.report.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// Writes CSV: UTF-8 without a byte order mark, commas, `\n`, fields quoted where they must be (RFC
/// 4180). Numbers take their shortest form that reads back the same, in no language.
///
/// Fields are given one by one, left to right; [#endRow] checks that a row has as many as the
/// header.
public final class CsvWriter implements Closeable {
  /// Beyond it a whole double no longer is each whole number.
  private static final double WHOLE = 1L << 53;

  private final String file;
  private final Writer out;
  private final int columns;
  private int column;

  private CsvWriter(String file, OutputStream out, List<String> header) {
    this.file = file;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    columns = header.size();
    header.forEach(this::text);
    endRow();
  }

  /// Starts the file `path` with a header row.
  ///
  /// @throws ProblemException if it cannot be written, as from every method here
  public static CsvWriter create(Path path, List<String> header) {
    try {
      return new CsvWriter(path.toString(), Files.newOutputStream(path), header);
    } catch (IOException e) {
      throw unwritable(path.toString(), e);
    }
  }

  /// Starts a table on `out`, which is closed with it.
  ///
  /// @param name how messages call it
  public static CsvWriter on(OutputStream out, String name, List<String> header) {
    return new CsvWriter(name, out, header);
  }

  /// Writes a field of text.
  public CsvWriter text(String value) {
    try {
      separate();
      if (mustQuote(value)) {
        out.write('"');
        out.write(value.replace("\"", "\"\""));
        out.write('"');
      } else {
        out.write(value);
      }
      return this;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /// Writes a number, `12` for 12.0 and an empty field for NaN.
  public CsvWriter number(double value) {
    if (Double.isNaN(value)) {
      return empty();
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE;
    // Adding zero takes the sign off a negative zero.
    return whole ? number((long) (value + 0.0)) : raw(Double.toString(value));
  }

  /// Writes a whole number.
  public CsvWriter number(long value) {
    return raw(Long.toString(value));
  }

  /// Writes `true` or `false`.
  public CsvWriter truth(boolean value) {
    return raw(Boolean.toString(value));
  }

  /// Writes a field without a value.
  public CsvWriter empty() {
    return raw("");
  }

  /// Ends the row.
  public void endRow() {
    if (column != columns) {
      throw new IllegalStateException(column + " fields in " + file + " for " + columns);
    }
    column = 0;
    try {
      out.write('\n');
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private CsvWriter raw(String value) {
    try {
      separate();
      out.write(value);
      return this;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private void separate() throws IOException {
    if (column++ > 0) {
      out.write(',');
    }
  }

  /// A lone empty field would be an empty line, which readers pass over, so it is quoted too.
  private boolean mustQuote(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    boolean edged =
        !value.isEmpty() && (value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ');
    return edged || (columns == 1 && value.isEmpty());
  }

  private static ProblemException unwritable(String file, IOException e) {
    String reason = e.getMessage();
    return new ProblemException(
        ErrorCode.OUTPUT_UNWRITABLE, file, reason == null ? e.getClass().getSimpleName() : reason);
  }
}
