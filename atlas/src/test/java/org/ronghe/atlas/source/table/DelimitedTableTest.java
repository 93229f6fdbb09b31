package org.ronghe.atlas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.report.csv.CsvWriter;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DelimitedTableTest {
  private final List<String> rejects = new ArrayList<>();

  @TempDir Path folder;

  private List<List<String>> read(InputStream in) {
    try (var table =
        DelimitedTable.of(
            "t.csv",
            in,
            DelimitedTable.SNIFF,
            (line, field, value, code) -> rejects.add(line + " " + field + " " + code.code()))) {
      var rows = new ArrayList<List<String>>();
      rows.add(table.columns());
      while (table.next()) {
        var row = new ArrayList<String>();
        for (int c = 0; c < table.columns().size(); c++) {
          row.add(table.text(c));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private List<List<String>> read(String text) {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void reads_quotes_with_delimiters_newlines_and_doubled_quotes() {
    assertThat(read("id,name\r\n1,\"a, \"\"b\"\"\nc\"\r\n\"\",plain \"quote\"\n3,\"\"\"\""))
        .containsExactly(
            List.of("id", "name"),
            List.of("1", "a, \"b\"\nc"),
            List.of("", "plain \"quote\""),
            List.of("3", "\""));
    assertThat(rejects).isEmpty();
  }

  @Test
  void passes_over_a_byte_order_mark_and_empty_lines_and_needs_no_last_newline() {
    assertThat(read("\uFEFF\nid;name\n\n1;武汉\r\n\n2;"))
        .containsExactly(List.of("id", "name"), List.of("1", "武汉"), List.of("2", ""));
  }

  @Test
  void tells_the_delimiter_from_the_header() {
    assertThat(read("a\tb,c\td\n1\t2\t3\n").getFirst()).containsExactly("a", "b,c", "d");
    assertThat(read("a;b;\"c,d,e,f\"\n").getFirst()).containsExactly("a", "b", "c,d,e,f");
    assertThat(read("alone\nx\n")).containsExactly(List.of("alone"), List.of("x"));
  }

  @Test
  void rejects_rows_it_cannot_split_and_goes_on_with_the_next_line() {
    assertThat(
            read(
                """
                id,name
                1
                2,x,y
                3,"ok
                same"
                4,"open
                5,"shut"x
                6,fine
                7,"never shut
                8,lost?
                """))
        .containsExactly(
            List.of("id", "name"),
            List.of("3", "ok\nsame"),
            List.of("6", "fine"),
            List.of("8", "lost?"));
    assertThat(rejects)
        .containsExactly(
            "2  malformed-row",
            "3  malformed-row",
            "6  malformed-row",
            "7  malformed-row",
            "9  malformed-row");
  }

  @Test
  void rejects_bytes_that_are_not_utf8_in_a_column_in_use() {
    byte[] text = "id,name\n1,x?x\n2,y\n".getBytes(StandardCharsets.UTF_8);
    text[11] = (byte) 0xE9;
    assertThat(read(new ByteArrayInputStream(text))).hasSize(2).contains(List.of("2", "y"));
    assertThat(rejects).containsExactly("2 name invalid-utf8");
  }

  @Test
  void an_unused_column_may_hold_any_bytes() {
    byte[] text = "id,name\n1,x?x\n".getBytes(StandardCharsets.UTF_8);
    text[11] = (byte) 0xE9;
    try (var table =
        DelimitedTable.of(
            "t.csv", new ByteArrayInputStream(text), ',', (l, f, v, c) -> rejects.add(v))) {
      table.use(0);
      assertThat(table.next()).isTrue();
    }
    assertThat(rejects).isEmpty();
  }

  @Test
  void an_empty_file_and_another_encoding_are_refused_by_name() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_EMPTY));
    assertThatThrownBy(() ->
            read(new ByteArrayInputStream("\uFEFFid,b\n".getBytes(StandardCharsets.UTF_16LE))))
        .hasMessageContaining("t.csv")
        .hasMessageContaining("UTF-16");
  }

  @Test
  void opens_gzip_and_zip_and_notes_a_truncated_member() throws IOException {
    var text = new StringBuilder("id,name\n");
    var random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(',').append(random.nextLong()).append('\n');
    }
    byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
    var zipped = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry("t.tsv"));
      zip.write(plain);
    }
    var gzipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(plain);
    }
    byte[] cut = java.util.Arrays.copyOf(gzipped.toByteArray(), gzipped.size() / 2);
    assertThat(rowsOf("t.zip", zipped.toByteArray())).isEqualTo(20_000);
    assertThat(rowsOf("t.gz", gzipped.toByteArray())).isEqualTo(20_000);
    assertThat(rejects).isEmpty();
    assertThat(rowsOf("cut.gz", cut)).isBetween(5_000, 15_000);
    assertThat(rejects).containsExactly("truncated-input");
  }

  @Test
  void reads_what_stands_before_the_damage_in_zstd() throws IOException {
    byte[] whole = zstdRows(1_000_000);
    assertThat(rowsOf("t.zst", whole)).isEqualTo(1_000_000);
    // The decoder keeps what it has unpacked last, a window of it, to itself.
    assertThat(rowsOf("cut.zst", java.util.Arrays.copyOf(whole, whole.length / 2)))
        .isBetween(50_000, 500_000);
    assertThat(rejects).containsExactly("truncated-input");
  }

  @Test
  void damaged_zstd_never_passes_for_our_own_fault() throws IOException {
    byte[] whole = zstdRows(5_000);
    int told = 0;
    for (int at = 16; at < whole.length; at += 11) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      rejects.clear();
      try {
        rowsOf("damaged.zst", damaged);
      } catch (ProblemException e) {
        assertThat(e).hasMessageContaining("damaged zstd");
        told++;
      } catch (AssertionError e) {
        told++; // numbers are not those that were written
      }
    }
    assertThat(told).isGreaterThan(whole.length / 11 / 2);
  }

  private static byte[] zstdRows(int rows) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zstd = new ZstdOutputStream(packed)) {
      for (int i = -1; i < rows; i++) {
        String row = i < 0 ? "id,name\n" : i + "," + i * 7919L % 104_729 + "\n";
        zstd.write(row.getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }

  private int rowsOf(String name, byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve(name), bytes);
    try (var table = Table.open(file, (line, field, value, code) -> rejects.add(code.code()))) {
      int rows = 0;
      while (table.next()) {
        assertThat(table.number(0)).isEqualTo(rows++);
      }
      return rows;
    }
  }

  /// Fields of every awkward sort, in rows long enough to cross the ends of buffers.
  private static List<List<String>> awkwardRows(SplittableRandom random, int columns) {
    var pieces =
        List.of("a", "\"", "\n", "\r\n", ",", "\t", ";", "武", "é", " ", "0123456789abcdef", "🜁");
    var rows = new ArrayList<List<String>>();
    int count = random.nextInt(1, 60);
    for (int r = 0; r < count; r++) {
      var row = new ArrayList<String>();
      for (int c = 0; c < columns; c++) {
        var field = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
          field.append(pieces.get(random.nextInt(pieces.size())));
        }
        row.add(field.toString());
      }
      rows.add(row);
    }
    return rows;
  }

  @Test
  void whatever_the_writer_writes_is_read_back_however_the_bytes_arrive() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      int columns = random.nextInt(1, 6);
      var header = new ArrayList<String>();
      for (int c = 0; c < columns; c++) {
        header.add("c" + c);
      }
      var rows = awkwardRows(random, columns);
      var bytes = new ByteArrayOutputStream();
      try (var writer = CsvWriter.on(bytes, "fuzz", header)) {
        for (var row : rows) {
          row.forEach(writer::text);
          writer.endRow();
        }
      }
      var expected = new ArrayList<List<String>>();
      expected.add(header);
      expected.addAll(rows);
      if (columns == 1) {
        expected.removeIf(row -> row.equals(List.of("")));
      }
      var in = new Dribble(bytes.toByteArray(), new SplittableRandom(seed));
      assertThat(read(in)).as("seed %d", seed).isEqualTo(expected);
      assertThat(rejects).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void duckdb_reads_the_same_from_the_same_text() throws SQLException {
    for (int seed = 0; seed < 15; seed++) {
      var random = new SplittableRandom(1000 + seed);
      var header = List.of("a", "b", "c");
      var rows = awkwardRows(random, 3);
      // DuckDB takes an empty line for no row and guesses nothing when it is told.
      var file = folder.resolve("duck" + seed + ".csv");
      try (var writer = CsvWriter.create(file, header)) {
        for (var row : rows) {
          row.forEach(writer::text);
          writer.endRow();
        }
      }
      var ours = read(open(file));
      try (var connection = DriverManager.getConnection("jdbc:duckdb:");
          var statement = connection.createStatement();
          var read =
              statement.executeQuery(
                  "SELECT coalesce(a,''), coalesce(b,''), coalesce(c,'') FROM read_csv('%s', header=true, all_varchar=true, delim=',', quote='\"', escape='\"', auto_detect=false, columns={'a':'VARCHAR','b':'VARCHAR','c':'VARCHAR'})"
                      .formatted(file))) {
        var theirs = new ArrayList<List<String>>(List.of(header));
        while (read.next()) {
          theirs.add(List.of(read.getString(1), read.getString(2), read.getString(3)));
        }
        assertThat(ours).as("seed %d", seed).isEqualTo(theirs);
      }
    }
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Gives its bytes a few at a time.
  private static final class Dribble extends ByteArrayInputStream {
    private final SplittableRandom random;

    Dribble(byte[] bytes, SplittableRandom random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] to, int offset, int length) {
      return super.read(to, offset, Math.min(length, random.nextInt(1, 40)));
    }
  }
}
