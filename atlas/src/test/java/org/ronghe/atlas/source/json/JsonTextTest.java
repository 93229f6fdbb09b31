package org.ronghe.atlas.source.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void resolvesEscapes() {
    assertThat(text("plain é 中 😀")).isEqualTo("plain é 中 😀");
    assertThat(text("\\\"\\\\\\/\\b\\f\\n\\r\\t")).isEqualTo("\"\\/\b\f\n\r\t");
    assertThat(text("a\\u0041\\u00e9\\u4E2D\\ud83d\\ude00z")).isEqualTo("aAé中😀z");
    assertThat(text("\\u0000")).isEqualTo("\0");
  }

  @Test
  void halfASurrogatePairBecomesTheReplacementCharacter() {
    assertThat(text("\\ud83d")).isEqualTo("\uFFFD");
    assertThat(text("\\ud83dx")).isEqualTo("\uFFFDx");
    assertThat(text("\\ude00\\ud83d")).isEqualTo("\uFFFD\uFFFD");
    assertThat(text("\\ud83d\\ud83d\\ude00")).isEqualTo("\uFFFD😀");
    assertThat(text("\\ud83d\\n")).isEqualTo("\uFFFD\n");
  }

  @Test
  void blankIsNothingButWhiteSpace() {
    var text = new JsonText();
    byte[] b = " \\t\\u0020".getBytes(UTF_8);
    text.set(b, 0, b.length);
    assertThat(text.blank()).isTrue();
    text.set(b, 0, 0);
    assertThat(text.blank()).isTrue();
    text.set("é".getBytes(UTF_8), 0, 2);
    assertThat(text.blank()).isFalse();
  }

  private static String text(String raw) {
    byte[] b = raw.getBytes(UTF_8);
    var text = new JsonText();
    text.set(b, 0, b.length);
    return text.toString();
  }
}
