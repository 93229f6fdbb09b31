package org.ronghe.platform.operations;

import java.nio.file.Path;
import java.util.List;

/// What stands in a node's data folder besides its database.
public final class NodeFolders {
  /// Evidence files, each under the SHA-256 of its content: written once, never changed.
  public static final String EVIDENCE = "evidence";

  /// The key that second factors are encrypted with in the database.
  private static final String SECOND_FACTOR_KEY = "second-factor.key";

  /// The files and folders a backup holds. The search index is none of them: it is made anew from
  /// the database.
  static final List<String> SAVED = List.of(EVIDENCE, SECOND_FACTOR_KEY);

  private NodeFolders() {}

  /// The folder of the search index.
  static Path searchIndex(Path dataFolder) {
    return dataFolder.resolve("search");
  }

  /// The folder of evidence files.
  public static Path evidence(Path dataFolder) {
    return dataFolder.resolve(EVIDENCE);
  }
}
