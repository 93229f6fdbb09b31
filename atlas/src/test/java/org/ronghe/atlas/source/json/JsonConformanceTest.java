package org.ronghe.atlas.source.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.atlas.problem.RejectCode;

/// RFC 8259, clause by clause. Bytes beyond ASCII are written as ISO 8859-1 characters.
class JsonConformanceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-1",
        "10",
        "1234567890123456789012345678901234567890",
        "0.0",
        "-0.5",
        "1.25",
        "1e5",
        "1E5",
        "1e+5",
        "1e-5",
        "0e0",
        "0.1e1",
        "1.5E+300",
        "1e99999",
        "true",
        "false",
        "null",
        "\"\"",
        "\"a\"",
        "\"abcdefg\"",
        "\"abcdefgh\"",
        "\"abcdefghi\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u0000\"",
        "\"\\u00e9\\uFFFF\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"",
        "\"\u007f\"",
        "\"'\"",
        "\"/\"",
        "\"1234567\\\"890\"",
        "{}",
        "[]",
        "[[]]",
        "[{}]",
        "{\"\":0}",
        "{\"a\":{}}",
        "[1,2,3]",
        "[ 1 , 2 ]",
        "[[],[]]",
        "{\"a\":1,\"a\":2}",
        "{\"a\\u0062\":[null,true,{\"c\":\"d\"}]}",
        " 1 ",
        "\t[\r]\t",
        "{ \"a\" : 1 , \"b\" : [ ] }",
        "\"\u00c3\u00a9\"",
        "\"\u00ed\u009f\u00bf\"",
        "\"\u00ee\u0080\u0080\"",
        "\"\u00f0\u0090\u0080\u0080\"",
        "\"\u00f4\u008f\u00bf\u00bf\"",
        "\"\u00c2\u0080\u00df\u00bf\u00e0\u00a0\u0080\u00ef\u00bf\u00bf\"",
      })
  void acceptsWhatIsJson(String value) {
    assertThat(Verdicts.on(value)).isNull();
    assertThat(JacksonTree.accepts(value.getBytes(ISO_8859_1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "-",
        "-01",
        "+1",
        ".5",
        "1.",
        "1.e5",
        "1e",
        "1e+",
        "1.5.5",
        "0x1F",
        "1_000",
        "1f",
        "--1",
        "Infinity",
        "NaN",
        "-Infinity",
        "tru",
        "truee",
        "True",
        "TRUE",
        "fals",
        "falsey",
        "nul",
        "nulL",
        "nullnull",
        "undefined",
        "'a'",
        "a",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\x\"",
        "\"\\a\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\\U0041\"",
        "\"\\ \"",
        "\"\\",
        "\"\u0000\"",
        "\"\u0001\"",
        "\"\t\"",
        "\"\u001f\"",
        "\"abcdefgh\u001f\"",
        "\"a\r\"",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1}",
        "[1:2]",
        "[\"a\"",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{\"a\"}",
        "{\"a\",1}",
        "{\"a\":1]",
        "{a:1}",
        "{1:1}",
        "{\"a\"::1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1:2}",
        "{null:1}",
        "1 2",
        "1,",
        "{}}",
        "[]]",
        "{}{}",
        "[][]",
        "\"a\"b",
        "// c\n1",
        "/* c */1",
        "1#",
        "\u000b1",
        "\u000c1",
        "\u00a01",
        "[[[[",
        "[{\"a\":[}]",
        "{\"a\":[{]}}",
      })
  void rejectsWhatIsNot(String value) {
    if (!value.contains("\n")) {
      assertThat(Verdicts.on(value)).isEqualTo(RejectCode.MALFORMED_JSON);
    }
    assertThat(JacksonTree.accepts(("{\"x\":" + value + "}").getBytes(ISO_8859_1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u00bf",
        "\u00c0\u0080",
        "\u00c1\u00bf",
        "\u00c3",
        "\u00c3a",
        "\u00e0\u0080\u0080",
        "\u00e0\u009f\u00bf",
        "\u00e2\u0082",
        "\u00e2\u0082a",
        "\u00ed\u00a0\u0080",
        "\u00ed\u00bf\u00bf",
        "\u00f0\u0080\u0080\u0080",
        "\u00f0\u008f\u00bf\u00bf",
        "\u00f0\u009f\u0098",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00f8",
        "\u00fc",
        "\u00fe",
        "\u00ff",
        "\u00c3\u00a9\u00a9",
      })
  void rejectsWhatIsNotUtf8(String content) {
    assertThat(Verdicts.on("\"" + content + "\"")).isEqualTo(RejectCode.INVALID_UTF8);
    assertThat(Verdicts.on("\"1234567" + content + "\"")).isEqualTo(RejectCode.INVALID_UTF8);
    assertThat(Verdicts.on("{\"" + content + "\":1}")).isEqualTo(RejectCode.INVALID_UTF8);
    assertThat(JacksonTree.accepts(("\"" + content + "\"").getBytes(ISO_8859_1))).isFalse();
  }

  @Test
  void findsASpecialByteAtEveryOffset() {
    for (int length = 0; length < 40; length++) {
      var plain = "x".repeat(length);
      assertThat(Verdicts.on("\"" + plain + "\"")).isNull();
      assertThat(Verdicts.on("\"" + plain + "\\n\"")).isNull();
      assertThat(Verdicts.on("\"" + plain + "\u00c3\u00a9\"")).isNull();
      for (int control = 0; control < 0x20; control++) {
        if (control != '\n') {
          assertThat(Verdicts.on("\"" + plain + (char) control + "\""))
              .isEqualTo(RejectCode.MALFORMED_JSON);
        }
      }
      assertThat(Verdicts.on("\"" + plain + "\u00ff\"")).isEqualTo(RejectCode.INVALID_UTF8);
      assertThat(Verdicts.on("\"" + plain)).isEqualTo(RejectCode.MALFORMED_JSON);
    }
  }

  @Test
  void nestsAsDeepAsTheLineIsLong() {
    for (int depth : new int[] {62, 63, 64, 65, 127, 128, 129, 500_000}) {
      byte[] arrays = ("{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(UTF_8);
      byte[] objects =
          ("{\"x\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}").getBytes(UTF_8);
      byte[] mixed =
          ("{\"x\":" + "[{\"a\":".repeat(depth) + "1" + "}]".repeat(depth) + "}").getBytes(UTF_8);
      byte[] wrong =
          ("{\"x\":" + "[{\"a\":".repeat(depth) + "1" + "]}".repeat(depth) + "}").getBytes(UTF_8);
      byte[] open = ("{\"x\":" + "[".repeat(depth) + "]".repeat(depth - 1) + "}").getBytes(UTF_8);
      assertThat(Verdicts.on(List.of(arrays, objects, mixed, wrong, open), false))
          .containsExactly(null, null, null, RejectCode.MALFORMED_JSON, RejectCode.MALFORMED_JSON);
    }
  }

  @Test
  void aBrokenLineDoesNotHarmTheNext() {
    var lines =
        List.of("{\"a\":\"open", "{\"a\":1}", "{\"a\":[[", "", "[1]", "17", "{}x", "{\"b\":\"c\"}");
    assertThat(new JsonLinesOf(String.join("\n", lines)).toString())
        .isEqualTo(
            "1 a malformed-json; 2 ok; 3 a malformed-json; 5  type-unexpected; "
                + "6  type-unexpected; 7  malformed-json; 8 ok; ");
  }

  /// What is heard of the lines of a text.
  private static final class JsonLinesOf implements JsonLines.Handler {
    private final StringBuilder heard = new StringBuilder();

    JsonLinesOf(String text) {
      new JsonLines().read(org.ronghe.atlas.source.input.Blocks.of(text), this);
    }

    @Override
    public void scan(JsonScanner json, byte[] text) {
      while (json.nextKey()) {
        json.skip();
      }
    }

    @Override
    public void accept(byte[] text, int line) {
      heard.append(line).append(" ok; ");
    }

    @Override
    public void reject(long line, String field, String value, RejectCode code) {
      heard.append(line).append(' ').append(field).append(' ').append(code.code()).append("; ");
    }

    @Override
    public String toString() {
      return heard.toString();
    }
  }
}
