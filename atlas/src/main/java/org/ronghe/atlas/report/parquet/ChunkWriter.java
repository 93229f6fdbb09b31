package org.ronghe.atlas.report.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Writes one column of one row group: a dictionary page where it pays, then data pages (version
/// 1). Keeps its buffers from chunk to chunk.
final class ChunkWriter {
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int RLE_DICTIONARY = 8;
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;
  private static final int ROWS_A_PAGE = 1 << 17;

  private final ParquetColumn column;
  private final ParquetType type;
  private final PageCompressor compressor;
  private final ChunkValues values;
  private final ByteSink page = new ByteSink();
  private final ByteSink header = new ByteSink();
  private final ByteSink file = new ByteSink();
  private final IntConsumer gatherer;
  private int[] levels = {};

  private long uncompressed;

  ChunkWriter(ParquetColumn column, PageCompressor compressor) {
    this.column = column;
    this.compressor = compressor;
    type = ParquetType.of(column);
    // A truth value is one bit already: no dictionary, the numbers below are its PLAIN size.
    values =
        column instanceof ParquetColumn.Coded coded
            ? new ChunkValues(coded.texts())
            : new ChunkValues(type == ParquetType.BOOLEAN ? 1 : type.bytes);
    gatherer = gatherer();
  }

  /// Makes the chunk of rows `[from, to)`, which [#copyTo] then writes; its offsets count from its
  /// own start.
  Chunk make(int from, int to) {
    file.clear();
    uncompressed = 0;
    gather(from, to);
    int[] codes = type == ParquetType.BOOLEAN ? null : values.encode();
    if (codes != null) {
      dictionaryPage();
    }
    int dataOffset = file.size();
    int value = 0;
    for (int start = from; start < to; start += ROWS_A_PAGE) {
      int end = Math.min(to, start + ROWS_A_PAGE);
      value = dataPage(from, start, end, value, codes);
    }
    return new Chunk(
        to - from,
        to - from - values.count,
        codes == null ? List.of(PLAIN, RLE) : List.of(PLAIN, RLE, RLE_DICTIONARY),
        codes == null ? -1 : 0,
        dataOffset,
        new Chunk.Sizes(file.size(), uncompressed),
        Bounds.of(type, values));
  }

  /// Writes the chunk made last.
  void copyTo(OutputStream out) throws IOException {
    out.write(file.bytes(), 0, file.size());
  }

  private IntConsumer gatherer() {
    return switch (column) {
      case ParquetColumn.Int32 c -> row -> values.add(c.values().applyAsInt(row));
      case ParquetColumn.Int64 c -> row -> values.add(c.values().applyAsLong(row));
      case ParquetColumn.Float64 c ->
          row -> values.add(Double.doubleToLongBits(c.values().applyAsDouble(row)));
      case ParquetColumn.Truth c -> row -> values.add(c.values().test(row) ? 1 : 0);
      case ParquetColumn.Text c ->
          row -> values.add(c.values().bytes(row), c.values().start(row), c.values().end(row));
      case ParquetColumn.Coded c -> row -> values.addCoded(c.values().applyAsInt(row));
    };
  }

  private void gather(int from, int to) {
    values.clear(to - from);
    var absent = column.absent();
    if (absent == null) {
      for (int row = from; row < to; row++) {
        gatherer.accept(row);
      }
      return;
    }
    if (levels.length < to - from) {
      levels = new int[to - from];
    }
    for (int row = from; row < to; row++) {
      boolean present = !absent.test(row);
      levels[row - from] = present ? 1 : 0;
      if (present) {
        gatherer.accept(row);
      }
    }
  }

  private void dictionaryPage() {
    page.clear();
    for (int e = 0; e < values.entryCount(); e++) {
      plain(values.entry(e));
    }
    int compressed = compressor.compress(page);
    header.clear();
    new ThriftStruct(header)
        .i32(1, DICTIONARY_PAGE)
        .i32(2, page.size())
        .i32(3, compressed)
        .begin(7)
        .i32(1, values.entryCount())
        .i32(2, PLAIN)
        .end()
        .end();
    flush(compressed);
  }

  /// Writes the rows `[start, end)` of the chunk that begins at row `first`; the first of their
  /// values is number `value`. Returns the number of the value after the last.
  private int dataPage(int first, int start, int end, int value, int @Nullable [] codes) {
    page.clear();
    int last = value + end - start;
    if (column.absent() != null) {
      page.putInt(0);
      HybridEncoder.encode(levels, start - first, end - first, 1, page);
      page.putInt(0, page.size() - 4);
      last = value;
      for (int i = start - first; i < end - first; i++) {
        last += levels[i];
      }
    }
    if (codes != null) {
      int width = HybridEncoder.width(values.entryCount() - 1);
      page.put(width);
      HybridEncoder.encode(codes, value, last, width, page);
    } else if (type == ParquetType.BOOLEAN) {
      bits(value, last);
    } else {
      for (int i = value; i < last; i++) {
        plain(i);
      }
    }
    int compressed = compressor.compress(page);
    header.clear();
    new ThriftStruct(header)
        .i32(1, DATA_PAGE)
        .i32(2, page.size())
        .i32(3, compressed)
        .begin(5)
        .i32(1, end - start)
        .i32(2, codes != null ? RLE_DICTIONARY : PLAIN)
        .i32(3, RLE)
        .i32(4, RLE)
        .end()
        .end();
    flush(compressed);
    return last;
  }

  private void flush(int compressed) {
    file.put(header.bytes(), 0, header.size());
    file.put(compressor.bytes(), 0, compressed);
    uncompressed += header.size() + page.size();
  }

  private void plain(int i) {
    switch (type) {
      case INT32 -> page.putInt((int) values.numbers[i]);
      case INT64, DOUBLE -> page.putLong(values.numbers[i]);
      case BYTE_ARRAY -> {
        page.putInt(values.end(i) - values.start(i));
        page.put(values.text, values.start(i), values.end(i));
      }
      case BOOLEAN -> throw new IllegalStateException("truth values are packed: " + column.name());
    }
  }

  private void bits(int from, int to) {
    for (int i = from; i < to; i += 8) {
      int packed = 0;
      for (int j = i; j < Math.min(to, i + 8); j++) {
        packed |= (int) values.numbers[j] << (j - i);
      }
      page.put(packed);
    }
  }
}
