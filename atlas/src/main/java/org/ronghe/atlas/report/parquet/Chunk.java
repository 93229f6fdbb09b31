package org.ronghe.atlas.report.parquet;

import java.util.List;

/// What the footer says of a written column chunk.
///
/// @param rows its rows, those without a value included
/// @param nulls its rows without a value
/// @param encodings Parquet's numbers of the encodings used
/// @param dictionaryOffset where its dictionary page starts in the file; -1 if it has none
/// @param dataOffset where its first data page starts in the file
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

  /// Where its first page starts.
  long offset() {
    return dictionaryOffset >= 0 ? dictionaryOffset : dataOffset;
  }
}
