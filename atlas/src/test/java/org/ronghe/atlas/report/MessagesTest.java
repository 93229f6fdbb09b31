package org.ronghe.atlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronghe.atlas.method.Bilingual;

class MessagesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("ronghe.root", "..")).resolve("atlas/src/main");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  /// Keys that are put together from a prefix and a name the data brings.
  private static final Pattern LABELS =
      Pattern.compile("(method|value|step|located|glossary)\\..*");

  private static Properties texts(String language) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Assets.text("report_" + language + ".properties")));
    return properties;
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
    var english = texts("en");
    var chinese = texts("zh");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(placeholders(chinese.getProperty(key)))
          .as(key)
          .isSubsetOf(placeholders(english.getProperty(key)));
      assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContain("''");
      assertThat(chinese.getProperty(key)).as(key).isNotBlank();
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(r -> r.group()).collect(Collectors.toSet());
  }

  @Test
  void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
    var known = texts("en").stringPropertyNames();
    var used = new TreeSet<String>();
    collect(
        used,
        "jte",
        "\"((?:page|story|fact|empty|map|table|method|quality|foot|js)\\.[\\w.-]+)\"",
        "");
    collect(used, "java/org/ronghe/atlas/report", "\"((?:story|fact|quality)\\.[\\w.-]+)\"", "");
    collect(used, "jte", "data-(?:label|placeholder)=\"([\\w-]+)\"", "js.");
    collect(used, "web/src", "say\\(\\s*'([\\w-]+)'", "js.");
    collect(used, "web/src", "(?:step|tell|block|list)\\([^()]*?'([\\w-]+)'", "js.");
    collect(used, "web/src", "\\? '([\\w-]+)' : '[\\w-]+'\\)\\)", "js.");
    collect(used, "web/src", "\\? '[\\w-]+' : '([\\w-]+)'\\)\\)", "js.");
    collect(used, "web/src", "heads = \\['(\\w+)'", "js.");
    var counted = Set.of("story.ties", "method.unconfirmed");
    for (var key : counted) {
      assertThat(used.remove(key)).as(key).isTrue();
      used.add(key + ".one");
      used.add(key + ".many");
    }
    assertThat(known).containsAll(used);
    var unused = new TreeSet<>(known);
    unused.removeAll(used);
    unused.removeIf(key -> LABELS.matcher(key).matches());
    assertThat(unused).isEmpty();
  }

  private static void collect(Set<String> into, String folder, String pattern, String prefix)
      throws IOException {
    var regex = Pattern.compile(pattern);
    try (var files = Files.walk(SOURCES.resolve(folder))) {
      files
          .filter(Files::isRegularFile)
          .forEach(file ->
              regex.matcher(text(file)).results().forEach(r -> into.add(prefix + r.group(1))));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void putsEachLanguageInItsText() {
    var messages = new Messages();
    var text = messages.of("story.single", new Bilingual("Wuhan", "武汉"));
    assertThat(text.english()).endsWith("Wuhan");
    assertThat(text.chinese()).endsWith("武汉");
    assertThat(messages.label("step.", "a.user's own"))
        .isEqualTo(new Bilingual("a.user's own", "a.user's own"));
  }

  @Test
  void economiesAreNamedInBothLanguages() {
    assertThat(Economies.name("DE")).isEqualTo(new Bilingual("Germany", "德国"));
    assertThat(Economies.name("TW").chinese()).isEqualTo("中国台湾");
    assertThat(Economies.name("?")).isEqualTo(new Bilingual("?", "?"));
  }

  @Test
  void fieldsOfScienceHaveChineseNames() {
    var fields = new FieldNames();
    assertThat(fields.name("Computer Science").chinese()).isEqualTo("计算机科学");
    assertThat(fields.name("Alchemy").chinese()).isEqualTo("Alchemy");
  }
}
