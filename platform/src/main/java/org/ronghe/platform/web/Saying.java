package org.ronghe.platform.web;

import java.util.Arrays;
import java.util.List;
import org.ronghe.platform.text.Texts;

/// A text by its key, to be said later in whatever language is asked for; as an argument of a
/// problem it is said when the problem is.
///
/// @param key of the text
/// @param arguments for its placeholders
public record Saying(String key, List<Object> arguments) {
  public Saying {
    arguments = List.copyOf(arguments);
  }

  /// A text with values.
  public static Saying of(String key, Object... arguments) {
    return new Saying(key, Arrays.asList(arguments));
  }

  /// The text.
  public String in(Texts texts) {
    return texts.text(key, arguments.stream().map(argument -> resolved(argument, texts)).toArray());
  }

  /// A value as a text takes it.
  public static Object resolved(Object argument, Texts texts) {
    return argument instanceof Saying saying ? saying.in(texts) : argument;
  }
}
