package org.ronghe.atlas.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ronghe.atlas.report.RunResult.Evidence;
import org.ronghe.atlas.report.parquet.ParquetColumn;
import org.ronghe.atlas.report.parquet.ParquetWriter;

/// `records.parquet`: every record that counts, the unlocated too. With `points.parquet` it holds
/// all that intervals, comparisons and what-ifs need, so that the input is read once.
final class RecordsFile {
  private RecordsFile() {}

  static void write(Path path, Evidence evidence) {
    var records = evidence.contributions();
    var names = records.names();
    ParquetWriter.write(
        path,
        List.of(
            ParquetColumn.utf8("record", new RecordIds(records, row -> row)),
            ParquetColumn.coded("kind", records::kind, Arrays.asList(names.kinds().toArray())),
            ParquetColumn.int32("year", records::year),
            ParquetColumn.coded("field", records::field, Arrays.asList(names.fields().toArray())),
            ParquetColumn.float64("weight", records::recordWeight)),
        records.records());
  }
}
