package org.ronghe.atlas.source.input;

import java.io.IOException;

/// Unpacked bytes of a file, in order.
@FunctionalInterface
interface ByteSource {
  /// Puts at least one and at most `length` bytes at `target[offset]`; -1 at the end.
  ///
  /// @throws IOException if the bytes are damaged, with a sentence that says how
  int read(byte[] target, int offset, int length) throws IOException;
}
