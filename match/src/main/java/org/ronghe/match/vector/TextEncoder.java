package org.ronghe.match.vector;

import java.util.List;

/// Something that makes unit vectors of texts.
public interface TextEncoder extends AutoCloseable {
  /// Name with version; an index remembers by whom its vectors were made.
  String id();

  /// Length of a vector.
  int dimension();

  /// Unit vectors, in the order of the texts.
  float[][] vectors(List<String> texts);

  @Override
  void close();
}
