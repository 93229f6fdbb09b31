package org.ronghe.atlas.source.table;

import java.nio.file.Path;

/// Reads a JSON file through as what it is: the seam to the readers of works and places.
@FunctionalInterface
public interface JsonCheck {
  /// The number of records in `path`, noting what is wrong with the rest.
  long records(Path path, SourceKind kind, RejectSink rejects);
}
