package org.ronghe.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.problem.ProblemCode;

class TextsTest {
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
  private static final Texts CHINESE = Texts.in(Language.CHINESE);

  /// A quoted key, as templates and classes name it; one that is put together ends in a dot.
  private static final Pattern USE =
      Pattern.compile("\"((?:" + String.join("|", Texts.FEATURES) + ")\\.[a-z0-9.-]*[a-z0-9])\"");

  /// Quoted words that look like keys and are none.
  private static final Pattern NO_KEY =
      Pattern.compile(".*\\.(properties|json|csv|xlsx|zip|yaml|css|js|id|version|name)");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(CHINESE.keys()).isEqualTo(ENGLISH.keys());
    assertThat(ENGLISH.keys()).hasSizeGreaterThan(30);
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() {
    for (String key : ENGLISH.keys()) {
      assertThat(placeholders(CHINESE, key)).as(key).isEqualTo(placeholders(ENGLISH, key));
    }
  }

  @Test
  void noTextIsEmptyAndChineseOnesAreChinese() {
    for (String key : ENGLISH.keys()) {
      assertThat(ENGLISH.pattern(key)).as(key).isNotBlank();
      assertThat(CHINESE.pattern(key)).as(key).isNotBlank();
      assertThat(ENGLISH.pattern(key)).as(key).doesNotContainPattern("[\\u4e00-\\u9fff]{3}");
    }
  }

  @Test
  void everyKeyInUseHasAText() throws IOException {
    var missing = new TreeSet<String>();
    for (Path file : sources()) {
      var uses = USE.matcher(Files.readString(file));
      while (uses.find()) {
        String key = uses.group(1);
        if (!ENGLISH.has(key) && !NO_KEY.matcher(key).matches() && !isPrefix(key)) {
          missing.add(key + " in " + file.getFileName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyProblemHasTitleAndDetail() {
    for (ProblemCode code : ProblemCode.values()) {
      assertThat(ENGLISH.has("problem." + code.code() + ".title")).as(code.code()).isTrue();
      assertThat(ENGLISH.has("problem." + code.code() + ".detail")).as(code.code()).isTrue();
    }
  }

  @Test
  void pluralsAndNumbersFollowTheLanguage() {
    assertThat(ENGLISH.text("problem.too-many-requests.detail", 1)).contains("one second");
    assertThat(ENGLISH.text("problem.too-many-requests.detail", 1200)).contains("1,200 seconds");
    assertThat(CHINESE.text("problem.too-many-requests.detail", 5)).contains("5 秒");
  }

  private static boolean isPrefix(String key) {
    return ENGLISH.keys().stream().anyMatch(k -> k.startsWith(key + "."));
  }

  private static Set<String> placeholders(Texts texts, String key) {
    return new MessageFormat(texts.pattern(key), texts.language().locale()).getArgumentNames();
  }

  private static List<Path> sources() throws IOException {
    Path root = Path.of(System.getProperty("ronghe.root"), "platform", "src", "main");
    var sources = new ArrayList<Path>();
    for (String folder : List.of("java", "jte")) {
      try (var files = Files.walk(root.resolve(folder))) {
        files.filter(f -> f.toString().matches(".*\\.(java|jte)")).forEach(sources::add);
      }
    }
    return sources;
  }
}
