package org.ronghe.atlas.report;

import java.util.function.IntUnaryOperator;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.report.parquet.ParquetColumn.Utf8Values;

/// The record ids of rows, handed on as bytes.
///
/// @param recordOfRow the record of a row
record RecordIds(Contributions contributions, IntUnaryOperator recordOfRow) implements Utf8Values {
  @Override
  public byte[] bytes(int row) {
    return contributions.recordIdBytes();
  }

  @Override
  public int start(int row) {
    return contributions.recordIdStart(recordOfRow.applyAsInt(row));
  }

  @Override
  public int end(int row) {
    return contributions.recordIdEnd(recordOfRow.applyAsInt(row));
  }
}
