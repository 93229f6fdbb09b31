package org.ronghe.atlas.source.table;

import org.ronghe.atlas.problem.RejectCode;

/// Takes note of bad data. `RecordBatch::reject` is one.
@FunctionalInterface
public interface RejectSink {
  /// Notes one piece of bad data.
  ///
  /// @param line 1-based line of a text file, 1-based row of a Parquet file
  /// @param field the column's name in the file; empty for a whole line
  /// @param value the offending text
  /// @param code why
  void reject(long line, String field, String value, RejectCode code);
}
