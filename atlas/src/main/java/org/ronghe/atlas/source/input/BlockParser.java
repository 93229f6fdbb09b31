package org.ronghe.atlas.source.input;

/// Turns a block of lines into a result. The pipeline makes one parser a thread.
///
/// @param <R> what comes of a block
@FunctionalInterface
public interface BlockParser<R> {
  /// Reads `block`, whose bytes belong to others as soon as this returns.
  R parse(Block block);
}
