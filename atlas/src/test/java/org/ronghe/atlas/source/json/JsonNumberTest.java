package org.ronghe.atlas.source.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {
  @Test
  void readsWhatTheJdkReads() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> random.nextDouble() * 360 - 180;
            case 1 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextInt();
          };
      if (Double.isFinite(value)) {
        var text =
            i % 2 == 0
                ? Double.toString(value)
                : String.format(Locale.ROOT, "%.5f", Math.abs(value) < 1e9 ? value : 1 / value);
        assertThat(parse(text)).as("seed %d: %s", seed, text).isEqualTo(Double.parseDouble(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "x", "1x", "1.", ".5", "1.2.3", "1e", "NaN", "0x1", "1d", " 1"})
  void isNotANumber(String text) {
    assertThat(parse(text)).isNaN();
  }

  @Test
  void digitsAreWholeNumbers() {
    assertThat(digits("2020")).isEqualTo(2020);
    assertThat(digits("999999999")).isEqualTo(999_999_999);
    assertThat(digits("1234567890")).isEqualTo(-1);
    assertThat(digits("")).isEqualTo(-1);
    assertThat(digits("-1")).isEqualTo(-1);
    assertThat(digits("2020.0")).isEqualTo(-1);
  }

  private static double parse(String text) {
    byte[] b = (text + "7").getBytes(US_ASCII);
    return JsonNumber.parse(b, 0, b.length - 1);
  }

  private static int digits(String text) {
    byte[] b = text.getBytes(US_ASCII);
    return JsonNumber.digits(b, 0, b.length);
  }
}
