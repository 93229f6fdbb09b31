package org.ronghe.platform.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import tools.jackson.databind.json.JsonMapper;

class TableWriterTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("name", "名称"), new Column("count", "Count"));

  private static byte[] written(Download.Format format, List<?>... rows) throws IOException {
    var out = new ByteArrayOutputStream();
    var download =
        new Download("t", format, COLUMNS, consumer -> Arrays.asList(rows).forEach(consumer));
    TableWriter.write(download, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A"})
  void noTextIsRunAsAFormula(String text) {
    assertThat(TableWriter.cell(text)).matches("(?s)\"?'.*");
  }

  @Test
  void numbersStayNumbers() {
    assertThat(TableWriter.cell(-1.5)).isEqualTo("-1.5");
    assertThat(TableWriter.cell(-7L)).isEqualTo("-7");
    assertThat(TableWriter.cell(null)).isEmpty();
  }

  @Test
  void csvIsForExcelAndForPrograms() throws IOException {
    byte[] csv = written(Download.Format.CSV, List.of("深圳, \"SZ\"", 3), Arrays.asList(null, 1.25));
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFname,count\r\n\"深圳, \"\"SZ\"\"\",3\r\n,1.25\r\n");
  }

  @Test
  void jsonKeepsTypes() throws IOException {
    byte[] json = written(Download.Format.JSON, List.of("a", 3), Arrays.asList("b", null));
    assertThat(JsonMapper.shared().readTree(json))
        .isEqualTo(
            JsonMapper.shared()
                .readTree("[{\"name\":\"a\",\"count\":3},{\"name\":\"b\",\"count\":null}]"));
  }

  @Test
  void workbooksHoldTextsAsTexts() throws IOException {
    byte[] book =
        written(
            Download.Format.XLSX,
            List.of("=1+1", 3),
            List.of("\u0001深圳", LocalDate.of(2026, 1, 2)));
    String sheet = entry(book, "xl/worksheets/sheet1.xml");
    assertThat(sheet).doesNotContain("<f>").contains("<v>3</v>");
    assertThat(entry(book, "xl/sharedStrings.xml")).contains("=1+1").contains("&#xfffd;&#x6df1;");
  }

  private static String entry(byte[] zip, String name) throws IOException {
    Path file = Files.createTempFile("table", ".xlsx");
    try {
      Files.write(file, zip);
      try (var book = new ZipFile(file.toFile());
          var in = book.getInputStream(Objects.requireNonNull(book.getEntry(name), name))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }
}
