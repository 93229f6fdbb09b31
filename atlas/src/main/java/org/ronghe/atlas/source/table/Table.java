package org.ronghe.atlas.source.table;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A table of named columns read row by row, whatever it is stored as.
///
/// A cursor: [#next] moves to a row, the other methods read the row's values. The slices that
/// [#bytes], [#start] and [#end] give are valid until the next call of [#next]; reading a row
/// allocates nothing. Columns are numbered from 0; a value that is absent is empty. Not
/// thread-safe.
public sealed interface Table extends Closeable permits DelimitedTable, ParquetTable {

  /// Opens a table: Parquet by its first bytes, otherwise delimited text, plain or compressed.
  ///
  /// @param rejects takes the rows that cannot be read, while they are passed over
  /// @throws org.ronghe.atlas.problem.ProblemException if the file is missing, unreadable or empty
  static Table open(Path path, RejectSink rejects) {
    return TableInput.isParquet(path)
        ? ParquetTable.open(path)
        : DelimitedTable.open(path, DelimitedTable.SNIFF, rejects);
  }

  /// The file as the user named it.
  String file();

  /// The column names as they stand in the file.
  List<String> columns();

  /// Says which columns will be read; to be called once, before the first [#next]. Only their
  /// values are decoded and checked.
  void use(int... columns);

  /// Moves to the next row; false at the end.
  boolean next();

  /// Where the row stands: 1-based line of a text file, 1-based row of a Parquet file.
  long line();

  /// The array that holds the value of column `c`.
  byte[] bytes(int c);

  /// Where the value of column `c` starts in [#bytes].
  int start(int c);

  /// Where the value of column `c` ends in [#bytes], exclusive.
  int end(int c);

  /// The value of column `c` as a number; NaN when it is empty or not a number.
  double number(int c);

  /// True if column `c` has no value in this row.
  default boolean isEmpty(int c) {
    return start(c) == end(c);
  }

  /// The value of column `c` as a string.
  default String text(int c) {
    return new String(bytes(c), start(c), end(c) - start(c), StandardCharsets.UTF_8);
  }

  @Override
  void close();
}
