package org.ronghe.atlas.report.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronghe.atlas.source.table.ParquetTable;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParquetWriterTest {
  private static final List<String> CITIES = List.of("武汉", "Zürich", "", "São Paulo", "🜁 café");
  private static final int ROWS = 40_000;
  private static final int[] NOISE = new SplittableRandom(7).ints(ROWS).toArray();
  private static final double[] REAL = new SplittableRandom(8).doubles(ROWS, -1e9, 1e9).toArray();

  @TempDir Path folder;

  /// Every type, with and without absent values, few and many distinct values, runs and noise.
  private static List<ParquetColumn> everyType() {
    int[] noise = NOISE;
    double[] real = REAL;
    return List.of(
        ParquetColumn.int32("noise", i -> noise[i]),
        ParquetColumn.int32("few", i -> noise[i] & 7),
        ParquetColumn.int32("runs", i -> i / 1000),
        ParquetColumn.int32("same", i -> -42),
        ParquetColumn.int64("big", i -> Long.MIN_VALUE + i * 0x1_0000_0001L),
        ParquetColumn.float64("real", i -> real[i]),
        ParquetColumn.optionalFloat64("gappy", i -> noise[i] % 3 == 0 ? Double.NaN : real[i]),
        ParquetColumn.float64("rounded", i -> (noise[i] & 63) / 4.0),
        ParquetColumn.truth("truth", i -> (noise[i] & 3) == 0),
        ParquetColumn.truth("maybe", i -> (noise[i] & 1) == 0).unless(i -> i % 5 == 0),
        ParquetColumn.text("id", i -> "https://openalex.org/W" + i),
        ParquetColumn.text("text", i -> CITIES.get(i % 5) + (i % 300)).unless(i -> i % 7 == 3),
        ParquetColumn.coded("city", i -> i % 6 - 1, CITIES),
        ParquetColumn.int32("absent", i -> 0).unless(i -> true));
  }

  private static List<Object> expected(int[] noise, double[] real, int i) {
    var row = new ArrayList<Object>();
    row.add(noise[i]);
    row.add(noise[i] & 7);
    row.add(i / 1000);
    row.add(-42);
    row.add(Long.MIN_VALUE + i * 0x1_0000_0001L);
    row.add(real[i]);
    row.add(noise[i] % 3 == 0 ? "null" : real[i]);
    row.add((noise[i] & 63) / 4.0);
    row.add((noise[i] & 3) == 0);
    row.add(i % 5 == 0 ? "null" : (noise[i] & 1) == 0);
    row.add("https://openalex.org/W" + i);
    row.add(i % 7 == 3 ? "null" : CITIES.get(i % 5) + (i % 300));
    row.add(i % 6 == 0 ? "null" : CITIES.get(i % 6 - 1));
    row.add("null");
    return row;
  }

  @ParameterizedTest
  @EnumSource(PageCompressor.Codec.class)
  void duckdb_reads_back_every_type_over_several_row_groups(PageCompressor.Codec codec)
      throws SQLException {
    var file = folder.resolve("all.parquet");
    ParquetWriter.write(file, everyType(), ROWS, 9_999, codec);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      var rows = statement.executeQuery("SELECT * FROM read_parquet('" + file + "')");
      int i = 0;
      while (rows.next()) {
        if (i % 97 == 0 || i > ROWS - 20) {
          assertThat(row(rows)).isEqualTo(expected(NOISE, REAL, i));
        }
        i++;
      }
      assertThat(i).isEqualTo(ROWS);
      // Least and greatest values in the footer decide what a filter may skip.
      var skipped =
          statement.executeQuery(
              "SELECT count(*) FROM read_parquet('%s') WHERE runs = 39 AND id >= 'https://openalex.org/W39500'"
                  .formatted(file));
      skipped.next();
      assertThat(skipped.getInt(1)).isEqualTo(500);
      var groups =
          statement.executeQuery(
              "SELECT count(DISTINCT row_group_id), bool_and(stats_min_value IS NOT NULL)"
                  + " FROM parquet_metadata('%s') WHERE path_in_schema <> 'absent'"
                      .formatted(file));
      groups.next();
      assertThat(groups.getInt(1)).isEqualTo(5);
      assertThat(groups.getBoolean(2)).isTrue();
    }
  }

  @Test
  void hardwood_reads_back_every_type() {
    var file = folder.resolve("all.parquet");
    ParquetWriter.write(file, everyType(), ROWS);
    try (var table = ParquetTable.open(file)) {
      assertThat(table.columns()).hasSize(14).startsWith("noise", "few");
      for (int i = 0; i < ROWS; i++) {
        assertThat(table.next()).isTrue();
        if (i % 499 == 0) {
          var expected = expected(NOISE, REAL, i);
          for (int c = 0; c < expected.size(); c++) {
            var value = expected.get(c);
            assertThat(table.text(c)).isEqualTo(value.equals("null") ? "" : value.toString());
            assertThat(table.isEmpty(c)).isEqualTo(value.equals("null") || value.equals(""));
            if (value instanceof Double number) {
              assertThat(table.number(c)).isEqualTo(number);
            }
          }
        }
      }
      assertThat(table.next()).isFalse();
    }
  }

  @Test
  void a_table_without_rows_keeps_its_columns() throws SQLException {
    var file = folder.resolve("empty.parquet");
    ParquetWriter.write(file, everyType(), 0);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      var rows = statement.executeQuery("SELECT * FROM read_parquet('" + file + "')");
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(14);
      assertThat(rows.next()).isFalse();
    }
    try (var table = ParquetTable.open(file)) {
      assertThat(table.columns()).hasSize(14);
      assertThat(table.next()).isFalse();
    }
  }

  @Test
  void the_same_values_give_the_same_bytes() throws Exception {
    var one = folder.resolve("one.parquet");
    var two = folder.resolve("two.parquet");
    ParquetWriter.write(one, everyType(), ROWS);
    ParquetWriter.write(two, everyType(), ROWS);
    assertThat(Files.mismatch(one, two)).isEqualTo(-1);
  }

  @Test
  void runs_and_groups_of_every_length_survive_the_hybrid_encoding() throws SQLException {
    for (int seed = 0; seed < 25; seed++) {
      var random = new SplittableRandom(seed);
      int rows = 1 + random.nextInt(200);
      int[] values = new int[rows];
      for (int i = 0; i < rows; ) {
        int value = random.nextInt(1 << random.nextInt(1, 10));
        for (int run = random.nextInt(1, 20); run > 0 && i < rows; run--) {
          values[i++] = value;
        }
      }
      var file = folder.resolve("runs" + seed + ".parquet");
      ParquetWriter.write(
          file,
          List.of(
              ParquetColumn.int32("v", i -> values[i]).unless(i -> values[i] % 3 == 0),
              ParquetColumn.coded(
                  "c", i -> values[i], IntStream.range(0, 1024).mapToObj(i -> "t" + i).toList())),
          rows);
      try (var connection = DriverManager.getConnection("jdbc:duckdb:");
          var statement = connection.createStatement()) {
        var read = statement.executeQuery("SELECT v, c FROM read_parquet('" + file + "')");
        for (int i = 0; i < rows; i++) {
          assertThat(read.next()).isTrue();
          int value = read.getInt(1);
          assertThat(read.wasNull()).as("seed %d row %d", seed, i).isEqualTo(values[i] % 3 == 0);
          assertThat(value).isEqualTo(values[i] % 3 == 0 ? 0 : values[i]);
          assertThat(read.getString(2)).isEqualTo("t" + values[i]);
        }
      }
    }
  }

  private static List<Object> row(ResultSet rows) throws SQLException {
    var row = new ArrayList<Object>();
    for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
      Object value = rows.getObject(c);
      row.add(value == null ? "null" : value);
    }
    return row;
  }
}
