package org.ronghe.match.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ronghe.match.duplicate.DuplicateFinder.Text;
import org.ronghe.match.search.Engine;

/// With the models that come along.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewordedCopiesTest {
  private static final String BATTERY =
      "本项目研制了一种高安全性的锂离子电池隔膜。隔膜表面涂覆陶瓷颗粒，可耐受180度高温。" + "与普通隔膜相比，电池的循环寿命提高了三成。产品已在电动汽车上试用。";
  private static final String BATTERY_OTHERWISE =
      "课题组开发出安全性能优良的锂电池隔离膜。膜面覆有一层陶瓷微粒，在180摄氏度下仍保持稳定。" + "相对于常规隔离膜，电池充放电寿命延长约30%。该产品已经装在电动车上试运行。";
  private static final String BATTERY_ENGLISH =
      "This project developed a highly safe separator for lithium-ion batteries. The surface of the"
          + " separator is coated with ceramic particles and withstands a high temperature of 180"
          + " degrees. Compared with ordinary separators, the cycle life of the battery is thirty"
          + " percent longer. The product has been tried out in electric cars.";

  @SuppressWarnings("NullAway.Init") // opened before all tests
  private Engine engine;

  @BeforeAll
  void open() {
    engine = Engine.open(2);
  }

  @AfterAll
  void close() {
    engine.close();
  }

  /// As when one text is held against the few that are near it: no other text is in its language.
  @Test
  void aTranslationThatStandsAloneInItsLanguageIsFound() {
    var asked = new Text("english", BATTERY_ENGLISH);
    var few =
        List.of(
            asked,
            new Text("battery", BATTERY),
            new Text("wheat", "小麦品种在旱地的产量差异很大。试验在三个县连续进行了四年。" + "结果表明晚播会使产量下降。建议农户选用抗旱品种。"));
    var copies = new RewordedCopies(engine.encoders(), engine.bridge(), 2);
    assertThat(copies.find(few))
        .singleElement()
        .satisfies(copy -> {
          assertThat(List.of(copy.first(), copy.second()))
              .containsExactlyInAnyOrder("english", "battery");
          assertThat(copy.translated()).isTrue();
        });
    var unlike = List.of(asked, few.getLast());
    assertThat(copies.find(unlike)).isEmpty();
  }

  @Test
  void provesRewordedAndTranslatedCopiesBySentencesInOrder() {
    List<RewordedCopy> copies =
        new RewordedCopies(engine.encoders(), engine.bridge(), 2)
            .find(
                List.of(
                    new Text("battery", BATTERY),
                    new Text("other", BATTERY_OTHERWISE),
                    new Text("wheat", "小麦品种在旱地的产量差异很大。试验在三个县连续进行了四年。" + "结果表明晚播会使产量下降。建议农户选用抗旱品种。"),
                    new Text("law", "本文讨论行政处罚的时效问题。法院对起算时间有不同看法。" + "作者比较了两种学说的理由。最后提出了立法建议。"),
                    new Text("english", BATTERY_ENGLISH),
                    new Text(
                        "poems",
                        "The essay reads the late poems of a forgotten author. Their metre is that"
                            + " of older songs. Critics have called them naive. The letters show"
                            + " how carefully they were made.")));
    List<String> pairs =
        copies.stream()
            .map(copy -> copy.first() + " " + copy.second() + " " + copy.translated())
            .toList();
    // Reworded and translated as well may be found or not; unlike texts must not.
    assertThat(pairs)
        .contains("battery other false", "battery english true")
        .isSubsetOf("battery other false", "battery english true", "other english true");
    RewordedCopy reworded = copies.getFirst();
    assertThat(reworded.strength()).isGreaterThan(RewordedCopies.LEAST_STRENGTH);
    assertThat(reworded.passages()).hasSizeGreaterThanOrEqualTo(3);
    RewordedCopy.Alike last = reworded.passages().getLast();
    assertThat(BATTERY.substring(last.firstFrom(), last.firstTo())).isEqualTo("产品已在电动汽车上试用。");
    assertThat(BATTERY_OTHERWISE.substring(last.secondFrom(), last.secondTo()))
        .isEqualTo("该产品已经装在电动车上试运行。");
  }

  @Test
  void alignsInTheOrderOfBothTexts() {
    SentenceAlignment alignment =
        SentenceAlignment.of(new double[][] {{0.1, 0.9, 0.1}, {0.8, 0.1, 0.1}, {0.1, 0.1, 0.7}});
    // The first and the second sentence cross: the closer of the two counts.
    assertThat(alignment.pairs())
        .extracting(pair -> pair.first() + "-" + pair.second())
        .containsExactly("0-1", "2-2");
    assertThat(alignment.sum()).isEqualTo(0.7 + 0.5, within(1e-9));
  }

  @Test
  void cutsSentencesAndKeepsTheirPlaces() {
    String text = "好。研制了一种新型电池隔膜。It costs 3.5 yuan. 完";
    assertThat(Sentences.of(text))
        .extracting(Sentences.Sentence::text)
        .containsExactly("好。研制了一种新型电池隔膜。", "It costs 3.5 yuan. 完");
    assertThat(Sentences.of("目的:了解用药趋势与费用.方法:回顾4.5年的记录.1.结果很好而且稳定"))
        .extracting(Sentences.Sentence::text)
        .containsExactly("目的:了解用药趋势与费用.", "方法:回顾4.5年的记录.1.结果很好而且稳定");
    assertThat(Sentences.of("太短")).isEmpty();
  }
}
