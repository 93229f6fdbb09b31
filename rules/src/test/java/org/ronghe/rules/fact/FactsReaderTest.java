package org.ronghe.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.rules.Samples;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.ProblemText;
import org.ronghe.rules.source.Problems;

class FactsReaderTest {
  private static List<String> sentences(String json) {
    var problems = new Problems();
    FactsReader.read("firm.json", json, Samples.TYPES, problems);
    var text = ProblemText.in(Language.ENGLISH);
    return problems.sorted().stream().map(text::sentence).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"employees_total": -1}                              | employees_total: expected ≥ 0.
          {"sales_revenue": {"2025": -0.01}}                   | sales_revenue: expected ≥ 0.
          {"sales_revenue": "-1 万元"}                          | sales_revenue: expected ≥ 0.
          {"technology_readiness_level": 0}                    | technology_readiness_level: expected 1 … 9.
          {"technology_readiness_level": 10}                   | technology_readiness_level: expected 1 … 9.
          {"market_share_national": 1.01}                      | market_share_national: expected 0 … 1.
          {"market_share_national": "-1 %"}                    | market_share_national: expected 0 … 1.
          {"rd_expense": [{"year": 2025, "value": -5}]}        | rd_expense: expected ≥ 0.
          {"employees_total": 1.5}                             | employees_total: expected 12.
          {"employees_total": "120 万元"}                       | employees_total: expected 12.
          {"sales_revenue": "5 %"}                             | sales_revenue: expected 1500000, "150 万元", "2 million EUR".
          {"own_brand": "maybe"}                               | own_brand: expected true, false.
          {"segment_since": "2020-13-01"}                      | segment_since: expected "2026-04-01".
          {"employees": 5}                                     | The fact dictionary has no employees.
          """)
  void whatCannotBeIsSaid(String json, String sentence) {
    assertThat(sentences(json)).singleElement().asString().startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                  | The file is empty.
          {                                   | Not JSON: the text ends before its brackets and quotes are closed.
          {"employees_total": "5              | Not JSON: the text ends before its brackets and quotes are closed.
          {"employees_total" 5}               | Not JSON: expected : and found 5}.
          {"employees_total": 5,}             | Not JSON: expected "…" and found }.
          {"ip_class_one": [1, 2,]}           | Not JSON: expected {…}, […], "…", 0.5, true, null and found ]}.
          {"employees_total": 5} x            | Not JSON: expected ∅ and found x.
          {"employees_total": five}           | Not JSON: expected {…}, […], "…", 0.5, true, null and found five}.
          {"employees_total": 1, "employees_total": 2} | The key employees_total stands here twice.
          """)
  void whatIsNoJsonIsSaidInWords(String json, String sentence) {
    assertThat(sentences(json)).containsExactly(sentence);
  }

  @Test
  void lossesAndNegativeNetAssetsAreNumbers() {
    assertThat(sentences("{\"net_profit\": -1, \"net_assets\": {\"2025\": -5000000}}")).isEmpty();
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    assertThat(sentences("{\"employees_total\": -1, \"sales_revenue\": true, \"nothing\": 1}"))
        .hasSize(3);
  }

  @Test
  void limitsSayThemselves() {
    assertThat(FactType.Limits.of(FactType.Kind.MONEY, null, java.math.BigDecimal.TEN))
        .hasToString("≤ 10");
    assertThat(FactType.Limits.NONE.hold(Exact.of(-5))).isTrue();
  }
}
