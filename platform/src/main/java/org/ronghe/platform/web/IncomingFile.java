package org.ronghe.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// A file that somebody sent and that has no place yet: whole and on the disk. Closed, it is gone,
/// unless it was put somewhere.
///
/// @param sha256 of its content, in hexadecimal
public record IncomingFile(Path path, String sha256, long sizeBytes) implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  /// Receives a file.
  ///
  /// @param folder beside where it will be put; made if need be
  /// @param mostBytes the largest that is taken
  /// @throws NodeProblem TOO_LARGE, STORAGE_FULL
  public static IncomingFile receive(InputStream content, Path folder, long mostBytes) {
    try {
      Files.createDirectories(folder);
      Path path = Files.createTempFile(folder, "incoming-", ".part");
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long size = copy(content, path, digest, mostBytes);
        return new IncomingFile(path, HexFormat.of().formatHex(digest.digest()), size);
      } catch (NodeProblem | IOException e) {
        Files.deleteIfExists(path);
        throw e;
      }
    } catch (IOException e) {
      throw new NodeProblem(ProblemCode.STORAGE_FULL);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static long copy(InputStream content, Path path, MessageDigest digest, long mostBytes)
      throws IOException {
    long size = 0;
    try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
      var buffer = new byte[BUFFER];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > mostBytes) {
          throw new NodeProblem(ProblemCode.TOO_LARGE, mostBytes / (1024 * 1024) + " MB");
        }
        out.write(buffer, 0, n);
      }
    }
    // The row that names the file must not outlive a crash that the file does not.
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return size;
  }

  /// Gives it its place, at once and whole.
  ///
  /// @throws NodeProblem STORAGE_FULL
  public void put(Path target) {
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new NodeProblem(ProblemCode.STORAGE_FULL);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A folder of the node's data; one that is gone after a restart where the node has none.
  ///
  /// @param data the data folder; null or blank for none
  public static Path folder(@Nullable String data, String name) {
    try {
      return data == null || data.isBlank()
          ? Files.createTempDirectory("ronghe-" + name + "-")
          : Path.of(data).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
