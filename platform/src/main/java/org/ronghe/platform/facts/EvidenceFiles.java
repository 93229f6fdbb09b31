package org.ronghe.platform.facts;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Evidence: files in the data folder under the SHA-256 of their content, and links.
public interface EvidenceFiles {
  /// Keeps a file. The same content is kept once.
  ///
  /// @param owner organisation whose people read it; null for the bureau's own
  /// @throws org.ronghe.platform.problem.NodeProblem TOO_LARGE, TYPE_UNSUPPORTED, NOT_ALLOWED,
  ///   STORAGE_FULL, INPUT_INVALID if it is infected
  Evidence add(@Nullable Long owner, String name, InputStream content);

  /// Keeps a link.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID, NOT_ALLOWED
  Evidence addLink(@Nullable Long owner, String link);

  /// Evidence the actor may read.
  Optional<Evidence> find(long evidence);

  /// Whether a file is kept back: the virus scanner could not judge it when it came, and has not
  /// since.
  boolean isHeld(Evidence evidence);

  /// The content of a file. One that is kept back is scanned again first.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_FOUND for a link, or a file that is gone;
  ///   CONFLICT while it is kept back
  InputStream open(Evidence evidence);
}
