package org.ronghe.platform.rulebooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.rules.number.Exact;

/// How far numbers can be moved.
class SliderTest {
  private final Dictionary dictionary = Dictionary.shipped();

  private Optional<Slider> slider(String attribute, String known, long... edges) {
    List<Exact> all = java.util.Arrays.stream(edges).mapToObj(Exact::of).toList();
    return Slider.find(dictionary.find(attribute).orElseThrow(), known, all);
  }

  @Test
  void reachesHalfAsMuchAgainAsTheFirmOrTheEdge() {
    assertThat(slider("employees_total", "520", 500))
        .contains(new Slider("0", "1000", "5", "520", List.of("500"), ""));
    assertThat(slider("employees_total", "", 500))
        .contains(new Slider("0", "1000", "5", "0", List.of("500"), ""));
  }

  @Test
  void moneyIsMovedInYuanAndItsEdgesAreInFen() {
    assertThat(slider("rd_expense", "1500000", 200_000_000L))
        .contains(new Slider("0", "5000000", "50000", "1500000", List.of("2000000"), ""));
  }

  @Test
  void aLossCanBeMovedToo() {
    assertThat(slider("net_profit", "-300000").orElseThrow().least()).isEqualTo("-500000");
  }

  @Test
  void sharesAreMovedInPercent() {
    Slider slider =
        Slider.find(
                dictionary.find("market_share_national").orElseThrow(),
                "4.2 %",
                List.of(Exact.of(new java.math.BigDecimal("0.05"))))
            .orElseThrow();
    assertThat(slider).isEqualTo(new Slider("0", "10", "0.05", "4.2", List.of("5"), " %"));
  }

  @Test
  void whatNothingIsKnownOfCannotBeMoved() {
    assertThat(slider("rd_expense", "")).isEmpty();
    assertThat(slider("enterprise_stage", "growth", 1)).isEmpty();
    assertThat(slider("digital_level", "").orElseThrow().most()).isEqualTo("4");
  }
}
