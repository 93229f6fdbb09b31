package org.ronghe.atlas.report.parquet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// Writes a table of flat columns as a Parquet file: format version 1, data pages of version 1,
/// PLAIN or dictionary encoding, every page compressed.
///
/// The same values give the same bytes, whatever the machine. The columns of a row group are made
/// side by side, so they are asked for their values on several threads; memory is that of one row
/// group.
public final class ParquetWriter {
  /// Rows in a row group; the last has what is left.
  static final int ROWS_A_GROUP = 1 << 20;

  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;

  private final List<ParquetColumn> columns;
  private final PageCompressor.Codec codec;
  private final List<List<Chunk>> groups = new ArrayList<>();

  private ParquetWriter(List<ParquetColumn> columns, PageCompressor.Codec codec) {
    this.columns = columns;
    this.codec = codec;
  }

  /// Writes `rows` rows of `columns` to `path`, replacing what is there; writing beside and
  /// renaming is the caller's.
  ///
  /// @throws ProblemException if the file cannot be written
  public static void write(Path path, List<ParquetColumn> columns, int rows) {
    write(path, columns, rows, ROWS_A_GROUP, PageCompressor.Codec.SNAPPY);
  }

  static void write(
      Path path,
      List<ParquetColumn> columns,
      int rows,
      int rowsInGroup,
      PageCompressor.Codec codec) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table without columns: " + path);
    }
    try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      new ParquetWriter(List.copyOf(columns), codec).write(out, rows, rowsInGroup);
    } catch (IOException e) {
      String reason = e.getMessage();
      throw new ProblemException(
          ErrorCode.OUTPUT_UNWRITABLE,
          path.toString(),
          reason == null ? e.getClass().getSimpleName() : reason);
    }
  }

  private void write(OutputStream out, int rows, int rowsInGroup) throws IOException {
    out.write(MAGIC);
    long offset = MAGIC.length;
    var writers =
        columns.stream().map(column -> new ChunkWriter(column, new PageCompressor(codec))).toList();
    for (int from = 0; from < rows; from += rowsInGroup) {
      int to = (int) Math.min(rows, (long) from + rowsInGroup);
      int first = from;
      var made = writers.parallelStream().map(writer -> writer.make(first, to)).toList();
      var chunks = new ArrayList<Chunk>();
      for (int c = 0; c < made.size(); c++) {
        writers.get(c).copyTo(out);
        chunks.add(made.get(c).at(offset));
        offset += made.get(c).sizes().compressed();
      }
      groups.add(chunks);
    }
    var footer = footer(rows);
    out.write(footer.bytes(), 0, footer.size());
    var tail = new ByteSink();
    tail.putInt(footer.size());
    tail.put(MAGIC, 0, MAGIC.length);
    out.write(tail.bytes(), 0, tail.size());
  }

  /// The `FileMetaData` of parquet.thrift.
  private ByteSink footer(long rows) {
    var bytes = new ByteSink();
    var file = new ThriftStruct(bytes).i32(1, 1);
    schema(file);
    file.i64(3, rows).structs(4, groups.size());
    for (int g = 0; g < groups.size(); g++) {
      rowGroup(file.element(), groups.get(g), g);
    }
    file.text(6, "Ronghe").structs(7, columns.size());
    // The order in which least and greatest are meant: that of each type.
    columns.forEach(column -> file.element().begin(1).end().end());
    file.end();
    return bytes;
  }

  private void schema(ThriftStruct file) {
    file.structs(2, columns.size() + 1);
    file.element().text(4, "schema").i32(5, columns.size()).end();
    for (var column : columns) {
      var type = ParquetType.of(column);
      file.element()
          .i32(1, type.code)
          .i32(3, column.absent() == null ? REQUIRED : OPTIONAL)
          .text(4, column.name());
      if (type == ParquetType.BYTE_ARRAY) {
        file.i32(6, UTF8).begin(10).begin(1).end().end();
      }
      file.end();
    }
  }

  private void rowGroup(ThriftStruct group, List<Chunk> chunks, int ordinal) {
    group.structs(1, chunks.size());
    for (int c = 0; c < chunks.size(); c++) {
      column(group.element(), columns.get(c), chunks.get(c));
    }
    group
        .i64(2, chunks.stream().mapToLong(chunk -> chunk.sizes().uncompressed()).sum())
        .i64(3, chunks.getFirst().rows())
        .i64(5, chunks.getFirst().offset())
        .i64(6, chunks.stream().mapToLong(chunk -> chunk.sizes().compressed()).sum());
    // The format keeps the ordinal in 16 bits.
    if (ordinal <= Short.MAX_VALUE) {
      group.i16(7, ordinal);
    }
    group.end();
  }

  private void column(ThriftStruct struct, ParquetColumn column, Chunk chunk) {
    struct
        .i64(2, 0)
        .begin(3)
        .i32(1, ParquetType.of(column).code)
        .i32s(2, chunk.encodings())
        .texts(3, List.of(column.name()))
        .i32(4, codec.code)
        .i64(5, chunk.rows())
        .i64(6, chunk.sizes().uncompressed())
        .i64(7, chunk.sizes().compressed())
        .i64(9, chunk.dataOffset());
    if (chunk.dictionaryOffset() >= 0) {
      struct.i64(11, chunk.dictionaryOffset());
    }
    struct.begin(12).i64(3, chunk.nulls());
    var bounds = chunk.bounds();
    if (bounds.least() != null && bounds.greatest() != null) {
      struct.binary(5, bounds.greatest()).binary(6, bounds.least());
    }
    struct.end().end().end();
  }
}
