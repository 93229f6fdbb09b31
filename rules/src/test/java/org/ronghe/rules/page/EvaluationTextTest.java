package org.ronghe.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.Samples;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Gaps;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.source.Language;

class EvaluationTextTest {
  private final Library library = Samples.library();

  private List<String> lines(String id, String json, Language language) {
    var program = Samples.program(library, id);
    var evaluation = Samples.evaluate(program, Samples.dossier(json));
    return new EvaluationText(new Wording(program.rulebook(), Samples.TYPES, language))
        .lines(evaluation, program.titles().getFirst().title().name(), List.of());
  }

  @Test
  void theOutcomeOfADocumentIsSaidInWords() {
    var facts =
        "{\"size_industry\": \"industry\", \"employees_total\": 300, \"sales_revenue\": 20000000}";

    assertThat(lines("cn-enterprise-size-2017-213", facts, Language.CHINESE))
        .contains("结果: 企业规模: 中型");
    assertThat(lines("cn-enterprise-size-2017-213", facts, Language.ENGLISH))
        .contains("Result: Size class: Medium");
  }

  @Test
  void anOutcomeThatIsOpenNamesWhatItCanBe() {
    var facts =
        "{\"size_industry\": \"industry\", \"employees_total\": 20, \"sales_revenue\": null}";

    assertThat(lines("cn-enterprise-size-2017-213", facts, Language.ENGLISH))
        .contains("Result: Size class: Micro | Small");
  }

  @Test
  void aDoubtAboutAnOutcomeStandsBelowIt() {
    assertThat(lines("cn-sme-digital-level", "{\"digital_base_score\": 10}", Language.ENGLISH))
        .containsSubsequence(
            "Result: Digital level (0 none, 1 initial, 2 standardised, 3 integrated,"
                + " 4 collaborative): 0",
            "    unconfirmed: The combining rule was seen in one secondary copy only.");
  }

  @Test
  void whatMustNotBeIsNotSaidAsIfItWere() {
    assertThat(lines("cn-research-integrity-2022-221", "{}", Language.ENGLISH))
        .contains("  ✓ must not be: A bar is in force [barred]");
  }

  @Test
  void leversAreAlternativesAndNameTheirYear() {
    var program = Samples.program(library, "cn-little-giant-2022-63");
    var title = program.titles().getFirst();
    var firm =
        Samples.dossier(
            """
            {"segment_since": "2015-01-01", "sales_revenue": {"2024": 30000000, "2025": 40000000},
             "main_business_revenue": {"2023": 20000000, "2024": 28000000, "2025": 36000000},
             "core_business_on_system": true, "management_certificate": true,
             "total_liabilities": 60000000, "total_assets": 100000000,
             "market_share_national": 0.12, "own_brand": true,
             "new_equity_financing": {"2024": 50000000, "2025": 20000000},
             "rd_expense": {"2024": 14000000, "2025": 16000000}, "rd_staff": 50,
             "employees_total": 100, "rd_institution_joint": true, "ip_class_one_in_use": 2,
             "main_product_field": ["six_basics", "key_chain_link"]}
            """);
    var request = new Engine.Request(LocalDate.of(2026, 3, 31), CaseKind.FIRST, false);
    var gaps = Gaps.find(program, title, firm, request, Samples.TYPES);
    var evaluation = new Engine(Samples.TYPES).evaluate(program, title, firm, request);

    assertThat(
            new EvaluationText(new Wording(program.rulebook(), Samples.TYPES, Language.ENGLISH))
                .lines(evaluation, title.title().name(), gaps))
        .containsSubsequence(
            "       any one of these would do:",
            "         New equity financing paid in 2024: CNY 50,000,000 → CNY 60,000,000",
            "         New equity financing paid in 2025: CNY 20,000,000 → CNY 30,000,000");
  }
}
