package org.ronghe.platform.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.platform.search.MarkedText;

class NameMarkerTest {
  private final Folding folding = new Folding();
  private final Pinyin pinyin = new Pinyin();

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "武汉, 武汉大学, [武汉]大学",
    "武汉大学, 武汉大学, [武汉大学]",
    "中科院, 中国科学院, [中]国[科]学[院]",
    "武漢, 武汉大学, [武汉]大学",
    "whdx, 武汉大学, [武汉大学]",
    "daxue, 武汉大学, 武汉[大学]",
    "wuhan da, 武汉大学, [武汉大]学",
    "cq, 重庆银行, [重庆]银行",
    "wuh, Wuhan University, [Wuh]an University",
    "universities, Wuhan University, Wuhan [University]",
    "Montreal, Université de Montréal, Université de [Montréal]",
    "xian, Xi'an Jiaotong, [Xi'an] Jiaotong",
    "strasse, Große Straße, Große [Straße]",
    "b, <b>bold</b>, <[b]>[b]old</[b]>",
    "script, <script>alert(1)</script>, <[script]>alert(1)</[script]>",
    "nothing, 武汉大学, 武汉大学"
  })
  void marksWhatWasSearchedFor(String typed, String name, String marked) {
    assertThat(mark(typed, name, false)).isEqualTo(marked);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "univesrity, Wuhan University, Wuhan [University]",
    "武汗, 武汉大学, [武汉]大学",
  })
  void marksWhatIsSimilar(String typed, String name, String marked) {
    assertThat(mark(typed, name, true)).isEqualTo(marked);
    assertThat(mark(typed, name, false)).isEqualTo(name);
  }

  private String mark(String typed, String name, boolean similar) {
    ParsedQuery query = ParsedQuery.of(typed, folding);
    MarkedText text = new NameMarker(folding, pinyin, query, similar).mark(name);
    assertThat(text.text()).isEqualTo(name);
    return text.parts().stream()
        .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }
}
