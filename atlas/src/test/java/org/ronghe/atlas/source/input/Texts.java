package org.ronghe.atlas.source.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ronghe.atlas.problem.ProblemException;

/// Writes packed files and reads them back through the pipeline as text.
final class Texts {
  private Texts() {}

  /// What the pipeline made of some files.
  ///
  /// @param blocks text of each block, in order
  /// @param damage what was damaged, in order
  /// @param read the files
  record Result(List<String> blocks, List<String> damage, List<InputRead> read) {
    String text() {
      return String.join("", blocks);
    }
  }

  /// A block's text and damage.
  private record Piece(String text, String damage) {}

  static Result read(int threads, int blockBytes, Path... paths) {
    var blocks = new ArrayList<String>();
    var damage = new ArrayList<String>();
    try {
      var files = InputFiles.resolve(List.of(paths).stream().map(Path::toString).toList());
      var read =
          BlockPipeline.<Piece>run(
              files,
              threads,
              () -> block -> new Piece(text(block), block.damage()),
              piece -> {
                blocks.add(piece.text());
                if (!piece.damage().isEmpty()) {
                  damage.add(piece.damage());
                }
              },
              Progress.NONE,
              blockBytes);
      return new Result(blocks, damage, read);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The text of one file, read whole.
  static String read(Path path) throws ProblemException {
    var result = read(1, 1 << 16, path);
    if (!result.damage().isEmpty()) {
      throw new AssertionError(result.damage());
    }
    return result.text();
  }

  static String text(Block block) {
    return new String(block.bytes(), 0, block.length(), UTF_8);
  }

  static Path write(Path path, byte[]... parts) {
    try (var out = Files.newOutputStream(path)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return path;
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] gzip(String text) {
    return packed(text, GZIPOutputStream::new);
  }

  static byte[] zstd(String text) {
    return packed(text, io.airlift.compress.v3.zstd.ZstdOutputStream::new);
  }

  /// Makes a packing stream.
  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(String text, Packer packer) {
    var bytes = new ByteArrayOutputStream();
    try (var out = packer.over(bytes)) {
      out.write(utf8(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
