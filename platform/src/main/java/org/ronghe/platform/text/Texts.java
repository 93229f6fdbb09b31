package org.ronghe.platform.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// The node's texts in one language: ICU messages by key.
///
/// Each feature keeps its own in `org/ronghe/platform/<feature>/texts_<language>.properties`, under
/// keys that begin with the feature's name. A test holds both languages to the same keys and
/// placeholders, and every key that a template or class names to be there.
public final class Texts {
  /// The features that have texts of their own.
  public static final List<String> FEATURES =
      List.of(
          "access",
          "accounts",
          "audit",
          "configuration",
          "demo",
          "digital",
          "directory",
          "exchange",
          "facts",
          "help",
          "jobs",
          "matching",
          "operations",
          "problem",
          "ranking",
          "registry",
          "rulebooks",
          "search",
          "settings",
          "web");

  private static final int LONGEST_ARGUMENT = 200;

  private static final Texts IN_ENGLISH = new Texts(Language.ENGLISH);
  private static final Texts IN_CHINESE = new Texts(Language.CHINESE);

  private final Language language;
  private final Map<String, String> patterns;

  private Texts(Language language) {
    this.language = language;
    this.patterns = read(language);
  }

  /// The texts of a language.
  public static Texts in(Language language) {
    return switch (language) {
      case ENGLISH -> IN_ENGLISH;
      case CHINESE -> IN_CHINESE;
    };
  }

  /// The language these are in.
  public Language language() {
    return language;
  }

  /// The text of a key, its placeholders `{0}`, `{1}` … filled in. A key without a text is answered
  /// with itself in brackets: one missing word must not take a page down.
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      return "[" + key + "]";
    }
    // Not even a text without placeholders is taken as it is: ICU's apostrophes hold everywhere.
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }

  /// The text of a key, its named placeholders filled in.
  public String text(String key, Map<String, Object> arguments) {
    String pattern = patterns.get(key);
    return pattern == null
        ? "[" + key + "]"
        : new MessageFormat(pattern, language.locale()).format(arguments);
  }

  /// What somebody typed, as far as a sentence repeats it.
  public static String shortened(String argument) {
    return argument.length() <= LONGEST_ARGUMENT
        ? argument
        : argument.substring(0, LONGEST_ARGUMENT - 1) + "…";
  }

  /// Whether there is a text under the key.
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /// All keys, in order.
  public Set<String> keys() {
    return patterns.keySet();
  }

  /// The message as written, for tests.
  String pattern(String key) {
    return patterns.getOrDefault(key, "");
  }

  private static Map<String, String> read(Language language) {
    var all = new TreeMap<String, String>();
    for (String feature : FEATURES) {
      String name = "/org/ronghe/platform/" + feature + "/texts_" + language.code() + ".properties";
      try (var in = Texts.class.getResourceAsStream(name)) {
        if (in == null) {
          continue;
        }
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, value) -> all.put((String) key, (String) value));
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
    return all;
  }
}
