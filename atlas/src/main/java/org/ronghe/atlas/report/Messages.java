package org.ronghe.atlas.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ronghe.atlas.method.Bilingual;

/// The report's own words in both languages, from `report_en.properties` and
/// `report_zh.properties`. `{0}`, `{1}` … stand for values; nothing else is special, so that the
/// page's script can use the same texts.
public final class Messages {
  private static final String FOR_SCRIPT = "js.";

  private final Map<String, String> english = load("report_en.properties");
  private final Map<String, String> chinese = load("report_zh.properties");

  private static Map<String, String> load(String name) {
    var properties = new Properties();
    try (var in = new StringReader(Assets.text(name))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty, (a, _) -> a, TreeMap::new));
  }

  /// The text of `key`.
  ///
  /// @param values for the placeholders; a [Bilingual] is put in its language
  public Bilingual of(String key, Object... values) {
    var en = english.get(key);
    var zh = chinese.get(key);
    if (en == null || zh == null) {
      throw new IllegalStateException("no text for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      var placeholder = "{" + i + "}";
      en = en.replace(placeholder, values[i] instanceof Bilingual b ? b.english() : "" + values[i]);
      zh = zh.replace(placeholder, values[i] instanceof Bilingual b ? b.chinese() : "" + values[i]);
    }
    return new Bilingual(en, zh);
  }

  /// The text for one or for several, `key.one` or `key.many`.
  public Bilingual counted(String key, long number, Object... values) {
    return of(key + (number == 1 ? ".one" : ".many"), values);
  }

  /// The text of `prefix` + `name` if there is one, else the name as it stands: methods and steps
  /// may be a user's own.
  public Bilingual label(String prefix, String name) {
    var key = prefix + name;
    return english.containsKey(key) ? of(key) : new Bilingual(name, name);
  }

  /// Whether there is a text for `key`.
  public boolean has(String key) {
    return english.containsKey(key);
  }

  /// The texts the page's script needs, without their prefix, by language.
  Map<String, Object> forScript() {
    return new TreeMap<>(Map.of("en", scriptTexts(english), "zh", scriptTexts(chinese)));
  }

  private static Map<String, String> scriptTexts(Map<String, String> texts) {
    var chosen = new TreeMap<String, String>();
    texts.forEach((key, text) -> {
      if (key.startsWith(FOR_SCRIPT)) {
        chosen.put(key.substring(FOR_SCRIPT.length()), text);
      }
    });
    return chosen;
  }
}
