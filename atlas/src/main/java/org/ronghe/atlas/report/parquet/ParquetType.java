package org.ronghe.atlas.report.parquet;

/// The physical types written, with Parquet's numbers for them.
///
/// https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
enum ParquetType {
  BOOLEAN(0, 0),
  INT32(1, 4),
  INT64(2, 8),
  DOUBLE(5, 8),
  BYTE_ARRAY(6, 0);

  final int code;
  final int bytes;

  ParquetType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static ParquetType of(ParquetColumn column) {
    return switch (column) {
      case ParquetColumn.Int32 c -> INT32;
      case ParquetColumn.Int64 c -> INT64;
      case ParquetColumn.Float64 c -> DOUBLE;
      case ParquetColumn.Truth c -> BOOLEAN;
      case ParquetColumn.Text c -> BYTE_ARRAY;
      case ParquetColumn.Coded c -> BYTE_ARRAY;
    };
  }
}
