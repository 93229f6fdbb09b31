package org.ronghe.atlas.source.input;

import java.nio.file.Path;

/// One file to read.
///
/// @param name as the user named it, or as found below a folder the user named; `/` between parts
/// @param path where it is
/// @param bytes its size on disk
public record InputFile(String name, Path path, long bytes) {
  public InputFile {
    if (bytes < 0) {
      throw new IllegalArgumentException(name + ": " + bytes + " bytes");
    }
  }
}
