package org.ronghe.benchmarks;

/// What every reader of inventor tables must agree on: rows, the sum of `inventor_sequence`, and
/// the bytes of `patent_id` and `location_id`.
final class TableTotals {
  long rows;
  long sequences;
  long bytes;

  Outcome into(Outcome outcome) {
    return outcome.put("rows", rows).put("sequences", sequences).put("bytes", bytes);
  }
}
