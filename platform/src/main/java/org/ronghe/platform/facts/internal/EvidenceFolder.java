package org.ronghe.platform.facts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Files in the data folder's `evidence`, each under the SHA-256 of its content: `ab/ab12…`. A file
/// appears whole and on the disk, or not at all, and the same content is kept once.
@Component
class EvidenceFolder {
  /// The largest file that is taken.
  static final long MOST_BYTES = 50L * 1024 * 1024;

  private final Path folder;

  EvidenceFolder(Environment environment) {
    String data = environment.getProperty("ronghe.data-folder");
    try {
      folder =
          data == null || data.isBlank()
              ? Files.createTempDirectory("ronghe-evidence-")
              : Path.of(data).resolve("evidence");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file that was kept.
  ///
  /// @param verdict what the scanner says of it, never that it is infected
  record Kept(String sha256, long sizeBytes, FileScan.Verdict verdict) {}

  /// Keeps what is read from `content`, unless it is infected.
  ///
  /// @throws NodeProblem TOO_LARGE, STORAGE_FULL, INPUT_INVALID if it is infected
  Kept keep(InputStream content, FileScan scan) {
    try {
      Files.createDirectories(folder);
      Path staged = Files.createTempFile(folder, "incoming-", ".part");
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long size = copy(content, staged, digest);
        FileScan.Verdict verdict = scan.scan(staged);
        if (verdict == FileScan.Verdict.INFECTED) {
          throw new NodeProblem(
              ProblemCode.INPUT_INVALID, Map.of("file", "facts.evidence.infected-refused"));
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Path target = path(sha256);
        Files.createDirectories(target.getParent());
        if (!Files.exists(target)) {
          Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Kept(sha256, size, verdict);
      } finally {
        Files.deleteIfExists(staged);
      }
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new NodeProblem(ProblemCode.STORAGE_FULL);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static long copy(InputStream content, Path staged, MessageDigest digest)
      throws IOException {
    long size = 0;
    try (var out = new DigestOutputStream(Files.newOutputStream(staged), digest)) {
      var buffer = new byte[64 * 1024];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > MOST_BYTES) {
          throw new NodeProblem(ProblemCode.TOO_LARGE, MOST_BYTES / (1024 * 1024) + " MB");
        }
        out.write(buffer, 0, n);
      }
    }
    // The row that names the file must not outlive a crash that the file does not.
    try (var channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return size;
  }

  /// The content of a file, where it is there.
  Optional<InputStream> find(String sha256) {
    Path path = path(sha256);
    try {
      return Files.exists(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a file lies.
  Path path(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
