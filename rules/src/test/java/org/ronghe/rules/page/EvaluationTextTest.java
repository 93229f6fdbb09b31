package org.ronghe.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.Samples;
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
}
