package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.registry.FilledForm;

class LikenessKeysTest {
  @Test
  void aTextKeepsItsLettersAndNumbersAlone() {
    assertThat(LikenessKeys.plain("《Ｌaser》—— 激 光·Ⅷ型（第２版）②")).isEqualTo("laser激光viii型第2版2");
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        text.appendCodePoint(random.nextInt(0xD800));
        text.appendCodePoint(0xE000 + random.nextInt(0x21FFF));
      }
      String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      assertThat(LikenessKeys.plain(text.toString()))
          .as("seed %s", seed)
          .isEqualTo(folded.replaceAll("[^\\p{L}\\p{N}]+", ""));
    }
  }

  @Test
  void keysAreTheSameForEverSinceTheyAreKept() {
    assertThat(
            LikenessKeys.weights(
                    new FilledForm(
                        Map.of("title_zh", "激光电池", "right.0.number", "ZL 2021 1 0123456.7")))
                .keySet())
        .containsExactly(
            7935960583177686761L,
            -7506191405642592533L,
            -8279149917519512608L,
            4422006871487346828L);
  }
}
