package org.ronghe.atlas.problem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the file system says is wrong, in words.
public final class FileTrouble {
  private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private FileTrouble() {}

  /// The system's own reason, such as `No space left on device`; where it gives none, the kind of
  /// the exception in words, such as `access denied`.
  public static String of(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    if (reason != null && !reason.isBlank()) {
      return reason;
    }
    String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
    return WORD.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
