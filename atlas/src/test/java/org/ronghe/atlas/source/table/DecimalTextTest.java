package org.ronghe.atlas.source.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecimalTextTest {
  private static double parse(String text) {
    byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
    return DecimalText.parse(bytes, 1, bytes.length - 1);
  }

  private static int year(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return DecimalText.year(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "5.0E-4",
        "1e3",
        "1E+22",
        ".5",
        "5.",
        "-.25e-3",
        "123456789012345678",
        "9007199254740993",
        "0.1",
        "30.123456789012345678",
        "1e-400",
        "4.9e-324",
        "1.7976931348623157e308",
        "000000000000000000000000001",
        "0.00000000000000000000000001"
      })
  void numbers_are_those_of_the_platform_to_the_last_bit(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    assertThat(parse("  " + text + " ")).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void random_numbers_are_those_of_the_platform_to_the_last_bit() {
    var random = new SplittableRandom(11);
    for (int i = 0; i < 300_000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextDouble(-180, 180);
            default -> random.nextInt(1_000_000) / 1000.0;
          };
      if (Double.isFinite(value)) {
        var text = i % 2 == 0 ? Double.toString(value) : new BigDecimal(value).toString();
        assertThat(parse(text)).as(text).isEqualTo(value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "1e",
        "e3",
        "1,5",
        "1 000",
        "0x10",
        "1d",
        "2f",
        "NaN",
        "Infinity",
        "1e999",
        "--1",
        "1.2.3",
        "１"
      })
  void anything_else_is_no_number(String text) {
    assertThat(parse(text)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "2021,2021",
    "' 2021 ',2021",
    "2021.0,2021",
    "2021.00,2021",
    "2021-05-04,2021",
    "2021-05-04T10:00:00Z,2021",
    "2021-05-04 10:00,2021",
    "1000,1000",
    "2999,2999"
  })
  void a_year_is_a_year_or_a_date(String text, int year) {
    assertThat(year(text)).isEqualTo(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "21",
        "999",
        "0999",
        "3000",
        "20211",
        "2021.5",
        "2021-13-01",
        "2021-00-10",
        "2021-05-32",
        "2021-5-4",
        "2021-",
        "2021/05/04",
        "-2021",
        "2021x"
      })
  void anything_else_is_no_year(String text) {
    assertThat(year(text)).isEqualTo(-1);
  }
}
