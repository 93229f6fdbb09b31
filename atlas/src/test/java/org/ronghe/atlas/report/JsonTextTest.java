package org.ronghe.atlas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void printsTreesInTheirOrder() {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("b", List.of(1, 2L, 2.5, 3.0, Double.NaN, true));
    tree.put("a", Map.of());
    tree.put("c", List.of());
    assertThat(JsonText.of(tree)).isEqualTo("{\"b\":[1,2,2.5,3,null,true],\"a\":{},\"c\":[]}");
  }

  @Test
  void nothingInATextCanEndTheScriptElement() {
    assertThat(JsonText.of("</script><!-- \" \\ \n \u2028 & 武汉"))
        .isEqualTo("\"\\u003c/script\\u003e\\u003c!-- \\\" \\\\ \\u000a \\u2028 \\u0026 武汉\"");
  }

  @Test
  void roundsToSixDigits() {
    assertThat(JsonText.rounded(1234567.89)).isEqualTo(1234570);
    assertThat(JsonText.rounded(0.000123456789)).isEqualTo(0.000123457);
    assertThat(JsonText.rounded(Double.NaN)).isNaN();
  }

  @Test
  void whatIsNotJsonIsOurOwnBug() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonText.of('c'));
  }
}
