package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/// Files for tests.
final class Workbooks {
  private Workbooks() {}

  /// A workbook of texts, numbers, days and, where a text begins with `=`, formulas.
  static Path write(Path file, List<List<Object>> rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var book = new Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("one");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          switch (rows.get(r).get(c)) {
            case Number number -> sheet.value(r, c, number);
            case LocalDate day -> {
              sheet.value(r, c, day);
              sheet.style(r, c).format("yyyy-mm-dd").set();
            }
            case String text when text.startsWith("=") -> sheet.formula(r, c, text.substring(1));
            case Object other -> sheet.value(r, c, other.toString());
          }
        }
      }
    }
    return file;
  }

  /// A zip file of parts: name, content, name, content …
  static Path zip(Path file, String... parts) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /// All lines of a file, whatever its format.
  static List<List<String>> lines(Path file)
      throws IOException, UnreadableFile, InterruptedException {
    var lines = new ArrayList<List<String>>();
    FileFormat.of(file).reader().read(file, line -> lines.add(line.cells()));
    return lines;
  }
}
