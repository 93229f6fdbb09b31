package org.ronghe.platform.facts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.IncomingFile;
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
    folder = IncomingFile.folder(environment.getProperty("ronghe.data-folder"), "evidence");
  }

  /// A file that was kept.
  ///
  /// @param verdict what the scanner says of it, never that it is infected
  record Kept(String sha256, long sizeBytes, FileScan.Verdict verdict) {}

  /// Keeps what is read from `content`, unless it is infected.
  ///
  /// @throws NodeProblem TOO_LARGE, STORAGE_FULL, INPUT_INVALID if it is infected
  Kept keep(InputStream content, FileScan scan) {
    try (var incoming = IncomingFile.receive(content, folder, MOST_BYTES)) {
      FileScan.Verdict verdict = scan.scan(incoming.path());
      if (verdict == FileScan.Verdict.INFECTED) {
        throw new NodeProblem(
            ProblemCode.INPUT_INVALID, Map.of("file", "facts.evidence.infected-refused"));
      }
      Path target = path(incoming.sha256());
      if (!Files.exists(target)) {
        incoming.put(target);
      }
      return new Kept(incoming.sha256(), incoming.sizeBytes(), verdict);
    }
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
