package org.ronghe.platform.ranking.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/// The folders of the server that the configuration (`ranking-folders`) opens to bureau officers:
/// result folders to take in and records to rank lie there, and nowhere else.
@Component
class AllowedFolders {
  private static final int DEPTH = 3;
  private static final int MOST = 200;

  private final List<Path> roots;

  AllowedFolders(NodeConfiguration configuration) {
    roots = configuration.rankingFolders();
  }

  List<Path> roots() {
    return roots;
  }

  /// Result folders in them, newest name last.
  List<String> results() {
    return roots.stream().flatMap(AllowedFolders::resultsIn).limit(MOST).toList();
  }

  private static Stream<String> resultsIn(Path root) {
    if (!Files.isDirectory(root)) {
      return Stream.of();
    }
    try (var files = Files.find(root, DEPTH, (file, _) -> file.endsWith(ResultFolder.CLUSTERS))) {
      return files.map(file -> file.resolveSibling("").toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A path that a reader sent, if it lies in one of them even after links are followed.
  ///
  /// @param field of the form, for what is wrong
  /// @throws NodeProblem INPUT_INVALID if it does not, or is not there
  Path allowed(String field, String text) {
    try {
      Path path = Path.of(text.strip()).toAbsolutePath().normalize();
      for (Path root : roots) {
        if (path.startsWith(root)
            && Files.exists(path)
            && path.toRealPath().startsWith(root.toRealPath())) {
          return path;
        }
      }
    } catch (java.nio.file.InvalidPathException e) {
      // told below, as any other path that is none
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of(field, "ranking.fault.not-allowed"));
  }
}
