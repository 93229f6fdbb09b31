package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessKeysTest {
  private static final String SHORT = "本成果研制的陶瓷涂覆隔膜厚度为16微米，孔隙率40%，在180℃下不收缩，已在三家企业试用。";

  /// Somebody takes over a whole summary and writes as much again around it.
  @Test
  void aTextThatStandsInALongerOneIsCopiedThoughBothAreNotAlike() {
    String longer =
        "项目面向新能源汽车的安全需求，由课题组历时四年完成，获得多项专利授权。"
            + SHORT
            + "与同类产品相比成本下降明显，市场前景广阔，对地方产业升级具有带动作用，并培养了一批研究生。";
    assertThat(LikenessKeys.percent(SHORT, longer)).isLessThan(70);
    assertThat(LikenessKeys.copied(SHORT, longer)).isGreaterThanOrEqualTo(90);
    assertThat(LikenessKeys.copied(longer, SHORT)).isGreaterThanOrEqualTo(90);
  }

  @Test
  void nothingIsCopiedBetweenUnlikeTexts() {
    assertThat(LikenessKeys.copied(SHORT, "面向老人的语音提醒机器人，可识别方言并自动呼救。")).isZero();
    assertThat(LikenessKeys.copied("", SHORT)).isZero();
    assertThat(LikenessKeys.copied("", "")).isZero();
  }
}
