package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// Finds the files that a user's arguments mean: a file, a pattern (`*`, `?`, `[a-z]`, `{a,b}`,
/// `**` for any number of folders), or a folder with all below it, such as the OpenAlex snapshot's
/// `data/works/updated_date=2024-01-01/part_000.gz`.
///
/// Below folders and in patterns hidden files, `manifest` files and the snapshot's `merged_ids` are
/// passed over. The order is that of the arguments, and by name within one; a file found twice
/// counts once.
public final class InputFiles {
  /// Endings of the files taken from a folder when JSON is wanted.
  public static final Set<String> JSON =
      Set.of("jsonl", "ndjson", "json", "gz", "zst", "zstd", "zip");

  private InputFiles() {}

  /// The files that `arguments` mean, taking JSON files from folders.
  ///
  /// @throws ProblemException `FILE_MISSING` if an argument means no file, `FILE_UNREADABLE` if a
  ///   file or folder may not be read
  public static List<InputFile> resolve(Collection<String> arguments) {
    return resolve(arguments, JSON);
  }

  /// As [#resolve(Collection)].
  ///
  /// @param endings lower-case endings, without dot, of the files to take from a folder
  public static List<InputFile> resolve(Collection<String> arguments, Set<String> endings) {
    Map<Path, InputFile> found = new LinkedHashMap<>();
    for (String argument : arguments) {
      var files = resolve(argument, endings);
      if (files.isEmpty()) {
        throw new ProblemException(ErrorCode.FILE_MISSING, argument);
      }
      for (Path path : files) {
        found.computeIfAbsent(path.toAbsolutePath().normalize(), _ -> inputFile(path));
      }
    }
    return List.copyOf(found.values());
  }

  private static InputFile inputFile(Path path) {
    String name = name(path);
    try {
      if (!Files.isReadable(path)) {
        throw new ProblemException(ErrorCode.FILE_UNREADABLE, name, "no permission");
      }
      return new InputFile(name, path, Files.size(path));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static List<Path> resolve(String argument, Set<String> endings) {
    if (argument.isBlank()) {
      return List.of(); // an empty path would mean the current folder
    }
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      return List.of();
    }
    if (Files.isDirectory(path)) {
      return below(path).stream().filter(file -> endings.contains(ending(file))).toList();
    }
    if (Files.exists(path)) {
      return List.of(path);
    }
    return matching(argument);
  }

  private static List<Path> matching(String pattern) {
    var matchers = new ArrayList<PathMatcher>();
    try {
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
      if (pattern.contains("**/")) {
        // `a/**/b` also means `a/b`, as shells have it.
        var short_ = "glob:" + pattern.replace("**/", "");
        matchers.add(FileSystems.getDefault().getPathMatcher(short_));
      }
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    Path base = base(pattern);
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    boolean bare = base.toString().isEmpty();
    return below(bare ? Path.of(".") : base).stream()
        .map(file -> bare ? Path.of(".").relativize(file) : file)
        .filter(file -> matchers.stream().anyMatch(matcher -> matcher.matches(file)))
        .toList();
  }

  /// The folder in front of the first part that holds a wildcard.
  private static Path base(String pattern) {
    int wildcard = 0;
    while (wildcard < pattern.length() && "*?[{\\".indexOf(pattern.charAt(wildcard)) < 0) {
      wildcard++;
    }
    int slash = pattern.lastIndexOf('/', wildcard - 1);
    return Path.of(slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash));
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(file -> counts(folder.relativize(file)) && Files.isRegularFile(file))
          .sorted(Comparator.comparing(InputFiles::name))
          .toList();
    } catch (UncheckedIOException e) {
      throw unreadable(name(folder), e);
    } catch (IOException e) {
      throw unreadable(name(folder), e);
    }
  }

  private static boolean counts(Path relative) {
    for (Path part : relative) {
      var text = part.toString();
      if (text.startsWith(".") || text.equals("merged_ids")) {
        return false;
      }
    }
    return !relative.getFileName().toString().startsWith("manifest");
  }

  private static String ending(Path file) {
    var text = file.getFileName().toString();
    return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  static ProblemException unreadable(String name, Exception e) {
    var why = e.getMessage();
    return new ProblemException(
        ErrorCode.FILE_UNREADABLE, name, why == null ? e.getClass().getSimpleName() : why);
  }
}
