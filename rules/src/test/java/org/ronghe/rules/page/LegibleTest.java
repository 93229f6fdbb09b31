package org.ronghe.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Doubt;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.page.Legible.Sides;
import org.ronghe.rules.source.Language;

class LegibleTest {
  private static final Legible ENGLISH = new Legible(Language.ENGLISH);
  private static final Legible CHINESE = new Legible(Language.CHINESE);

  private static Exact exact(String decimal) {
    return Exact.of(new BigDecimal(decimal));
  }

  private static Quantity percent(String decimal) {
    return Quantity.of(exact(decimal).dividedBy(Exact.of(100)));
  }

  private static Quantity yuan(String decimal) {
    return Quantity.of(exact(decimal).times(Exact.of(100)));
  }

  @ParameterizedTest
  @CsvSource({
    "42.3041340375, 42.3 %",
    "42.3061340375, 42.31 %",
    "5, 5 %",
    "-12.345, -12.35 %",
    "0, 0 %",
    // Whole numbers are what thresholds mostly are: what is none must not look like one.
    "4.996, 4.996 %",
    "59.99996, 59.99996 %",
    "5.0004, 5.0004 %",
    // Small numbers keep what counts.
    "0.00413, 0.0041 %",
    "0.054991, 0.055 %",
    "123456.789, '123,456.79 %'",
  })
  void aShareHasTwoPlaces(String percent, String shown) {
    assertThat(ENGLISH.content(percent(percent), Unit.PERCENT)).isEqualTo(shown);
    assertThat(CHINESE.content(percent(percent), Unit.PERCENT)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "200000000, 2 亿元, 'CNY 200,000,000'",
    "123456789.12, 1.23 亿元, 'CNY 123,456,789.12'",
    "50000000, '5,000 万元', 'CNY 50,000,000'",
    "12345678.9, '1,234.57 万元', 'CNY 12,345,678.90'",
    "99999999.99, '9,999.999999 万元', 'CNY 99,999,999.99'",
    "39999980, '3,999.998 万元', 'CNY 39,999,980'",
    "9999.5, '9,999.50 元', 'CNY 9,999.50'",
    "-250000, -25 万元, 'CNY -250,000'",
  })
  void moneyIsGroupedAndInTheUnitOneSpeaksIn(String amount, String chinese, String english) {
    assertThat(CHINESE.content(yuan(amount), Unit.CNY)).isEqualTo(chinese);
    assertThat(ENGLISH.content(yuan(amount), Unit.CNY)).isEqualTo(english);
  }

  @Test
  void numbersSayWhatTheyCountAndYearsAreNotGrouped() {
    assertThat(ENGLISH.number(exact("12345"), Unit.counted("person"))).isEqualTo("12,345 people");
    assertThat(CHINESE.number(exact("12345"), Unit.counted("person"))).isEqualTo("12,345 人");
    assertThat(ENGLISH.number(exact("2026"), Unit.NUMBER)).isEqualTo("2026");
    assertThat(ENGLISH.number(Exact.of(1).dividedBy(Exact.of(3)), Unit.POINTS))
        .isEqualTo("0.33 points");
    assertThat(ENGLISH.number(Exact.of(20_000), Unit.DATE)).isEqualTo("2024-10-04");
  }

  @Test
  void whatIsKnownInPartIsAnIntervalAndWordsStayWords() {
    var open = Quantity.between(exact("52.3456"), exact("72"), Doubt.MISSING);
    assertThat(ENGLISH.content(open, Unit.POINTS)).isEqualTo("52.35 points … 72 points");
    assertThat(ENGLISH.content(Quantity.unknown(Doubt.MISSING), Unit.POINTS))
        .isEqualTo("not known");
    assertThat(CHINESE.content(Quantity.unknown(Doubt.HUMAN), Unit.CNY)).isEqualTo("未知");
    assertThat(CHINESE.content(new Content.Truth(Answer.MET), Unit.NUMBER)).isEqualTo("符合");
  }

  @ParameterizedTest
  @CsvSource({
    "4.996, 5, 4.996 %, 5 %",
    "4.99999999999996, 5, 4.99999999999996 %, 5 %",
    "5.004, 5, 5.004 %, 5 %",
    "5, 5, 5 %, 5 %",
    "3.1249, 3.125, 3.1249 %, 3.125 %",
    "42.3041340375, 30, 42.3 %, 30 %",
  })
  void aValueIsToldApartFromItsThreshold(
      String value, String threshold, String shownValue, String shownThreshold) {
    assertThat(ENGLISH.sides(percent(value), percent(threshold), Unit.PERCENT))
        .isEqualTo(new Sides(shownValue, shownThreshold));
  }

  @Test
  void moneyIsToldApartAcrossUnits() {
    assertThat(CHINESE.sides(yuan("99999999.99"), yuan("100000000"), Unit.CNY))
        .isEqualTo(new Sides("9,999.999999 万元", "1 亿元"));
    assertThat(CHINESE.sides(yuan("200000000.01"), yuan("200000000"), Unit.CNY))
        .isEqualTo(new Sides("2.0000000001 亿元", "2 亿元"));
  }

  @Test
  void whatHasToBeReachedIsRoundedBeyond() {
    assertThat(ENGLISH.way(percent("2"), percent("5.12341"), Unit.PERCENT))
        .isEqualTo(new Sides("2 %", "5.13 %"));
    assertThat(ENGLISH.way(percent("9"), percent("5.12891"), Unit.PERCENT))
        .isEqualTo(new Sides("9 %", "5.12 %"));
    assertThat(ENGLISH.distance(exact("0.0230412"), Unit.PERCENT)).isEqualTo("2.31 %");
    assertThat(ENGLISH.distance(exact("0.00004"), Unit.PERCENT)).isEqualTo("0.004 %");
    assertThat(ENGLISH.distance(exact("21"), Unit.counted("person"))).isEqualTo("21 people");
  }

  /// For any two numbers the reader sees the order there is.
  @Test
  void roundingNeverChangesAnOrder() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Exact threshold =
          Exact.of(random.nextInt(1, 100_000)).dividedBy(Exact.of(random.nextInt(1, 2000)));
      Exact nudge =
          Exact.of(random.nextInt(-3, 4)).dividedBy(Exact.of(10).power(random.nextInt(0, 14)));
      Exact value = threshold.plus(nudge);
      Sides shown = ENGLISH.sides(Quantity.of(value), Quantity.of(threshold), Unit.NUMBER);
      assertThat(Integer.signum(read(shown.left()).compareTo(read(shown.right()))))
          .as("seed %d: %s against %s shown as %s", seed, value, threshold, shown)
          .isEqualTo(Integer.signum(value.compareTo(threshold)));
    }
  }

  private static BigDecimal read(String shown) {
    return new BigDecimal(shown.replace(",", ""));
  }
}
