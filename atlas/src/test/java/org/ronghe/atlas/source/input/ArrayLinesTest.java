package org.ronghe.atlas.source.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayLinesTest {
  @TempDir Path folder;

  @Test
  void putsEachElementOnALine() {
    assertThat(turned("[1,2,3]")).isEqualTo("1\n2\n3\n");
    assertThat(turned("  [\n  {\n \"a\": [1,\n2], \"b\": \"],[\\\"\" },\r\n {}\n]\n"))
        .isEqualTo("{ \"a\": [1, 2], \"b\": \"],[\\\"\" }\n{}\n");
    assertThat(turned("\uFEFF[{\"a\":\"\\\\\"},[[]]]")).isEqualTo("{\"a\":\"\\\\\"}\n[[]]\n");
    assertThat(turned("[]")).isBlank();
  }

  @Test
  void leavesSomethingThatIsNoJsonWhereTheArrayIsWrong() {
    assertThat(turned("[1,,2]")).isEqualTo("1\n,2\n");
    assertThat(turned("[,1]")).isEqualTo(",1\n");
    assertThat(turned("[1,]")).isEqualTo("1\n]\n");
    assertThat(turned("[1] {\"a\":2}")).isEqualTo("1\n]\"a\":2}\n");
    assertThat(turned("[1][2]")).isEqualTo("1\n]2]\n");
  }

  @Test
  void tellsAnArrayThatIsNotClosed() {
    var result = read(64, "[{\"a\":1},\n{\"b\":2},\n{\"c\"");
    assertThat(result.text().replace(" ", "")).isEqualTo("{\"a\":1}\n{\"b\":2}\n");
    assertThat(result.damage()).containsExactly("truncated JSON: the array is not closed");
  }

  private String turned(String text) {
    var small = read(32, text);
    var large = read(1 << 16, text);
    assertThat(small.damage()).isEmpty();
    assertThat(small.text()).isEqualTo(large.text());
    return large
        .text()
        .lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .filter(line -> !line.isEmpty())
        .map(line -> line + "\n")
        .reduce("", String::concat);
  }

  private Texts.Result read(int blockBytes, String text) {
    return Texts.read(1, blockBytes, Texts.write(folder.resolve("a.json"), Texts.utf8(text)));
  }
}
