package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.registry.internal.TextChange.Fate;
import org.ronghe.platform.registry.internal.TextChange.Run;

class TextChangeTest {
  private static String text(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /// A change as one writes it: `[-out-]` and `{+in+}`.
  private static String shown(String before, String after) {
    return TextChange.of(before, after).runs().stream()
        .map(run ->
            switch (run.fate()) {
              case KEPT -> run.text();
              case GONE -> "[-" + run.text() + "-]";
              case ADDED -> "{+" + run.text() + "+}";
            })
        .collect(Collectors.joining());
  }

  @Test
  void englishIsHeldTogetherByWords() {
    assertThat(
            shown(
                "A laser for industry. It reaches 20 watts of power.",
                "A laser for industry. It reaches 45 watts of power."))
        .isEqualTo("A laser for industry. It reaches [-20-]{+45+} watts of power.");
  }

  @Test
  void chineseIsHeldTogetherByWordsOfTheDictionary() {
    assertThat(shown("研制了工业激光器，输出功率二十瓦。", "研制了工业传感器，输出功率二十瓦。"))
        .startsWith("研制了工业")
        .contains("[-激光")
        .contains("{+传感")
        .endsWith("，输出功率二十瓦。");
    assertThat(shown("已在三家企业应用。", "已在三家企业试点应用。")).isEqualTo("已在三家企业{+试点+}应用。");
  }

  @Test
  void wordsInARowAreOneChangeAndWhatStandsBetweenThemWasNotKept() {
    assertThat(
            shown(
                "It was tried in two small firms last year.",
                "It was tried in nine large plants last year."))
        .isEqualTo("It was tried in [-two small firms-]{+nine large plants+} last year.");
  }

  @Test
  void whatHasNextToNothingInCommonIsExchangedAsAWhole() {
    String before = "The first sentence about one thing.";
    String after = "Quite another matter, told in the same breath!";
    assertThat(TextChange.of(before, after).runs())
        .containsExactly(new Run(Fate.GONE, before), new Run(Fate.ADDED, after));
    assertThat(TextChange.of("", after).runs()).containsExactly(new Run(Fate.ADDED, after));
    assertThat(TextChange.of(before, "").runs()).containsExactly(new Run(Fate.GONE, before));
    assertThat(TextChange.of("", "").runs()).isEmpty();
  }

  @Test
  void aSentenceMovedInLeavesTheOthersAlone() {
    assertThat(shown("甲法可行。丙法可行。", "甲法可行。乙法可行。丙法可行。")).isEqualTo("甲法可行。{+乙法可行。+}丙法可行。");
    assertThat(shown("One.\nTwo.\n", "One.\n\nTwo.\n")).isEqualTo("One.\n{+\n+}Two.\n");
  }

  @Test
  void moreWordsThanAreComparedAreExchangedAsAWholeAndTheSentencesAroundThemAreNot() {
    String start = "同一句开头。";
    String many = IntStream.range(0, 4_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    String changed = many.replace("w7 ", "x7 ");
    List<Run> runs = TextChange.of(start + many, start + changed).runs();
    assertThat(runs)
        .containsExactly(
            new Run(Fate.KEPT, start), new Run(Fate.GONE, many), new Run(Fate.ADDED, changed));
  }

  @Test
  void bothTextsStandInWhatIsShownWhateverWasDone() {
    long seed = 20261126;
    var random = new Random(seed);
    List<String> pieces = List.of("光", "源", "laser ", "20 ", "，", "。", "\n", ". ", "𠀀", "é", "！");
    for (int i = 0; i < 500; i++) {
      String before = random(random, pieces);
      String after = random(random, pieces);
      TextChange change = TextChange.of(before, after);
      assertThat(text(change.before())).as("seed %d, text %d", seed, i).isEqualTo(before);
      assertThat(text(change.after())).as("seed %d, text %d", seed, i).isEqualTo(after);
    }
  }

  private static String random(Random random, List<String> pieces) {
    return random
        .ints(random.nextInt(60), 0, pieces.size())
        .mapToObj(pieces::get)
        .collect(Collectors.joining());
  }
}
