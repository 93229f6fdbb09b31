package org.ronghe.atlas.source.input;

/// Hears how far the reading is. Called on the thread that runs the pipeline.
@FunctionalInterface
public interface Progress {
  /// For those who do not want to know.
  Progress NONE = (done, total) -> {};

  /// Says how far it is.
  ///
  /// @param doneBytes bytes on disk read and dealt with so far
  /// @param totalBytes bytes on disk in all
  void at(long doneBytes, long totalBytes);
}
