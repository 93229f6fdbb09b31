package org.ronghe.platform.web.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes downloads, row by row.
final class TableWriter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int MOST_SHEET_ROWS = 1_048_576;

  private TableWriter() {}

  static void write(Download download, OutputStream out) throws IOException {
    try {
      switch (download.format()) {
        case CSV -> csv(download, out);
        case XLSX -> workbook(download, out);
        case JSON -> json(download, out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// With a byte order mark: Excel takes UTF-8 for the system's old code page without it.
  private static void csv(Download download, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    line(text, download.columns().stream().map(Column::key).toList());
    download.rows().forEach(row -> line(text, row));
    text.flush();
  }

  private static void line(Writer out, List<?> values) {
    try {
      String comma = "";
      for (Object value : values) {
        out.write(comma);
        out.write(cell(value));
        comma = ",";
      }
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A value as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe
  /// before it (OWASP, "CSV injection"); numbers are left as they are.
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (value instanceof CharSequence && startsFormula(text)) {
      text = "'" + text;
    }
    return text.matches("(?s).*[,\"\r\n\t].*") || !text.strip().equals(text)
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }

  private static boolean startsFormula(String text) {
    // Full-width forms too: spreadsheets in Chinese and Japanese take them for the same signs.
    return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
  }

  private static void workbook(Download download, OutputStream out) throws IOException {
    try (var book = new Workbook(out, "Ronghe", "1.0")) {
      Worksheet sheet = book.newWorksheet("1");
      List<Column> columns = download.columns();
      for (int c = 0; c < columns.size(); c++) {
        sheet.value(0, c, columns.get(c).title());
        sheet.style(0, c).bold().set();
      }
      sheet.freezePane(0, 1);
      int[] at = {0};
      download
          .rows()
          .forEach(row -> {
            if (at[0] + 1 < MOST_SHEET_ROWS) {
              at[0]++;
              for (int c = 0; c < row.size(); c++) {
                put(sheet, at[0], c, row.get(c));
              }
            }
          });
      sheet.setAutoFilter(0, 0, at[0], Math.max(0, columns.size() - 1));
    }
  }

  /// Texts are written as texts, never as formulas: nothing in them is run.
  private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Number number -> sheet.value(row, column, number);
      case Boolean truth -> sheet.value(row, column, truth);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      default -> sheet.value(row, column, printable(value.toString()));
    }
  }

  /// Without what XML 1.0 cannot hold.
  private static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "�");
  }

  private static void json(Download download, OutputStream out) {
    try (JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
      json.writeStartArray();
      download
          .rows()
          .forEach(row -> {
            json.writeStartObject();
            for (int c = 0; c < row.size(); c++) {
              json.writeName(download.columns().get(c).key());
              value(json, row.get(c));
            }
            json.writeEndObject();
          });
      json.writeEndArray();
    }
  }

  private static void value(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case java.math.BigDecimal number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case LocalDate day -> json.writeString(day.toString());
      case Instant moment -> json.writeString(moment.toString());
      default -> json.writeString(value.toString());
    }
  }
}
