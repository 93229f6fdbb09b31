package org.ronghe.testkit;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The one format of all Java files: google-java-format, defaults.
public final class SourceFormat {
  private SourceFormat() {}

  /// The Java files of the project that are not formatted.
  public static List<Path> unformatted() {
    return Project.files(".java").parallelStream()
        .filter(file -> {
          String text = Project.read(file);
          return !formatted(file, text).equals(text);
        })
        .map(Project.root()::relativize)
        .toList();
  }

  /// Formats every Java file of the project in place.
  public static void main(String[] args) throws IOException {
    for (Path relative : unformatted()) {
      Path file = Project.root().resolve(relative);
      Files.writeString(file, formatted(file, Project.read(file)));
    }
  }

  private static String formatted(Path file, String text) {
    try {
      return new Formatter().formatSourceAndFixImports(text);
    } catch (FormatterException e) {
      throw new IllegalStateException("cannot format " + file, e);
    }
  }
}
