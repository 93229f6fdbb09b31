package org.ronghe.match.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of an index: one subfolder a generation, and a file that names the one in use.
///
/// A new generation is made beside the old one and takes over by one atomic rename of that file, so
/// that a stop at any moment leaves one whole index in use.
final class IndexFolder {
  private static final String CURRENT = "current";
  private static final String GENERATION = "generation-";

  private final Path root;

  IndexFolder(Path root) throws IOException {
    this.root = Files.createDirectories(root);
    if (!Files.exists(root.resolve(CURRENT))) {
      use(path(1));
    }
  }

  /// The generation in use.
  Path current() throws IOException {
    return root.resolve(Files.readString(root.resolve(CURRENT)).strip());
  }

  /// Where the generation after the one in use is made; what a stopped attempt left there is gone.
  Path next() throws IOException {
    int number =
        Integer.parseInt(current().getFileName().toString().substring(GENERATION.length()));
    Path next = path(number + 1);
    remove(next);
    return next;
  }

  /// Makes a generation the one in use.
  void use(Path generation) throws IOException {
    Path fresh = root.resolve(CURRENT + ".new");
    Files.writeString(fresh, generation.getFileName() + "\n");
    Files.move(
        fresh,
        root.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Removes every generation but the one in use.
  void tidy() throws IOException {
    Path current = current();
    List<Path> others;
    try (Stream<Path> all = Files.list(root)) {
      others =
          all.filter(path -> path.getFileName().toString().startsWith(GENERATION))
              .filter(path -> !path.equals(current))
              .toList();
    }
    for (Path other : others) {
      remove(other);
    }
  }

  private Path path(int number) {
    return root.resolve("%s%06d".formatted(GENERATION, number));
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
