package org.ronghe.platform.facts.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.platform.facts.dictionary.ValueCheck.Invalid;
import org.ronghe.platform.facts.dictionary.ValueCheck.Valid;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

class ValueReaderTest {
  private static final Dictionary DICTIONARY = Dictionary.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.56 | CNY 1234.56 | 123456",
        "1200 万元 | CNY 12000000.00 | 1200000000",
        "1.5亿元 | CNY 150000000.00 | 15000000000",
        "12,345 | CNY 12345.00 | 1234500",
        "USD 1000000000 | USD 1000000000.00 | 100000000000",
        "500 JPY | JPY 500 | 500"
      })
  void moneyIsAWholeNumberOfTheSmallestUnit(String text, String plain, long minor) {
    ValueCheck check = of("valuation").check(text);
    assertThat(check).isInstanceOf(Valid.class);
    FactValue value = ((Valid) check).value();
    assertThat(value.plain()).isEqualTo(plain);
    assertThat(((FactValue.Money) value).amountMinor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "valuation | 1.234 | decimals | 2",
        "valuation | 500.5 JPY | decimals | 0",
        "valuation | XYZ 5 | currency | CNY, USD, EUR …",
        "valuation | five | money | CNY 1234.56",
        "valuation | USD 5 CNY | money | CNY 1234.56",
        "valuation | -5 | least | 0",
        "employees_total | 12.5 | whole | ''",
        "employees_total | -1 | least | 0",
        "employees_total | many | number | ''",
        "market_share_national | 120 % | most | 100 %",
        "market_share_national | 5 | most | 100 %",
        "listed | maybe | flag | ''",
        "established_on | 2026-02-30 | date | 2026-04-01",
        "size_class | smal | code_near | small",
        "size_class | xxxxxxxx | code | 'large, medium, small, micro'",
        "main_product_code | 123 | pattern | [0-9]{8}([0-9]{2})?",
        "controlled_by | x | reference | ''",
        "shareholder | 17 | holding | 17 25 %",
        "shareholder | 17 125 % | most | 1",
        "main_product | ' ' | empty | ''"
      })
  void aWrongValueSaysWhy(String attribute, String text, String fault, String expected) {
    assertThat(of(attribute).check(text))
        .isInstanceOfSatisfying(
            Invalid.class,
            wrong -> {
              assertThat(wrong.textKey()).isEqualTo("facts.value.fault." + fault);
              assertThat(wrong.expected()).isEqualTo(expected);
              for (Language language : Language.values()) {
                assertThat(Texts.in(language).has(wrong.textKey())).as(wrong.textKey()).isTrue();
              }
            });
  }

  @Test
  void percentagesAreFractionsOfOne() {
    assertThat(of("market_share_national").check("12.5 %"))
        .isEqualTo(new Valid(new FactValue.Figure(new BigDecimal("0.125"))));
    assertThat(of("market_share_national").check("0.125"))
        .isEqualTo(new Valid(new FactValue.Figure(new BigDecimal("0.125"))));
    assertThat(of("shareholder").check("17 25 %"))
        .isEqualTo(new Valid(new FactValue.Holding(17, new BigDecimal("0.25"))));
  }

  @Test
  void codesMayBeWrittenByNameInEitherLanguage() {
    var small = new Valid(new FactValue.Text("small"));
    assertThat(of("size_class").check("小型")).isEqualTo(small);
    assertThat(of("size_class").check("Small")).isEqualTo(small);
    assertThat(of("size_class").check("small")).isEqualTo(small);
  }

  @Test
  void aTextOfAFormatIsStoredInItsNormalForm() {
    assertThat(of("industry_class").check("3922"))
        .isEqualTo(new Valid(new FactValue.Text("C3922")));
    assertThat(of("industry_class").check("98"))
        .isEqualTo(new Invalid("facts.identifier.fault.unknown", "98", "01-97"));
  }

  @Test
  void chineseDatesAreRead() {
    assertThat(of("established_on").check("2014年3月5日"))
        .isEqualTo(new Valid(new FactValue.Day(LocalDate.of(2014, 3, 5))));
    assertThat(of("established_on").check("2014/03/05"))
        .isEqualTo(new Valid(new FactValue.Day(LocalDate.of(2014, 3, 5))));
  }

  @Test
  void oneFigureIsOneValueHoweverItIsWritten() {
    assertThat(new FactValue.Figure(new BigDecimal("5.00")))
        .isEqualTo(new FactValue.Figure(new BigDecimal("5")));
    assertThat(new FactValue.Figure(new BigDecimal("500")).plain()).isEqualTo("500");
    assertThat(new FactValue.Figure(new BigDecimal("0.00")).plain()).isEqualTo("0");
  }

  @Test
  void thePlainTextOfEveryValueIsReadBackAsTheSameValue() {
    for (var sample :
        List.of(
            List.of("valuation", "USD 12.34"),
            List.of("employees_total", "37"),
            List.of("annual_work_units", "37.25"),
            List.of("market_share_national", "12.5 %"),
            List.of("listed", "是"),
            List.of("established_on", "2014-03-05"),
            List.of("size_class", "小型"),
            List.of("main_product", "激光器（高功率）"),
            List.of("title_high_tech_enterprise", "GR202342001234"),
            List.of("controlled_by", "17"),
            List.of("shareholder", "17 25%"))) {
      ValueCheck first = of(sample.getFirst()).check(sample.getLast());
      assertThat(first).as(sample.toString()).isInstanceOf(Valid.class);
      FactValue value = ((Valid) first).value();
      assertThat(of(sample.getFirst()).check(value.plain())).isEqualTo(first);
      assertThat(of(sample.getFirst()).check(value)).isEqualTo(first);
    }
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    assertThat(of("established_on").check(new FactValue.Flag(true)))
        .isEqualTo(new Invalid("facts.value.fault.type", "true", "date"));
  }

  private static Attribute of(String key) {
    return DICTIONARY.find(key).orElseThrow();
  }
}
