package org.ronghe.atlas.source.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;

/// Blocks made of text, for tests of what reads them.
public final class Blocks {
  private Blocks() {}

  /// A block of these lines of a file named `test`.
  public static Block of(String... lines) {
    return of((String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  /// A block of this text, which must end with a line break. What stands behind it is rubbish.
  public static Block of(byte[] text) {
    byte[] padded = Arrays.copyOf(text, text.length + Block.PADDING);
    Arrays.fill(padded, text.length, padded.length, (byte) '"');
    var file = new InputFile("test", Path.of("test"), text.length);
    return new Block(file, padded, text.length, text.length, "");
  }
}
