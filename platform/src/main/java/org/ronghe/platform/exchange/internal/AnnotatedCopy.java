package org.ronghe.platform.exchange.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.text.Texts;

/// The user's own table once more, with every wrong cell marked and what is wrong beside it. Texts
/// are written as texts, never as formulas.
final class AnnotatedCopy {
  private static final String WRONG = "FFC7CE";
  private static final int ROWS_AT_ONCE = 500;
  private static final int MOST_COMMENTS = 5000;

  private AnnotatedCopy() {}

  /// As a workbook.
  ///
  /// Where `onlyWrong` says so, rows with nothing wrong are left out.
  static final class Sheet implements ImportWork.Copy, AutoCloseable {
    private final Workbook book;
    private final Worksheet sheet;
    private final boolean onlyWrong;
    private final Texts texts;
    private Map<String, Integer> places = Map.of();
    private int columns;
    private int row;
    private int comments;

    Sheet(OutputStream out, boolean onlyWrong, Texts texts) {
      this.book = new Workbook(out, "Ronghe", "1.0");
      this.sheet = book.newWorksheet("1");
      this.onlyWrong = onlyWrong;
      this.texts = texts;
    }

    @Override
    public void header(Line header, Table table) {
      places = table.places();
      columns = header.cells().size();
      for (int c = 0; c < columns; c++) {
        sheet.value(0, c, printable(header.cells().get(c)));
        sheet.style(0, c).bold().set();
      }
      sheet.value(0, columns, texts.text("exchange.copy.column"));
      sheet.style(0, columns).bold().set();
      sheet.freezePane(0, 1);
    }

    @Override
    public void row(Line line, List<ImportFault> faults) throws IOException {
      if (onlyWrong && faults.isEmpty()) {
        return;
      }
      row++;
      for (int c = 0; c < Math.min(columns, line.cells().size()); c++) {
        String value = line.cells().get(c);
        if (!value.isEmpty()) {
          sheet.value(row, c, printable(value));
        }
      }
      for (ImportFault fault : faults) {
        Integer place = places.get(fault.column());
        if (place != null) {
          sheet.style(row, place).fillColor(WRONG).set();
          if (comments++ < MOST_COMMENTS) {
            sheet.comment(row, place, printable(Words.said(fault.words(), texts)));
          }
        }
      }
      if (!faults.isEmpty()) {
        sheet.value(row, columns, printable(all(faults, texts)));
      }
      if (row % ROWS_AT_ONCE == 0) {
        sheet.flush();
      }
    }

    @Override
    public void close() throws IOException {
      book.close();
    }
  }

  /// As CSV with a byte order mark, for files that were no workbooks.
  static final class Csv implements ImportWork.Copy, AutoCloseable {
    private final BufferedWriter out;
    private final boolean onlyWrong;
    private final Texts texts;

    Csv(OutputStream out, boolean onlyWrong, Texts texts) {
      this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      this.onlyWrong = onlyWrong;
      this.texts = texts;
    }

    @Override
    public void header(Line header, Table table) throws IOException {
      out.write('\uFEFF');
      write(header.cells(), texts.text("exchange.copy.column"));
    }

    @Override
    public void row(Line line, List<ImportFault> faults) throws IOException {
      if (!onlyWrong || !faults.isEmpty()) {
        write(line.cells(), faults.isEmpty() ? "" : all(faults, texts));
      }
    }

    private void write(List<String> cells, String last) throws IOException {
      for (String cell : cells) {
        out.write(quoted(cell));
        out.write(',');
      }
      out.write(quoted(last));
      out.write("\r\n");
    }

    private static String quoted(String text) {
      boolean runs = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
      return "\"" + (runs ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private static String all(List<ImportFault> faults, Texts texts) {
    return faults.stream()
        .map(fault ->
            texts.text(
                "exchange.copy.fault",
                title(fault.column(), texts),
                Words.said(fault.words(), texts)))
        .collect(Collectors.joining("\n"));
  }

  static String title(@Nullable String column, Texts texts) {
    String key = column == null ? "" : "exchange.column." + column.replace('_', '-');
    return texts.has(key) ? texts.text(key) : "";
  }

  /// Without what XML 1.0 cannot hold.
  private static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }

  /// The empty table that one fills in, with lists to choose from.
  static void template(ImportKind<?> kind, Texts texts, OutputStream out) throws IOException {
    try (var book = new Workbook(out, "Ronghe", "1.0")) {
      Worksheet sheet = book.newWorksheet(texts.text("exchange.kind." + kind.code()));
      Worksheet lists = book.newWorksheet(texts.text("exchange.template.lists"));
      List<Column> columns = kind.columns();
      Map<String, Integer> used = new HashMap<>();
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c);
        sheet.value(0, c, texts.text(column.titleKey()) + (column.needed() ? " *" : ""));
        sheet.style(0, c).bold().set();
        sheet.width(c, 18);
        if (texts.has(column.hintKey())) {
          sheet.comment(0, c, texts.text(column.hintKey()));
        }
        if (!column.choices().isEmpty()) {
          int list = used.size();
          used.put(column.key(), list);
          for (int i = 0; i < column.choices().size(); i++) {
            lists.value(i, list, texts.text(column.choiceKey() + column.choices().get(i)));
          }
          sheet
              .range(1, c, 5000, c)
              .validateWithList(lists.range(0, list, column.choices().size() - 1, list));
        }
      }
      sheet.freezePane(0, 1);
    }
  }
}
