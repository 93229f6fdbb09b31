package org.ronghe.platform.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "wuhandaxue, wu han da xue",
    "whdx, -w -h -d -x",
    "wuhandx, wu han -d -x",
    "whdaxue, -w -h da xue",
    "huazhongkjdx, hua zhong -k -j -d -x",
    "xajt, -x -a -j -t",
    "chongqing, chong qing",
    "zhgkxy, -zh -g -k -x -y",
    "nvzi, nv zi"
  })
  void cutsLikeliestFirst(String letters, String first) {
    assertThat(ways(letters)).first().isEqualTo(first);
  }

  @Test
  void followsEveryWayThatMayBeMeant() {
    assertThat(ways("xian")).contains("xian", "xi an");
    assertThat(ways("fangan")).contains("fang an", "fan gan");
  }

  @ParameterizedTest
  @CsvSource({"technology", "hust", "ieee", "x5", "über", "institute"})
  void leavesAloneWhatIsNoPinyin(String letters) {
    assertThat(ways(letters)).isEmpty();
  }

  @Test
  void endsAnUnfinishedSyllable() {
    List<List<String>> way = Syllables.ways("wuha", true).getFirst();
    assertThat(way.getLast()).containsExactly("ha", "hai", "han", "hang", "hao");
  }

  @Test
  void isBoundedForWhateverIsTyped() {
    for (String part : List.of("w", "xian", "zh", "an", "ge", "aei")) {
      assertThat(Syllables.ways(part.repeat(40), true)).hasSizeLessThanOrEqualTo(6);
      assertThat(Syllables.ways(part.repeat(15), true)).hasSizeLessThanOrEqualTo(6);
    }
  }

  private static List<String> ways(String letters) {
    return Syllables.ways(letters, false).stream()
        .map(way ->
            way.stream().map(List::getFirst).collect(Collectors.joining(" ")).replace('\'', '-'))
        .toList();
  }
}
