package org.ronghe.platform.web;

import java.util.Arrays;
import java.util.List;

/// A sentence the next page begins with.
///
/// @param tone how it is meant
/// @param key of its text
/// @param arguments for the text's placeholders
public record Flash(Tone tone, String key, List<String> arguments) {

  /// How something said is meant.
  public enum Tone {
    PLAIN,
    GOOD,
    DOUBT,
    BAD;

    /// The name of the style.
    public String style() {
      return this == PLAIN ? "" : name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Flash {
    arguments = List.copyOf(arguments);
  }

  /// Something was done.
  public static Flash good(String key, Object... arguments) {
    return new Flash(Tone.GOOD, key, texts(arguments));
  }

  /// Something could not be done.
  public static Flash bad(String key, Object... arguments) {
    return new Flash(Tone.BAD, key, texts(arguments));
  }

  private static List<String> texts(Object... arguments) {
    return Arrays.stream(arguments).map(String::valueOf).toList();
  }
}
