package org.ronghe.atlas.source.input;

import java.io.FileInputStream;
import java.io.IOException;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// How a file is packed, judged by its first bytes, not by its name.
enum Packing {
  NONE,
  GZIP,
  ZSTD,
  ZIP;

  private static final int LONGEST_MAGIC = 6;

  /// The packing of `file`.
  ///
  /// @throws ProblemException `FILE_UNREADABLE`, or `FILE_UNKNOWN` for a packing or a binary format
  ///   that is none of these
  static Packing of(InputFile file) {
    byte[] head;
    try (var in = new FileInputStream(file.path().toFile())) {
      head = in.readNBytes(LONGEST_MAGIC);
    } catch (IOException e) {
      throw InputFiles.unreadable(file.name(), e);
    }
    if (starts(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (starts(head, 0x28, 0xB5, 0x2F, 0xFD)) {
      return ZSTD;
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      return ZIP;
    }
    var other = other(head);
    if (!other.isEmpty()) {
      throw new ProblemException(ErrorCode.FILE_UNKNOWN, file.name(), other);
    }
    return NONE;
  }

  private static String other(byte[] head) {
    if (starts(head, 0xFD, '7', 'z', 'X', 'Z')) {
      return "xz";
    }
    if (starts(head, 'B', 'Z', 'h')) {
      return "bzip2";
    }
    if (starts(head, '7', 'z', 0xBC, 0xAF)) {
      return "7z";
    }
    if (starts(head, 'P', 'A', 'R', '1')) {
      return "Parquet";
    }
    if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE)) {
      return "UTF-16";
    }
    return "";
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
