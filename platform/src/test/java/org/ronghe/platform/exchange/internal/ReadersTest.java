package org.ronghe.platform.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
  private static final String WORKBOOK =
      "<workbook xmlns:r='r'><sheets><sheet name='1' r:id='a'/></sheets></workbook>";
  private static final String RELATIONS =
      "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>";

  @TempDir Path folder;

  private Path text(String content, Charset charset) throws IOException {
    return Files.write(folder.resolve("file"), content.getBytes(charset));
  }

  private void unreadable(String key, Path file) {
    assertThatThrownBy(() -> Workbooks.lines(file))
        .isInstanceOfSatisfying(
            UnreadableFile.class, problem -> assertThat(problem.words()).startsWith(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void csvIsReadInWhateverEncodingExcelWrites(String charset) throws Exception {
    String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
    Path file =
        text(
            mark + "名称,份额\r\n\"东湖,大学\",\"说\"\"好\"\"\n两行\"\r\n\r\n丙,𠀀\n", Charset.forName(charset));
    assertThat(Workbooks.lines(file))
        .containsExactly(List.of("名称", "份额"), List.of("东湖,大学", "说\"好\"\n两行"), List.of("丙", "𠀀"));
  }

  @Test
  void aByteOrderMarkOtherDelimitersAndGuardedFormulasAreUnderstood() throws Exception {
    assertThat(Workbooks.lines(text("\uFEFFa;b\n1;'=1+1\n", StandardCharsets.UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1", "=1+1"));
    assertThat(Workbooks.lines(text("a\tb\n1\t2", StandardCharsets.UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void whatIsNoTableIsSaidToBeNone() throws Exception {
    unreadable("exchange.unreadable.empty", text("", StandardCharsets.UTF_8));
    unreadable("exchange.unreadable.quote", text("a,b\n\"open", StandardCharsets.UTF_8));
    unreadable(
        "exchange.unreadable.encoding",
        Files.write(folder.resolve("x"), new byte[] {'a', (byte) 0xff, (byte) 0xff, 0x20}));
    unreadable(
        "exchange.unreadable.xls", text("\u00d0\u00cf\u0011\u00e0", StandardCharsets.ISO_8859_1));
    unreadable(
        "exchange.unreadable.workbook", text("PK\u0003\u0004 nothing", StandardCharsets.UTF_8));
  }

  @Test
  void aWorkbookIsReadWithItsDaysAndNumbersAndNoFormulaIsRun() throws Exception {
    Path file =
        Workbooks.write(
            folder.resolve("a.xlsx"),
            List.of(
                List.of("名称", "日期", "数"),
                List.of("光源 <&>", LocalDate.of(2024, 3, 31), 0.1),
                List.of("=HYPERLINK(\"http://evil\")", "x", 12_345_678_901L)));
    assertThat(Workbooks.lines(file))
        .containsExactly(
            List.of("名称", "日期", "数"),
            List.of("光源 <&>", "2024-03-31", "0.1"),
            List.of(XlsxReader.FORMULA, "x", "12345678901"));
  }

  @Test
  void aWorkbookThatCountsFrom1904IsReadSo() throws Exception {
    Path file =
        Workbooks.zip(
            folder.resolve("b.xlsx"),
            "xl/workbook.xml",
            WORKBOOK.replace("<sheets>", "<workbookPr date1904='1'/><sheets>"),
            "xl/_rels/workbook.xml.rels",
            RELATIONS,
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>",
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='1'><c r='A1'"
                + " s='1'><v>0</v></c></row></sheetData></worksheet>");
    assertThat(Workbooks.lines(file)).containsExactly(List.of("1904-01-01"));
  }

  @Test
  void whatUnpacksToTooMuchIsRefusedAndEntitiesAreNone() throws Exception {
    Path bomb = folder.resolve("bomb.xlsx");
    try (OutputStream out = Files.newOutputStream(bomb);
        var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(WORKBOOK.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
      zip.write(RELATIONS.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
      byte[] many =
          "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>"
              .repeat(1000)
              .getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 2000; i++) {
        zip.write(many);
      }
      zip.write("</sst>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Files.size(bomb)).isLessThan(1_000_000);
    unreadable("exchange.unreadable.bomb", bomb);
    Path laughs =
        Workbooks.zip(
            folder.resolve("laughs.xlsx"),
            "xl/workbook.xml",
            "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><workbook>&c;</workbook>");
    unreadable("exchange.unreadable.workbook", laughs);
    Path wide =
        Workbooks.zip(
            folder.resolve("wide.xlsx"),
            "xl/workbook.xml",
            WORKBOOK,
            "xl/_rels/workbook.xml.rels",
            RELATIONS,
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='1'><c"
                + " r='ZZZ1'><v>1</v></c></row></sheetData></worksheet>");
    unreadable("exchange.unreadable.columns", wide);
  }

  @Test
  void recordsOfLiteratureBecomeWorks() throws Exception {
    Path ris =
        text(
            "TY  - JOUR\nTI  - A laser\nPY  - 2023/05\nDO  - 10.1000/x\nER  - \n"
                + "TY  - PAT\nTI  - 一种激光器\nM1  - CN101234567A\nER  - \n",
            StandardCharsets.UTF_8);
    assertThat(Workbooks.lines(ris))
        .containsExactly(
            Records.COLUMNS,
            List.of("publication", "", "A laser", "2023", "10.1000/x", "", ""),
            List.of("patent", "一种激光器", "", "", "", "CN101234567A", ""));
    unreadable("exchange.unreadable.record", text("TY  - JOUR\nTI  - x\n", StandardCharsets.UTF_8));
    Path bibtex =
        text(
            "% of ours\n"
                + "@string{a = \"b\"}\n"
                + "@article{key, title = {A {Laser} of\n"
                + "  light}, year = 2022, doi = \"10.1000/y\",}\n",
            StandardCharsets.UTF_8);
    assertThat(Workbooks.lines(bibtex).getLast())
        .isEqualTo(List.of("publication", "", "A Laser of light", "2022", "10.1000/y", "", ""));
    unreadable(
        "exchange.unreadable.record", text("@article{a, title = {open", StandardCharsets.UTF_8));
    String work =
        "{\"id\":\"https://openalex.org/W1\",\"title\":\"A beam\",\"publication_year\":2021,"
            + "\"doi\":\"https://doi.org/10.1000/z\"}";
    for (String json :
        List.of(work, "[" + work + "]", "{\"results\":[" + work + "]}", work + "\n")) {
      assertThat(Workbooks.lines(text(json, StandardCharsets.UTF_8)).getLast())
          .as(json)
          .isEqualTo(
              List.of(
                  "publication", "", "A beam", "2021", "10.1000/z", "", "https://openalex.org/W1"));
    }
    unreadable("exchange.unreadable.json", text("[" + work, StandardCharsets.UTF_8));
  }
}
