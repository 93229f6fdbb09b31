package org.ronghe.atlas.source.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.source.input.ZstdStream;

/// Opens a table's file, decompressed; what it is compressed with is told by its first bytes.
final class TableInput {
  private static final int BUFFER = 1 << 16;

  private TableInput() {}

  static InputStream open(Path path) {
    try {
      var in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
      try {
        return switch (compression(path)) {
          case "gzip" -> new GZIPInputStream(in, BUFFER);
          case "zstd" -> new ZstdStream(in);
          case "zip" -> onlyEntry(path, in);
          default -> in;
        };
      } catch (IOException e) {
        in.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /// `gzip`, `zstd`, `zip` or `none`, by the magic number.
  static String compression(Path path) {
    byte[] head = head(path);
    if (startsWith(head, 0x1F, 0x8B)) {
      return "gzip";
    }
    if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)) {
      return "zstd";
    }
    return startsWith(head, 'P', 'K', 3, 4) ? "zip" : "none";
  }

  static boolean isParquet(Path path) {
    return startsWith(head(path), 'P', 'A', 'R', '1');
  }

  static ProblemException unreadable(String file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new ProblemException(ErrorCode.FILE_MISSING, file);
    }
    String reason = e.getMessage();
    return new ProblemException(
        ErrorCode.FILE_UNREADABLE, file, reason == null ? e.getClass().getSimpleName() : reason);
  }

  private static byte[] head(Path path) {
    if (!Files.exists(path)) {
      throw new ProblemException(ErrorCode.FILE_MISSING, path.toString());
    }
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(4);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  private static boolean startsWith(byte[] head, int... magic) {
    byte[] bytes = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      bytes[i] = (byte) magic[i];
    }
    return head.length >= bytes.length
        && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
  }

  /// The first file in the archive, as the publishers of tables pack them: one to an archive.
  private static InputStream onlyEntry(Path path, InputStream in) throws IOException {
    var zip = new ZipInputStream(in);
    var entry = zip.getNextEntry();
    while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX"))) {
      entry = zip.getNextEntry();
    }
    if (entry == null) {
      throw new ProblemException(ErrorCode.FILE_EMPTY, path.toString());
    }
    return zip;
  }
}
