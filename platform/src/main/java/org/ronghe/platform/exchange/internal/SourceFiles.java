package org.ronghe.platform.exchange.internal;

import java.io.InputStream;
import java.nio.file.Path;
import org.ronghe.platform.web.IncomingFile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The files that were uploaded, in the data folder's `imports`, each under its import's number.
@Component
class SourceFiles {
  /// The largest file that is taken.
  static final long MOST_BYTES = 200L * 1024 * 1024;

  private final Path folder;

  SourceFiles(Environment environment) {
    folder = IncomingFile.folder(environment.getProperty("ronghe.data-folder"), "imports");
  }

  /// Receives a file that is not yet an import's.
  IncomingFile receive(InputStream content) {
    return IncomingFile.receive(content, folder, MOST_BYTES);
  }

  Path path(long run) {
    return folder.resolve(Long.toString(run));
  }
}
