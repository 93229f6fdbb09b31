package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The files that were uploaded, in the data folder's `imports`, until nobody needs them.
@Component
class SourceFiles {
  /// The largest file that is taken.
  static final long MOST_BYTES = 200L * 1024 * 1024;

  private final Path folder;

  SourceFiles(Environment environment) {
    String data = environment.getProperty("ronghe.data-folder");
    try {
      folder =
          data == null || data.isBlank()
              ? Files.createTempDirectory("ronghe-imports-")
              : Path.of(data).resolve("imports");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file that came in and is not yet an import's.
  record Staged(Path path, String sha256, long sizeBytes) {}

  Staged stage(InputStream content) {
    try {
      Files.createDirectories(folder);
      Path staged = Files.createTempFile(folder, "incoming-", ".part");
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
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
      } catch (NodeProblem | IOException e) {
        Files.deleteIfExists(staged);
        throw e;
      }
      return new Staged(staged, HexFormat.of().formatHex(digest.digest()), size);
    } catch (IOException e) {
      throw new NodeProblem(ProblemCode.STORAGE_FULL);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void keep(Staged staged, long run) {
    try {
      Files.move(staged.path(), path(run), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(Staged staged) {
    try {
      Files.deleteIfExists(staged.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(long run) {
    return folder.resolve(Long.toString(run));
  }
}
