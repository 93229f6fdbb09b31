package org.ronghe.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ronghe.atlas.report.parquet.ParquetColumn;
import org.ronghe.atlas.report.parquet.ParquetWriter;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.table.ColumnMapping;
import org.ronghe.atlas.source.table.DelimitedTable;
import org.ronghe.atlas.source.table.EventTable;

/// Times reading an inventor table and writing a Parquet file, DuckDB beside us in the same run on
/// the same file, answers checked equal. Ratios are what counts: the machine is noisy.
///
/// Arguments: rows (default 2,000,000), a folder for the files (default the temporary folder).
final class TableTiming {
  private static final int ROUNDS = 5;

  private TableTiming() {}

  public static void main(String[] args) throws IOException, SQLException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
    var folder = args.length > 1 ? Path.of(args[1]) : Path.of(System.getProperty("java.io.tmpdir"));
    var inventors = folder.resolve("g_inventor_disambiguated-" + rows + ".tsv");
    var events = folder.resolve("events-" + rows + ".tsv");
    writeInventors(inventors, rows);
    writeEvents(events, rows);
    scan(inventors, "patent_id", "location_id");
    scan(events, "id", "lat");
    readEvents(events, rows);
    writeParquet(folder.resolve("timing.parquet"), rows);
  }

  private static void writeInventors(Path file, int rows) throws IOException {
    var random = new SplittableRandom(42);
    try (var out = printer(file)) {
      out.print(
          "\"patent_id\"\t\"inventor_sequence\"\t\"inventor_id\"\t\"disambig_inventor_name_first\""
              + "\t\"disambig_inventor_name_last\"\t\"gender_code\"\t\"location_id\"\n");
      for (int i = 0; i < rows; i++) {
        long location = random.nextInt(100_000) * 0x9E3779B97F4A7C15L;
        out.print(
            "\"%d\"\t\"%d\"\t\"fl:jo_ln:smith-%d\"\t\"John A.\"\t\"Smith%s\"\t\"M\"\t\"%016x-16c8-11ed-9b5f-1234bf3cd657\"\n"
                .formatted(
                    10_000_000 + i / 3,
                    i % 3,
                    random.nextInt(999_999),
                    "x".repeat(random.nextInt(6)),
                    location));
      }
    }
  }

  private static void writeEvents(Path file, int rows) throws IOException {
    var random = new SplittableRandom(43);
    try (var out = printer(file)) {
      out.print("id\tyear\tkind\tweight\tperson\torganisation\tlat\tlon\n");
      for (int i = 0; i < rows; i++) {
        out.print(
            String.format(
                Locale.ROOT,
                "deal-%d\t%d\tdeal\t1\tperson-%d\tOrganisation %d\t%.5f\t%.5f\n",
                i / 2,
                2018 + i / 2 % 5,
                random.nextInt(1_000_000),
                random.nextInt(20_000),
                random.nextDouble(-90, 90),
                random.nextDouble(-180, 180)));
      }
    }
  }

  /// Both count the rows and the bytes of two columns, ours by reading every field.
  private static void scan(Path file, String one, String two) throws IOException, SQLException {
    double megabytes = Files.size(file) / 1e6;
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET threads=1");
      for (int round = 0; round < ROUNDS; round++) {
        long cpu = cpu();
        long ours = scanOurs(file, one, two);
        long oursCpu = cpu() - cpu;
        cpu = cpu();
        var read =
            statement.executeQuery(
                "SELECT sum(strlen(%s) + strlen(%s)) FROM read_csv('%s', delim='\t', header=true, quote='\"', escape='\"', all_varchar=true)"
                    .formatted(one, two, file));
        read.next();
        long theirs = read.getLong(1);
        long theirsCpu = cpu() - cpu;
        if (ours != theirs) {
          throw new IllegalStateException("answers differ: " + ours + " and " + theirs);
        }
        System.out.printf(
            Locale.ROOT,
            "scan %s: ours %.0f MB/CPU-s, DuckDB %.0f MB/CPU-s, ratio %.2f%n",
            file.getFileName(),
            megabytes / oursCpu * 1e9,
            megabytes / theirsCpu * 1e9,
            (double) theirsCpu / oursCpu);
      }
    }
  }

  private static long scanOurs(Path file, String one, String two) {
    long bytes = 0;
    try (var table = DelimitedTable.open(file, '\t', (line, field, value, code) -> {})) {
      int a = table.columns().indexOf(one);
      int b = table.columns().indexOf(two);
      table.use(a, b);
      while (table.next()) {
        bytes += table.end(a) - table.start(a) + table.end(b) - table.start(b);
      }
    }
    return bytes;
  }

  private static void readEvents(Path file, int rows) {
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = cpu();
      int[] records = {0};
      EventTable.read(
          file,
          ColumnMapping.none(),
          "deal",
          RecordFilter.all(),
          batch -> records[0] += batch.records());
      if (records[0] != (rows + 1) / 2) {
        throw new IllegalStateException("records: " + records[0]);
      }
      System.out.printf(Locale.ROOT, "events: %.0f ns CPU a row%n", (double) (cpu() - cpu) / rows);
    }
  }

  private static void writeParquet(Path file, int rows) throws IOException, SQLException {
    var random = new SplittableRandom(44);
    double[] lat = random.doubles(rows, -90, 90).toArray();
    int[] city = random.ints(rows, 0, 5000).toArray();
    var cities = java.util.stream.IntStream.range(0, 5000).mapToObj(i -> "City " + i).toList();
    byte[] ids = "https://openalex.org/W0123456789".getBytes(StandardCharsets.UTF_8);
    var columns =
        List.of(
            ParquetColumn.int32("point", i -> i),
            ParquetColumn.float64("lat", i -> lat[i]),
            ParquetColumn.float64("lon", i -> 2 * lat[i]),
            ParquetColumn.float64("weight", i -> (city[i] & 7) / 8.0),
            ParquetColumn.int32("cluster", i -> city[i]).unless(i -> city[i] < 500),
            ParquetColumn.truth("core", i -> (city[i] & 1) == 0),
            ParquetColumn.coded("city", i -> city[i], cities),
            ParquetColumn.int64("key", i -> city[i] * 77L),
            ParquetColumn.int32("year", i -> 2018 + i % 5),
            ParquetColumn.utf8("id", new Ids(ids)));
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = cpu();
      ParquetWriter.write(file, columns, rows);
      double seconds = (cpu() - cpu) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "parquet: %.2f s CPU for %,d rows x 10 columns, %.0f ns a row, %.1f MB%n",
          seconds,
          rows,
          seconds * 1e9 / rows,
          Files.size(file) / 1e6);
    }
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET threads=1");
      var read =
          statement.executeQuery(
              "SELECT count(*), count(cluster) FROM read_parquet('" + file + "')");
      read.next();
      if (read.getLong(1) != rows) {
        throw new IllegalStateException("rows: " + read.getLong(1));
      }
      for (var codec : List.of("snappy", "zstd")) {
        statement.execute("CREATE OR REPLACE TABLE t AS FROM read_parquet('" + file + "')");
        long cpu = cpu();
        statement.execute(
            "COPY t TO '%s.duck' (FORMAT parquet, CODEC '%s')".formatted(file, codec));
        System.out.printf(
            Locale.ROOT,
            "parquet by DuckDB (%s): %.2f s CPU, %.1f MB%n",
            codec,
            (cpu() - cpu) / 1e9,
            Files.size(Path.of(file + ".duck")) / 1e6);
      }
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static PrintStream printer(Path file) throws IOException {
    return new PrintStream(
        new BufferedOutputStream(Files.newOutputStream(file), 1 << 20),
        false,
        StandardCharsets.UTF_8);
  }

  /// Ids that differ in their last seven digits.
  private static final class Ids implements ParquetColumn.Utf8Values {
    private final byte[] bytes;

    Ids(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] bytes(int row) {
      int rest = row;
      for (int p = bytes.length - 1; p > bytes.length - 8; p--) {
        bytes[p] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      return bytes;
    }

    @Override
    public int start(int row) {
      return 0;
    }

    @Override
    public int end(int row) {
      return bytes.length;
    }
  }
}
