package org.ronghe.atlas.report.parquet;

import java.util.List;

/// What the footer says of a written column chunk.
///
/// @param rows its rows, those without a value included
/// @param nulls its rows without a value
/// @param encodings Parquet's numbers of the encodings used
/// @param dictionaryOffset where its dictionary page starts; -1 if it has none
/// @param dataOffset where its first data page starts
/// @param sizes bytes, page headers included
/// @param bounds least and greatest value
record Chunk(
    int rows,
    int nulls,
    List<Integer> encodings,
    long dictionaryOffset,
    long dataOffset,
    Sizes sizes,
    Bounds bounds) {

  /// Bytes in the file and before compression.
  record Sizes(long compressed, long uncompressed) {}

  /// The same chunk with its offsets counted from the start of the file, where it starts at
  /// `start`.
  Chunk at(long start) {
    long dictionary = dictionaryOffset < 0 ? -1 : start + dictionaryOffset;
    return new Chunk(rows, nulls, encodings, dictionary, start + dataOffset, sizes, bounds);
  }

  /// Where its first page starts.
  long offset() {
    return dictionaryOffset >= 0 ? dictionaryOffset : dataOffset;
  }
}
