package org.ronghe.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.ronghe.atlas.source.table.DelimitedTable;
import org.ronghe.atlas.source.table.Table;

/// Our reader of tables and other people's on one inventor table of PatentsView, on one thread.
///
/// Usage: `TableReaders ours|fastcsv|duckdb|read-only FILE RUNS SECONDS`
final class TableReaders {
  private static final String[] COLUMNS = {"patent_id", "inventor_sequence", "location_id"};

  private TableReaders() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    Callable<TableTotals> read =
        switch (args[0]) {
          case "ours" -> () -> ours(file);
          case "fastcsv" -> () -> fastcsv(file);
          case "duckdb" -> () -> duckdb(file);
          case "read-only" -> () -> readOnly(file);
          default -> throw new IllegalArgumentException(args[0]);
        };
    Warm.Result<TableTotals> result =
        Warm.repeat(Integer.parseInt(args[2]), Double.parseDouble(args[3]), read);
    result.answer().into(new Outcome().put(result.times())).print();
  }

  static TableTotals ours(Path file) {
    var totals = new TableTotals();
    try (Table table =
        DelimitedTable.open(
            file,
            DelimitedTable.SNIFF,
            (line, field, value, code) -> {
              throw new IllegalStateException("line " + line + ": " + code);
            })) {
      int patent = table.columns().indexOf(COLUMNS[0]);
      int sequence = table.columns().indexOf(COLUMNS[1]);
      int location = table.columns().indexOf(COLUMNS[2]);
      table.use(patent, sequence, location);
      while (table.next()) {
        totals.rows++;
        totals.sequences += (long) table.number(sequence);
        totals.bytes += table.end(patent) - table.start(patent);
        totals.bytes += table.end(location) - table.start(location);
      }
    }
    return totals;
  }

  private static TableTotals fastcsv(Path file) throws IOException {
    var totals = new TableTotals();
    try (CsvReader<CsvRecord> table = CsvReader.builder().fieldSeparator('\t').ofCsvRecord(file)) {
      int[] at = null;
      for (CsvRecord row : table) {
        if (at == null) {
          var names = row.getFields();
          at =
              new int[] {
                names.indexOf(COLUMNS[0]), names.indexOf(COLUMNS[1]), names.indexOf(COLUMNS[2])
              };
          continue;
        }
        totals.rows++;
        totals.sequences += Integer.parseInt(row.getField(at[1]));
        totals.bytes += row.getField(at[0]).length() + row.getField(at[2]).length();
      }
    }
    return totals;
  }

  private static TableTotals duckdb(Path file) throws SQLException {
    String path = "'" + file.toString().replace("'", "''") + "'";
    String totalsOf =
        "SELECT count(*), sum(inventor_sequence), sum(length(patent_id))"
            + " + sum(length(coalesce(location_id, ''))) FROM read_csv("
            + path
            + ", delim = '\t', header = true, quote = '\"', columns = {'patent_id': 'VARCHAR',"
            + " 'inventor_sequence': 'INTEGER', 'inventor_id': 'VARCHAR',"
            + " 'disambig_inventor_name_first': 'VARCHAR', 'disambig_inventor_name_last':"
            + " 'VARCHAR', 'gender_code': 'VARCHAR', 'location_id': 'VARCHAR'})";
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      try (ResultSet row = statement.executeQuery(totalsOf)) {
        row.next();
        var totals = new TableTotals();
        totals.rows = row.getLong(1);
        totals.sequences = row.getLong(2);
        totals.bytes = row.getLong(3);
        return totals;
      }
    }
  }

  private static TableTotals readOnly(Path file) throws IOException {
    var totals = new TableTotals();
    LineReader.read(file, (bytes, from, to) -> totals.rows++);
    totals.rows--;
    return totals;
  }
}
