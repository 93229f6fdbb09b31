package org.ronghe.platform.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// Files that were right once, with bits turned, pieces cut out, doubled or exchanged: each is
/// read, or answered with a sentence. `-Dronghe.mutations=10000` tries more.
class MutatedFilesTest {
  private static final int MUTATIONS = Integer.getInteger("ronghe.mutations", 400);
  private static final long SEED = Long.getLong("ronghe.seed", 20_260_418);
  private static final long MOST_BYTES = 512L << 20;

  @TempDir Path folder;

  @Test
  void everyOneIsReadOrAnsweredWithASentence() throws Exception {
    List<byte[]> originals = originals();
    var random = new Random(SEED);
    Path file = folder.resolve("mutated");
    int read = 0;
    int answered = 0;
    long highest = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutated(originals.get(random.nextInt(originals.size())), random);
      Files.write(file, mutated);
      try {
        int[] cells = {0};
        FileFormat.of(file).reader().read(file, line -> cells[0] += line.cells().size());
        read++;
      } catch (UnreadableFile e) {
        String said = Words.said(e.words(), Texts.in(Language.ENGLISH));
        assertThat(said).as("seed %d mutation %d", SEED, i).endsWith(".").doesNotContain("[");
        answered++;
      } catch (RuntimeException | IOException e) {
        throw new AssertionError("seed " + SEED + " mutation " + i, e);
      }
      highest =
          Math.max(highest, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    System.out.printf(
        "%d mutated files: %d read, %d answered; heap at most %d MB (seed %d)%n",
        MUTATIONS, read, answered, highest >> 20, SEED);
    assertThat(read).isPositive();
    assertThat(answered).isPositive();
    if (Runtime.getRuntime().maxMemory() <= MOST_BYTES) {
      assertThat(highest).isLessThan(MOST_BYTES);
    }
  }

  private List<byte[]> originals() throws IOException {
    var rows = new ArrayList<List<Object>>();
    rows.add(List.of("title_zh", "work_class", "summary", "number"));
    for (int i = 0; i < 60; i++) {
      rows.add(List.of("激光光源" + i, "applied", "=SUM(A1:A" + (i + 1) + ")", i));
    }
    byte[] workbook = Files.readAllBytes(Workbooks.write(folder.resolve("o.xlsx"), rows));
    Path plain =
        Workbooks.zip(
            folder.resolve("p.xlsx"),
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet r:id='a'/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>",
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='1'><c r='A1'"
                + " t='inlineStr'><is><t>x</t></is></c></row></sheetData></worksheet>");
    String csv =
        "title_zh,work_class\r\n" + "\"激光,光源\",应用技术类\r\n".repeat(40) + "=cmd|' /C calc'!A0,x\r\n";
    return List.of(
        workbook,
        Files.readAllBytes(plain),
        csv.getBytes(StandardCharsets.UTF_8),
        csv.getBytes(Charset.forName("GB18030")),
        "TY  - JOUR\nTI  - A laser\nER  - \n".repeat(20).getBytes(StandardCharsets.UTF_8),
        "@article{k, title = {A {B}}, year = 2020}\n".repeat(20).getBytes(StandardCharsets.UTF_8),
        "{\"title\":\"A\",\"publication_year\":2020}\n"
            .repeat(20)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times && bytes.length > 8; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> {
          int length = Math.min(random.nextInt(64), bytes.length - at);
          byte[] other = new byte[bytes.length + length];
          System.arraycopy(bytes, 0, other, 0, at + length);
          System.arraycopy(bytes, at, other, at + length, bytes.length - at);
          bytes = other;
        }
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(200), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }
}
