package org.ronghe.atlas.source.table;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// The flat columns of a Parquet file: strings, whole and floating numbers, decimals, booleans,
/// dates and instants. Columns inside lists, maps and structs are not offered.
///
/// Numbers are also readable as text and text as numbers, so that a table source need not know what
/// its table is stored as; a date reads as `2021-05-04`.
public final class ParquetTable implements Table {
  private final String file;
  private final ParquetFileReader reader;
  private final List<ColumnSchema> schemas;
  private final List<String> columns;
  private final @Nullable ParquetColumn[] cursors;
  private @Nullable ColumnReaders readers;
  private int row;
  private int rowsInBatch;
  private long line;

  private ParquetTable(String file, ParquetFileReader reader) {
    this.file = file;
    this.reader = reader;
    schemas = new ArrayList<>();
    for (var column : reader.getFileSchema().getColumns()) {
      if (column.maxRepetitionLevel() == 0 && column.fieldPath().elements().size() == 1) {
        schemas.add(column);
      }
    }
    columns = schemas.stream().map(ColumnSchema::name).toList();
    cursors = new ParquetColumn[schemas.size()];
  }

  /// Opens `path` and reads the footer.
  ///
  /// @throws ProblemException if the file is missing, broken or has no flat column
  public static ParquetTable open(Path path) {
    var file = path.toString();
    try {
      var table = new ParquetTable(file, ParquetFileReader.open(InputFile.of(path)));
      if (table.columns.isEmpty()) {
        table.close();
        throw new ProblemException(ErrorCode.FILE_UNKNOWN, file, "Parquet without flat columns");
      }
      return table;
    } catch (IOException e) {
      throw TableInput.unreadable(file, e);
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      throw broken(file, e);
    }
  }

  /// How many rows the footer promises.
  public long rows() {
    return reader.getFileMetaData().numRows();
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void use(int... columns) {
    if (readers != null) {
      throw new IllegalStateException("use() after reading began: " + file);
    }
    if (columns.length == 0) {
      throw new IllegalArgumentException("no column in use: " + file);
    }
    Map<String, Integer> wanted = new HashMap<>();
    for (int c : columns) {
      wanted.put(this.columns.get(c), c);
    }
    var projection = ColumnProjection.columns(wanted.keySet().toArray(String[]::new));
    try {
      readers = reader.columnReaders(projection);
      for (int i = 0; i < readers.getColumnCount(); i++) {
        ColumnReader column = readers.getColumnReader(i);
        Integer c = wanted.get(column.getColumnSchema().name());
        if (c != null) {
          cursors[c] = new ParquetColumn(column);
        }
      }
    } catch (RuntimeException e) {
      throw broken(file, e);
    }
  }

  @Override
  public boolean next() {
    if (++row < rowsInBatch) {
      line++;
      return true;
    }
    return nextBatch();
  }

  private boolean nextBatch() {
    if (readers == null) {
      int[] all = new int[columns.size()];
      for (int c = 0; c < all.length; c++) {
        all[c] = c;
      }
      use(all);
    }
    try {
      do {
        if (readers == null || !readers.nextBatch()) {
          rowsInBatch = 0;
          return false;
        }
        rowsInBatch = readers.getRecordCount();
      } while (rowsInBatch == 0);
      for (var cursor : cursors) {
        if (cursor != null) {
          cursor.batch();
        }
      }
    } catch (RuntimeException e) {
      throw broken(file, e);
    }
    row = 0;
    line++;
    return true;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public byte[] bytes(int c) {
    return cursor(c).at(row).bytes();
  }

  @Override
  public int start(int c) {
    return cursor(c).at(row).start();
  }

  @Override
  public int end(int c) {
    return cursor(c).at(row).end();
  }

  @Override
  public boolean isEmpty(int c) {
    var cursor = cursor(c);
    return cursor.isText() ? cursor.at(row).start() == cursor.end() : cursor.isNull(row);
  }

  @Override
  public double number(int c) {
    return cursor(c).number(row);
  }

  @Override
  public void close() {
    try {
      if (readers != null) {
        readers.close();
      }
      reader.close();
    } catch (IOException e) {
      throw TableInput.unreadable(file, e);
    }
  }

  /// True if the column holds numbers by its type.
  public boolean isNumeric(int c) {
    var schema = schemas.get(c);
    return switch (schema.type()) {
      case INT32, INT64 ->
          !(schema.logicalType() instanceof LogicalType.DateType
              || schema.logicalType() instanceof LogicalType.TimestampType
              || schema.logicalType() instanceof LogicalType.TimeType);
      case FLOAT, DOUBLE -> true;
      case FIXED_LEN_BYTE_ARRAY, BYTE_ARRAY ->
          schema.logicalType() instanceof LogicalType.DecimalType;
      case BOOLEAN, INT96 -> false;
    };
  }

  /// The storage type of a column, for `sources check`.
  public PhysicalType type(int c) {
    return schemas.get(c).type();
  }

  private ParquetColumn cursor(int c) {
    var cursor = cursors[c];
    if (cursor == null) {
      throw new IllegalStateException(
          "column " + columns.get(c) + " of " + file + " is not in use");
    }
    return cursor;
  }

  private static ProblemException broken(String file, RuntimeException e) {
    String reason = e.getMessage();
    return new ProblemException(
        ErrorCode.FILE_UNREADABLE, file, reason == null ? e.getClass().getSimpleName() : reason);
  }
}
